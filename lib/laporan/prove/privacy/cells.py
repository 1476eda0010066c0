"""Every cell of a month's raw exports, also of the columns and rows that no reader keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from laporan.clean.koreksi import source_of, written_lines
from laporan.dasar.settings import Settings
from laporan.read.attendance_report import read_attendance
from laporan.read.declaration import Source
from laporan.read.encoding import to_utf8
from laporan.read.folder import cannot_open, columns_of, find_files
from laporan.read.header import Columns
from laporan.read.reader import is_read_as_workbook
from laporan.read.records import find_separator, long_cells, read_rows
from laporan.read.sources import SOURCES
from laporan.read.workbook import read_sheets

WITHOUT_HEADING = "(tanpa judul)"


class Cell(NamedTuple):
    """A cell that holds something, and where an analyst finds it."""

    sumber: str
    berkas: str
    baris: int
    kolom: str
    isi: str


def read_cells(folder: Path, settings: Settings) -> Iterator[Cell]:
    """Give the cells under the headers of all files of a month's folder.

    Rows that are rejected or left out are among them, and so are hidden sheets.

    Raises
    ------
    LaporanError
        If a file can't be read.
    """
    for source in SOURCES.values():
        columns = columns_of(source, settings)
        for path in find_files(folder, source):
            berkas = f"{folder.name}/{path.name}"
            try:
                for baris, kolom, isi in _cells(path, source, columns):
                    yield Cell(source.name, berkas, baris, kolom, isi)
            except OSError as error:
                raise cannot_open(path, error) from error
    yield from _corrected_cells(folder)


def _corrected_cells(folder: Path) -> Iterator[Cell]:
    """Give what corrections say of cells, each as of the column that it corrects; and who says it.

    Their reasons are there to be printed, and who is named by one word is an office: ``DJPK``.
    """
    for berkas, baris, line in written_lines(folder):
        sumber, oleh = source_of(line["sumber"]), line["oleh"].split()
        told = [(line["kolom"], line[name]) for name in ("lama", "baru")]
        told += [("oleh", " ".join(oleh))] if len(oleh) > 1 else []
        # A source that nobody knows has the columns of none.
        known = sumber if sumber in SOURCES else next(iter(SOURCES))
        for kolom, isi in told:
            if isi.strip():
                yield Cell(known, f"{folder.name}/{berkas}", baris, kolom, isi)


def _cells(path: Path, source: Source, columns: Columns) -> Iterator[tuple[int, str, str]]:
    if source.attendance:
        table = read_attendance(path).data
        for kolom in table:
            for baris, isi in table[kolom].dropna().items():
                yield int(str(baris)), str(kolom), isi
    elif is_read_as_workbook(path, source):
        for sheet in read_sheets(path):
            yield from _under_header(enumerate(sheet.grid, start=1), columns)
    else:
        content = to_utf8(path.read_bytes(), path.name)
        with long_cells():
            separator = find_separator(content, columns, path.name)
            rows = ((row.baris, row.cells) for row in read_rows(content, separator, path.name))
            yield from _under_header(rows, columns)


def _under_header(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Columns
) -> Iterator[tuple[int, str, str]]:
    """Give the cells below the header; a further header takes over from it."""
    names: list[str] = []
    header: set[str] = set()
    for baris, cells in rows:
        # Only a row that begins with a heading can be one: most rows are told at a glance.
        if (not names or header.issuperset(cells[:1])) and columns.heads(cells):
            names, header = columns.name(cells), set(cells)
        elif names:
            for place, isi in enumerate(cells):
                if isi and not isi.isspace():
                    kolom = names[place] if place < len(names) else ""
                    yield baris, kolom or WITHOUT_HEADING, isi
