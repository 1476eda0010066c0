import re
from pathlib import Path

import pypdf
from lxml import html

from laporan.render.document import Document
from laporan.render.pandoc import render_pandoc

HEADINGS = ["Ringkasan", "Publikasi website", "Tiket", "Evaluasi", "Catatan panjang"]
HEADINGS += ["Baris panjang"]


def page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text("utf-8"))


def pdf_text(path: Path) -> str:
    text = "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)
    return text.replace("\xa0", " ")


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in root.xpath(path)]


def test_all_sections_are_in_all_formats(rendered: Path) -> None:
    assert texts(page(rendered / "laporan.html"), "//main//h2") == HEADINGS
    # The section with a message is the first main slide, and the others are its details.
    topics = texts(page(rendered / "slide.html"), "//section/h2 | //section/*[@class='topik']")
    assert topics == [HEADINGS[1], HEADINGS[0], *HEADINGS[2:]]
    reader = pypdf.PdfReader(rendered / "laporan.pdf")
    top = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert top == HEADINGS


def test_figures_and_tables_are_numbered_and_described(rendered: Path) -> None:
    root = page(rendered / "laporan.html")
    assert texts(root, "//figcaption") == [
        "Gambar 1. Kebanyakan lewat WhatsApp, rendah.",
        "Gambar 2. Kebanyakan lewat WhatsApp, tinggi.",
    ]
    assert texts(root, "//caption")[0] == "Tabel 1. Daftar publikasi. Sumber: data uji."
    alts = root.xpath("//figure//img/@alt")
    assert alts[0] == 'Diagram "rendah": WhatsApp 3, Telepon 2.'
    text = pdf_text(rendered / "laporan.pdf")
    assert "Gambar 2. Kebanyakan" in text
    assert "Tabel 2. Daftar kecil" in text


def test_figures_keep_their_keys(rendered: Path) -> None:
    keys = page(rendered / "laporan.html").xpath("//span[@class='angka']/@data-kunci")
    assert set(keys) == {"2023-07,tiket.jumlah,,"}


def test_tables_have_scopes_and_a_box_to_scroll(rendered: Path) -> None:
    root = page(rendered / "laporan.html")
    assert set(root.xpath("//thead//th/@scope")) == {"col"}
    boxes = root.xpath("//div[@class='gulir']")
    assert len(boxes) == len(root.xpath("//table")) == 3
    assert all(box.get("tabindex") == "0" and box.get("aria-label") for box in boxes)


def test_notes_are_for_the_speaker_alone(rendered: Path) -> None:
    assert "Hanya untuk pembicara" not in (rendered / "laporan.html").read_text("utf-8")
    assert "Hanya untuk pembicara" not in pdf_text(rendered / "laporan.pdf")
    notes = texts(page(rendered / "slide.html"), "//aside[@class='notes']")
    assert notes == ["Hanya untuk pembicara."]


def test_slides_lose_no_text(rendered: Path) -> None:
    long, slides = page(rendered / "laporan.html"), page(rendered / "slide.html")
    for path in ("//tbody/tr", "//section[@id='evaluasi']/p", "//section[@id='evaluasi']/ul/li"):
        assert texts(slides, path) == texts(long, path)


def test_the_pdf_is_tagged_and_named(rendered: Path) -> None:
    reader = pypdf.PdfReader(rendered / "laporan.pdf")
    catalog = reader.trailer["/Root"]
    assert reader.metadata.title == "Laporan Uji"
    assert catalog["/Lang"] == "id"
    assert catalog["/MarkInfo"]["/Marked"]
    assert "pdfuaid" in catalog["/Metadata"].get_data().decode()
    width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
    assert (round(width), round(height)) == (595, 842)


def test_pages_have_a_running_head_and_numbers(rendered: Path) -> None:
    pages = [sheet.extract_text() for sheet in pypdf.PdfReader(rendered / "laporan.pdf").pages]
    for number, text in enumerate(pages, start=1):
        assert "Juli 2023" in text
        assert f"Halaman {number} dari {len(pages)}" in text


def test_a_table_that_breaks_repeats_its_header(rendered: Path) -> None:
    pages = [sheet.extract_text() for sheet in pypdf.PdfReader(rendered / "laporan.pdf").pages]
    with_rows = [text for text in pages if re.search(r"nomor\s+\d+", text)]
    assert len(with_rows) > 1
    assert all("Tanggal" in text and "Jumlah" in text for text in with_rows)


def test_the_same_document_gives_the_same_bytes(
    document: Document, rendered: Path, tmp_path: Path
) -> None:
    render_pandoc(document, ["html", "pdf", "slide"], tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (rendered / path.name).read_bytes(), path.name


def test_pages_are_small(rendered: Path) -> None:
    assert all(path.stat().st_size < 3_000_000 for path in rendered.iterdir())
