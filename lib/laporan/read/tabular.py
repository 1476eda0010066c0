"""CSV and its kin: any encoding, any separator, tables that start anywhere or are stacked."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pandas as pd

from laporan.errors import LaporanError
from laporan.read.bulk import read_bulk
from laporan.read.encoding import decode
from laporan.read.header import Columns, no_header, trim
from laporan.read.notes import describe, refuse_dated_numbers
from laporan.read.raw_table import RawTable, no_broken_rows

SEPARATORS = (",", ";", "\t", "|")
# A header further down than this is not looked for when the separator is.
SEPARATOR_LINES = 2000
WORKBOOK_SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class _Row:
    baris: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    @property
    def is_remark(self) -> bool:
        return bool(self.cells) and self.cells[0].startswith("#") and len(trim(self.cells)) == 1


def read_tabular(path: Path, columns: Columns, *, stacked: bool = False) -> list[RawTable]:
    """Read the tables of a file of separated values.

    Parameters
    ----------
    path
        The file.
    columns
        What the header must have: it is found by that, not by its place.
    stacked
        Whether further tables with such a header may follow, each after a blank line.

    Returns
    -------
    list[RawTable]
        One a table.

    Raises
    ------
    LaporanError
        If the file is empty, is no text, has no such header, or has rows shifted against it.
    """
    text = _read_text(path)
    if not text.strip("\ufeff\0 \r\n\t"):
        raise LaporanError(f"{path.name} kosong. Unduh ulang ekspornya.")
    separator = find_separator(text, columns, path.name)
    if stacked:
        return _read_blocks(text, separator, columns, path.name)
    return [_read_single(text, separator, columns, path.name)]


def _read_text(path: Path) -> str:
    raw = path.read_bytes()
    if raw.startswith(WORKBOOK_SIGNATURES):
        raise LaporanError(
            f"{path.name} adalah buku kerja Excel, bukan CSV. "
            "Pakai ekspor CSV aslinya, atau simpan dari Excel sebagai CSV UTF-8."
        )
    return decode(raw, path.name)


def find_separator(text: str, columns: Columns, berkas: str) -> str:
    """Take the first separator that shows the header; the one that ``sep=`` names is tried first.

    Raises
    ------
    LaporanError
        If none shows a header: the message lists the missing and the existing columns.
    """
    named = re.match(r'"?sep=(.)', text)
    candidates = (named[1], *SEPARATORS) if named else SEPARATORS
    seen: list[list[str]] = []
    for separator in candidates:
        for cells in _try_separator(text, separator):
            if columns.heads(cells):
                return separator
            seen.append(cells)
    raise no_header(berkas, seen, columns)


def _try_separator(text: str, separator: str) -> Iterator[list[str]]:
    """Give the first rows; by a wrong separator, quotes may stand where they cannot."""
    # Errors are no concern here: what is wrong with the file shows when its rows are read.
    with suppress(csv.Error):
        yield from islice(csv.reader(_lines(text), delimiter=separator), SEPARATOR_LINES)


def _rows(text: str, separator: str, berkas: str) -> Iterator[_Row]:
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield _Row(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise LaporanError(
            f"{berkas}, baris {line}: tanda petik tidak berpasangan atau sel terlalu panjang "
            f"({error}). Unduh ulang ekspornya tanpa membukanya dengan Excel."
        ) from error


def _lines(text: str) -> Iterator[str]:
    """Give the lines one by one: a large file is not copied for the sake of its first ones."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _read_single(text: str, separator: str, columns: Columns, berkas: str) -> RawTable:
    rows = _rows(text, separator, berkas)
    before: list[_Row] = []
    header = next(rows)
    while not columns.heads(header.cells):
        before.append(header)
        header = next(rows)
    names = columns.name(trim(header.cells))
    below = next(rows, None)
    if below is None:
        return _table(berkas, names, [], describe(row.cells for row in before))
    bulk = read_bulk(text, below.baris, separator, names, columns.names)
    if bulk is not None:
        return RawTable(berkas, bulk, describe(row.cells for row in before))
    rest = [row for row in (below, *rows) if not row.is_blank]
    table = _table(berkas, names, rest, describe(row.cells for row in before))
    return replace(table, data=table.data[[name for name in names if name in columns.names]])


def _read_blocks(text: str, separator: str, columns: Columns, berkas: str) -> list[RawTable]:
    tables: list[RawTable] = []
    before: list[_Row] = []
    names: list[str] | None = None
    below: list[_Row] = []
    for row in (*_rows(text, separator, berkas), None):
        starts = row is not None and columns.heads(row.cells)
        if names is not None and (row is None or starts or row.is_blank or row.is_remark):
            tables.append(_table(berkas, names, below, describe(row.cells for row in before)))
            names, below, before = None, [], []
        if row is not None and starts:
            names = columns.name(trim(row.cells))
        elif row is not None and names is not None:
            below.append(row)
        elif row is not None:
            refuse_dated_numbers(berkas, row.baris, row.cells)
            before.append(row)
    return tables


def _table(
    berkas: str, names: Sequence[str], rows: Sequence[_Row], keterangan: Mapping[str, str]
) -> RawTable:
    width = len(names)
    cells = [trim(row.cells) if len(row.cells) > width else row.cells for row in rows]
    if rows and max(map(len, cells)) < width:
        raise LaporanError(
            f"{berkas}: judul tabel punya {width} kolom, tetapi barisnya paling banyak "
            f"{max(map(len, cells))} (misalnya baris {rows[0].baris}). Isi kolom bergeser dari "
            "judulnya, sehingga berkas ini tidak dipakai. Unduh ulang ekspornya."
        )
    fits = [len(row) <= width for row in cells]
    data = pd.DataFrame(
        [[*row, *[""] * (width - len(row))] for row, fit in zip(cells, fits, strict=True) if fit],
        columns=pd.Index(list(names), dtype="str"),
        index=pd.Index(
            [row.baris for row, fit in zip(rows, fits, strict=True) if fit],
            name="baris",
            dtype="int64",
        ),
        dtype="str",
    )
    broken = [
        (row.baris, f"baris punya {len(found)} sel, judul tabel {width}")
        for row, found, fit in zip(rows, cells, fits, strict=True)
        if not fit
    ]
    return RawTable(
        berkas,
        data.loc[:, data.columns != ""].replace("", None).astype("str"),
        keterangan,
        pd.DataFrame(broken, columns=["baris", "alasan"]) if broken else no_broken_rows(),
    )
