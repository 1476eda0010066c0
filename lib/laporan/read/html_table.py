"""The tables of an HTML page that is named like a workbook."""

from __future__ import annotations

from lxml import etree, html

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.read.encoding import decode

START_BYTES = 1024
MOST_CELLS = 1_000_000


def is_html(raw: bytes) -> bool:
    """Tell whether a file that is named like a workbook is an HTML page."""
    start = raw[:START_BYTES].replace(b"\0", b"").lower()
    return b"<html" in start or b"<table" in start


def html_tables(raw: bytes, berkas: str) -> list[list[list[str]]]:
    """Read every table of a page as rows of cells of equal number.

    A cell that spans rows fills down; one that spans columns stands in the first of them.

    Raises
    ------
    LaporanError
        If the page is broken, or spans unfold to too many cells.
    """
    # Bytes with the encoding told apart: a text with an XML declaration is refused by lxml.
    page = decode(raw, berkas).encode()
    try:
        root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise LaporanError(
            f"{berkas} tidak dapat dibaca: isinya halaman HTML yang rusak ({error}). "
            "Buka dengan Excel, lalu simpan kembali sebagai .xlsx."
        ) from error
    return [_grid(table, berkas) for table in root.iter("table")]


def _grid(table: html.HtmlElement, berkas: str) -> list[list[str]]:
    cells: dict[tuple[int, int], str] = {}
    rows = list(table.iter("tr"))
    for at, row in enumerate(rows):
        place = 0
        for cell in row.iterchildren("td", "th"):
            while (at, place) in cells:
                place += 1
            text = " ".join(cell.text_content().split())
            height, width = min(_span(cell, "rowspan"), len(rows) - at), _span(cell, "colspan")
            if len(cells) + height * width > MOST_CELLS:
                raise LaporanError(
                    f"{berkas}: tabel HTML di dalamnya terbentang melebihi {angka(MOST_CELLS)} "
                    "sel karena rowspan dan colspan. Buka dengan Excel, salin tabelnya saja ke "
                    "buku kerja baru, lalu simpan sebagai .xlsx."
                )
            for below in range(height):
                for right in range(width):
                    cells[at + below, place + right] = "" if right else text
    width = max((place for _, place in cells), default=-1) + 1
    return [[cells.get((at, place), "") for place in range(width)] for at in range(len(rows))]


def _span(cell: html.HtmlElement, name: str) -> int:
    text = cell.get(name, "1").strip()
    # Excel itself has no more columns than this; a larger span is a slip or an attack.
    return min(int(text), 16_384) if text.isdecimal() and int(text) else 1
