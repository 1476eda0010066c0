"""The report on paper: PDF/UA-1, fonts, bookmarks, and what a page must not break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from isi_halaman import page_fills
from lxml import html
from pypdf.generic import Destination
from pypdfium2 import raw

from laporan.dasar.errors import LaporanError
from laporan.prove.said.said import read_tree
from laporan.render import look
from laporan.render.document import Document
from laporan.render.pandoc import render_pandoc

MONTHS = ["juli", "bulan_jarang", "bulan_padat"]
A4 = (595, 842)  # points


MIDDLE = A4[0] / 2

Item = tuple[float, float, str]  # from the left, over the foot, what is written


@cache
def items(path: Path) -> list[list[Item]]:
    """Give what is written on each page, in the order of reading."""
    with pypdfium2.PdfDocument(path) as document:
        return [list(_items(page)) for page in document]


def _items(page: pypdfium2.PdfPage) -> Iterator[Item]:
    written = page.get_textpage()
    for piece in page.get_objects([raw.FPDF_PAGEOBJ_TEXT], textpage=written):
        if text := " ".join(piece.extract().split()):
            place = piece.get_matrix()
            yield place.e, place.f, text


def columns(path: Path) -> list[str]:
    """Give the text of each page's left column and of its right, one after the other."""
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage() for page in document]
        return [
            " ".join(text.get_text_bounded(left=left, right=right).split())
            for text in texts
            for left, right in ((0, MIDDLE), (MIDDLE, A4[0]))
        ]


def bookmarks(outline: list[Any]) -> Iterator[Destination]:
    """Give all bookmarks, those within a part after it."""
    for entry in outline:
        yield from bookmarks(entry) if isinstance(entry, list) else [entry]


