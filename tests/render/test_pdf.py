"""The report on paper: PDF/UA-1, fonts, bookmarks, and what a page must not break."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pypdf
import pytest

from laporan.dasar.errors import LaporanError
from laporan.render import look
from laporan.render.document import Document
from laporan.render.pandoc import render_pandoc

MONTHS = ["juli", "bulan_jarang", "bulan_padat"]
A4 = (595, 842)  # points


def lines(page: pypdf.PageObject) -> list[tuple[float, str]]:
    """Give a page's lines from top to bottom, each with its height over the page's foot."""
    found: dict[int, list[tuple[float, str]]] = defaultdict(list)

    def note(text: str, matrix: list[float], *_: object) -> None:
        if text.strip():
            found[round(matrix[5])].append((matrix[4], text))

    page.extract_text(visitor_text=note)
    return [
        (height, " ".join(" ".join(text for _, text in sorted(found[height])).split()))
        for height in sorted(found, reverse=True)
    ]


def pages(path: Path) -> list[list[tuple[float, str]]]:
    return [lines(page) for page in pypdf.PdfReader(path).pages]


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


def test_each_section_has_a_bookmark(printed: Path) -> None:
    outline = pypdf.PdfReader(printed).outline
    top = [entry["/Title"] for entry in outline if not isinstance(entry, list)]
    assert len(top) >= 32
    assert len(top) == len(set(top))


def test_synthetic_data_are_named_on_the_cover_and_every_page(printed: Path) -> None:
    for page in pages(printed):
        assert "Data contoh" in " ".join(text for _, text in page[-3:])


def test_no_heading_stands_alone_at_the_foot(printed: Path) -> None:
    def titles(entries: list) -> list[str]:
        return [
            title
            for entry in entries
            for title in (titles(entry) if isinstance(entry, list) else [entry["/Title"]])
        ]

    headings = set(titles(pypdf.PdfReader(printed).outline))
    found = pages(printed)[2:]
    assert headings & {text for page in found for _, text in page}
    for number, page in enumerate(found, start=3):
        assert page[-2][1] not in headings, number


def test_no_page_is_half_empty(printed: Path) -> None:
    # The text block reaches from 765 points down to 68; below is the foot.
    lowest = [min(at for at, _ in page if at > 70) for page in pages(printed)[2:-1]]
    filled = [100 * (765 - low) / (765 - 68) for low in lowest]
    assert min(filled) >= 60, [round(part) for part in filled]


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
    render_pandoc(Document("\n\n".join(blocks), ()), ["pdf"], tmp_path)
    feet, heads = [], []
    for page in pypdf.PdfReader(tmp_path / "laporan.pdf").pages:
        names = re.findall(r"Baris (\d+)\.(\d+)/(\d+)", page.extract_text())
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
    cells = [f"awal{n} {'kata ' * 260} akhir{n}" for n in range(5)]
    rows = "".join(f"<tr><td>Baris</td><td>{cell}</td></tr>" for cell in cells)
    head = "<thead><tr><th>Nama</th><th>Isi</th></tr></thead>"
    text = (
        "---\ntitle: Uji\nsubtitle: Juli 2023\nlang: id-ID\n---\n\n## Bagian {#bagian}\n\n"
        "::: {#tbl-tinggi}\n\n```{=html}\n"
        f"<table>{head}<tbody>{rows}</tbody></table>\n```\n\nJudul.\n\n:::"
    )
    render_pandoc(Document(text, ()), ["pdf"], tmp_path)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "laporan.pdf").pages]
    for n in range(5):
        assert any(f"awal{n}" in page and f"akhir{n}" in page for page in pages), n
    assert sum("awal" in page for page in pages) > 1


def test_a_picture_without_words_is_refused_by_typst(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst checks PDF/UA-1 itself."""
    write = look._write
    words = '", alt: " .. alt .. '
    monkeypatch.setattr(look, "_write", lambda path, text: write(path, text.replace(words, "")))
    with pytest.raises(LaporanError, match="PDF/UA-1"):
        render_pandoc(document, ["pdf"], tmp_path)
