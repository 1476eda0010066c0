"""Any character, in every format: nothing fails, nothing is lost, nothing becomes markup."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pypdf
import pytest
from fontTools import unicodedata as blocks
from great_tables import GT
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from laporan.dasar.inert import visible
from laporan.prove.said.said import read_tree
from laporan.render.document import Document
from laporan.render.pandoc import render_pandoc
from laporan.render.quarto import find_quarto, render_quarto
from laporan.show import Markdown, escape
from laporan.show.captioned_table import Table

HEAD = "---\ntitle: Uji 😀 ꦏ\nsubtitle: = 日本\n---\n\n## Judul 😀 ไทย {#judul}\n\n"
SAMPLE = 12
SCRIPTS = {
    "emoji": "👩‍💻 👨‍👩‍👧 👍🏽 🇮🇩 1️⃣ 😀", "thai": "ภาษาไทย", "hangul": "한국어", "han": "中文日本語",
    "math": "𝔘𝔫𝔦", "hindi": "हिन्दी",
}  # fmt: skip
STARTS = [
    "= sama", "== dua", "- strip", "+ plus", "/ istilah: arti", "1. satu", "* bintang", "# pagar",
    "> kutip", "``` kode", "$ x $", "@acu", "<label>", "~", "--- garis", "// komentar", "/* k */",
    "https://example.com", "a -- b --- c ...", "-?", "'kutip\"", "#let x = 1", "[x]", "\\", "_m_",
]  # fmt: skip
MARKUP = st.text(st.sampled_from("=-+/*#$@<>_`~\\[]{}()'\":;.,!?&%^|1aB "), min_size=1, max_size=12)


def table_of(texts: list[str]) -> str:
    """Write a table whose rows name their cell before and after it."""
    numbers = range(len(texts))
    rows = pd.DataFrame(
        {"Awal": [f"a{n}a" for n in numbers], "Isi": texts, "Akhir": [f"z{n}z" for n in numbers]}
    )
    return Table(GT(rows), name="isi", caption=Markdown(escape(texts[0])), data=rows).markdown()


def cells(path: Path) -> list[str]:
    root = html.fromstring(path.read_text("utf-8"))
    (body,) = [each for each in root.iter("tbody") if len(each[0]) == 3]
    return [" ".join(row[1].text_content().split()) for row in body]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def paper(path: Path) -> str:
    return squeezed("".join(page.extract_text() for page in pypdf.PdfReader(path).pages))


@settings(max_examples=3, deadline=None)
@given(st.lists(MARKUP, min_size=120, max_size=120))
def test_cells_keep_their_letters(tmp_path_factory: pytest.TempPathFactory, drawn: list[str]):
    texts = [text for text in map(visible, [*STARTS, *drawn]) if text]
    folder = tmp_path_factory.mktemp("sel")
    items = "\n".join(f"- {escape(text)}" for text in texts)
    text = f"{HEAD}{items}\n\n{table_of(texts)}"
    render_pandoc(Document(text, read_tree(text)), ["html", "slide", "pdf"], folder)
    assert cells(folder / "laporan.html") == texts
    assert cells(folder / "slide.html") == texts
    printed = paper(folder / "laporan.pdf")
    lost = [t for n, t in enumerate(texts) if f"a{n}a{squeezed(t)}z{n}z" not in printed]
    assert lost == []
    # Nothing became a heading of the contents.
    assert len(pypdf.PdfReader(folder / "laporan.pdf").outline) == 1


def in_blocks() -> list[str]:
    """Give some letters of each block of Unicode, among them what is private or controls."""
    chosen = random.Random(7)
    found: dict[str, list[str]] = {}
    for code in range(0x110000):
        if unicodedata.category(chr(code)) not in ("Cn", "Cs"):
            found.setdefault(blocks.block(chr(code)), []).append(chr(code))
    assert len(found) > 300
    return ["".join(chosen.sample(each, min(len(each), SAMPLE))) for each in found.values()]


STRAY = [
    "a\u0e34b", "a\u20e3", "x\U0001f3fd", "\u0301", "a\ufe0f\u200d", "e\u0301\u0323\u0f71", "क्‍ष",
    "\u1112\u1161\u11ab", "\u0600\u0661", "\ufdd0\uffff\U0010fffe", "\ufeffbom", "\ud83d",
    "Ⴭ\u1ac6",
]  # fmt: skip


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 9">'
    f'<text y="9">{"Judul 😀 ꦏ ไทย"}</text></svg>'
)


def test_every_block_of_unicode_can_be_printed(tmp_path: Path) -> None:
    texts = [*in_blocks(), *STRAY, *SCRIPTS.values(), "ꦏꦴ Jawa", "\uf0b7 poin"]
    raw = ["".join(c for c in text if c.isprintable()) for text in texts]
    said = "\n\n".join(escape(text) for text in texts)
    # Analysts' own cells hold text as it is.
    own = "\n\n".join(re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text) for text in raw)
    code = (
        "**a**;b **c**(d) **e**.f [g](https://contoh.example)[h]\n\n"
        "`kode 😀 日本 ꦏ`\n\n```\nkode 😀 \u0e34 ꦏ\n```\n\nlepas \x07 \ufeff \x7f&#x200b;&#xa98f;"
    )
    (tmp_path / "gambar.svg").write_text(SVG, "utf-8")
    picture = f'![a]({tmp_path}/gambar.svg){{fig-alt="{escape(SCRIPTS["emoji"])} ꦏ"}}'
    text = "\n\n".join([HEAD, said, own, code, picture, table_of(list(map(visible, texts)))])
    document = Document(text, read_tree(text), (str(tmp_path / "gambar.svg"),))
    render_pandoc(document, ["pdf"], tmp_path)
    printed = paper(tmp_path / "laporan.pdf")
    told = ["a;bc(d)e.fg[h]", "[U+A98F][U+A9B4]Jawa", "•poin", "[U+D83D]"]
    for text in [*list(SCRIPTS.values())[1:-1], *told]:
        assert text in printed, text
    metadata = pypdf.PdfReader(tmp_path / "laporan.pdf").xmp_metadata
    assert metadata is not None and b"<pdfuaid:part>1" in metadata.stream.get_data()


def engines() -> list[object]:
    missing = pytest.mark.skipif(find_quarto() is None, reason="quarto tidak ada di PATH")
    quarto = pytest.param(render_quarto, marks=[pytest.mark.quarto, missing], id="quarto")
    return [pytest.param(render_pandoc, id="pandoc"), quarto]


@pytest.mark.parametrize("render", engines())
def test_scripts_reach_every_format(render: Callable[..., None], tmp_path: Path) -> None:
    texts = [*map(visible, SCRIPTS.values()), "= sama", "ꦏꦴ Jawa"]
    text = f"{HEAD}{table_of(texts)}"
    render(Document(text, read_tree(text)), ["html", "slide", "pdf"], tmp_path)
    assert cells(tmp_path / "laporan.html") == texts
    assert cells(tmp_path / "slide.html") == texts
    printed = paper(tmp_path / "laporan.pdf")
    for text in [*texts[1:5], texts[-2], "[U+A98F][U+A9B4]Jawa"]:
        assert squeezed(text) in printed, text
    assert len(pypdf.PdfReader(tmp_path / "laporan.pdf").outline) == 1