@pytest.fixture(params=MONTHS)
def printed(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder / "laporan.pdf"


def test_a_month_is_tagged_named_and_on_a4(printed: Path) -> None:
    reader = pypdf.PdfReader(printed)
    catalog = reader.trailer["/Root"]
    assert reader.metadata.title == "Laporan Layanan Informasi DJPK"
    assert catalog["/MarkInfo"]["/Marked"]
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages} == {A4}
    assert catalog["/Lang"] == "id"
    assert "<pdfuaid:part>1<" in catalog["/Metadata"].get_data().decode()
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_all_fonts_are_embedded(printed: Path) -> None:
    fonts = [
        font.get_object()
        for page in pypdf.PdfReader(printed).pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        [descendant] = font["/DescendantFonts"]
        assert "SourceSansPro" in font["/BaseFont"].replace("-", "")
        assert {"/FontFile2", "/FontFile3"} & set(descendant["/FontDescriptor"])


def test_each_heading_has_a_bookmark_within_its_part(printed: Path) -> None:
    page = html.fromstring(printed.with_name("laporan.html").read_text("utf-8"))
    said = [
        " ".join(each.text_content().split())
        for each in page.xpath("//main//*[self::h2 or self::h3]")
    ]
    parts = page.xpath("//main//p[parent::div[@class='pertanyaan']]/text()")
    parts = [said[0], *(" ".join(part.split()) for part in parts)]
    outline = pypdf.PdfReader(printed).outline
    assert [entry["/Title"] for entry in outline if not isinstance(entry, list)] == parts
    assert sorted(each.title for each in bookmarks(outline)) == sorted([*said, *parts[1:]])


def test_pages_have_labels(printed: Path) -> None:
    reader = pypdf.PdfReader(printed)
    assert reader.page_labels == [str(number + 1) for number in range(len(reader.pages))]


def test_synthetic_data_are_named_on_every_page(printed: Path) -> None:
    for page in items(printed):
        assert "Data contoh" in " ".join(text for _, height, text in page if height < 55)


def test_the_first_page_has_statements_figures_and_the_parts(printed: Path) -> None:
    reader = pypdf.PdfReader(printed)
    text = " ".join(reader.pages[0].extract_text().split())
    at = [text.find(each) for each in ("Yang perlu diketahui", "Konsultasi", "Lampiran")]
    assert -1 not in at
    assert at == sorted(at)


def test_no_heading_stands_alone_at_the_foot(printed: Path) -> None:
    reader = pypdf.PdfReader(printed)
    written = items(printed)
    for heading in bookmarks(reader.outline):
        page = iter(written[reader.get_destination_page_number(heading)])
        for x, y, text in page:
            if x >= heading.left - 1 and y <= heading.top and heading.title.startswith(text):
                break
        while not heading.title.endswith(text):
            x, y, text = next(page)
        to_the_right, below, _ = next(page)
        assert 0 < y - below < 70, heading.title
        assert abs(to_the_right - x) < MIDDLE / 2, heading.title


def test_pages_are_full_and_not_many(printed: Path) -> None:
    fills = page_fills(printed)
    assert min(fills[:-1]) >= 0.7, [round(100 * fill) for fill in fills]
    if printed.parent.name == "2023-07":
        assert 12 <= len(fills) <= 16


def test_rows_do_not_stand_alone(make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables that begin anywhere on a page: none has few rows at a page's foot or head."""
    monkeypatch.setenv("LAPORAN_DATA", str(tmp_path))
    blocks = ["---\ntitle: Uji\nsubtitle: Juli 2023\nlang: id-ID\n---"]
    for number in range(72):
        blocks += [
            f"## Bagian {number} {{#bagian-{number}}}",
            "Kalimat pengisi.\n\n" * (number * 7 % 13),
        ]
        count = 14 + number % 19
        rows = "".join(
            f"<tr><td>Baris {number}.{row + 1}/{count}</td><td>x</td></tr>" for row in range(count)
        )
        head = "<thead><tr><th>Nama</th><th>Isi</th></tr></thead>"
        table = f"<table>{head}<tbody>{rows}</tbody></table>"
        blocks += [f"::: {{#tbl-{number}}}\n\n```{{=html}}\n{table}\n```\n\nJudul.\n\n:::"]
    text = "\n\n".join(blocks)
    render_pandoc(Document(text, read_tree(text)), ["pdf"], tmp_path)
    feet, heads = [], []
    for text in columns(tmp_path / "laporan.pdf"):
        names = re.findall(r"Baris (\d+)\.(\d+)/(\d+)", text)
        if names and names[-1][1] != names[-1][2]:
            feet.append(sum(section == names[-1][0] for section, _, _ in names))
        if names and names[0][1] != "1":
            heads.append(sum(section == names[0][0] for section, _, _ in names))
    assert len(feet) > 5
    assert min(feet) >= 3
    assert len(heads) > 5
    assert min(heads) >= 3


def test_high_rows_stay_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAPORAN_DATA", str(tmp_path))
    cells = [f"awal{n} {'kata ' * 200} akhir{n}" for n in range(5)]
    rows = "".join(f"<tr><td>Baris</td><td>{cell}</td></tr>" for cell in cells)
    head = "<thead><tr><th>Nama</th><th>Isi</th></tr></thead>"
    text = (
        "---\ntitle: Uji\nsubtitle: Juli 2023\nlang: id-ID\n---\n\n## Bagian {#bagian}\n\n"
        "::: {#tbl-tinggi}\n\n```{=html}\n"
        f"<table>{head}<tbody>{rows}</tbody></table>\n```\n\nJudul.\n\n:::"
    )
    render_pandoc(Document(text, read_tree(text)), ["pdf"], tmp_path)
    texts = columns(tmp_path / "laporan.pdf")
    for n in range(5):
        assert any(f"awal{n}" in text and f"akhir{n}" in text for text in texts), n
    assert sum("awal" in text for text in texts) > 1


def test_a_picture_without_words_is_refused_by_typst(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst checks PDF/UA-1 itself."""
    write = look._write
    words = '", alt: " .. alt .. '
    monkeypatch.setattr(look, "_write", lambda path, text: write(path, text.replace(words, "")))
    with pytest.raises(LaporanError, match="PDF/UA-1"):
        render_pandoc(document, ["pdf"], tmp_path)
