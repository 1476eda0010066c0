"""Every format says how many figures are analysts' own, and where a typed one is from."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from lxml import html

from laporan.dasar.bulan import Bulan
from laporan.measure.own_figures import own_figure
from laporan.prove.said.said import read_tree
from laporan.render.document import Document
from laporan.render.own_told import tell_own
from laporan.render.pandoc import render_pandoc

JULI = Bulan(2023, 7)
ABOUT = {"satuan": "pemda", "arti": "Pemda menurut keputusan"}
SUMBER = 'Kepmendagri "300.2.2" <b>\\x</b>'
TYPED = own_figure(JULI, "analis.pemda", 552, sumber=SUMBER, **ABOUT)
RECKONED = own_figure(JULI, "analis.pemda_tiket", 61, dari="tiket", **ABOUT)
KNOWN = {each.indikator.kunci: each.indikator for each in (TYPED, RECKONED)}
TEXT = f"## Pemda {{#pemda}}\n\nDari {TYPED.angka} pemda, {RECKONED.angka} bertanya.\n"


def document(*front: str) -> Document:
    head = "\n".join(["---", 'title: "Laporan Uji"', "lang: id-ID", *front, "---"])
    text = f"{head}\n\n{TEXT}"
    return Document(text, read_tree(text))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sendiri")
    told = tell_own(document("catatan-kaki: Data contoh"), 2, KNOWN)
    render_pandoc(told, ["html", "pdf", "slide"], folder)
    return folder


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_pages_and_slides_count_and_name_them(files: Path, name: str) -> None:
    root = html.fromstring((files / name).read_text("utf-8"))
    assert "Data contoh; 2 angka dari sel analis" in root.text_content()
    typed, reckoned = root.xpath("//span[starts-with(@data-kunci, '2023-07,analis.')]")
    assert (typed.text, reckoned.text) == ("552", "61")
    # The page's own explanation of a figure with a key names its source; slides have none.
    title = f"Sumber: {SUMBER}" if name == "slide.html" else None
    assert typed.get("title") == title
    assert reckoned.get("title") is None


def test_paper_has_the_source_at_the_foot(files: Path) -> None:
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(files / "laporan.pdf").pages)
    flat = " ".join(text.replace("\xa0", " ").split())
    assert "2 angka dari sel analis" in flat
    assert 'Sumber: Kepmendagri "300.2.2" <b>\\x</b>.' in flat.translate({0x201C: '"', 0x201D: '"'})


def test_small_print_is_begun_where_there_is_none_and_nothing_is_said_of_none() -> None:
    assert tell_own(document(), 1, {}).markdown.endswith(
        "\n---\ncatatan-kaki: 1 angka dari sel analis\n---\n"
    )
    assert tell_own(document(), 0, {}) == document()
