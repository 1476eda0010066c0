"""The rows of a file of separated values, each with the number of the line that it starts on."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from itertools import islice

from laporan.dasar.errors import LaporanError
from laporan.read.header import Columns, no_header, trim

SEPARATORS = (",", ";", "\t", "|")
# A header further down than this is not looked for when the separator is.
SEPARATOR_LINES = 2000
EXPORT_AGAIN = (
    "Barangkali berkasnya terpotong. Unduh ulang ekspornya tanpa membukanya dengan Excel."
)
# A cell may hold a whole e-mail; one that is longer has no end.
LONGEST_CELL = 1 << 24


# A separator that a file names in its first line: any mark but a quote.
_NAMED = re.compile(rb'"?sep=([!#-/:-@\[-`{-~\t])')


@dataclass(frozen=True)
class Row:
    """The cells of a row, and the line that it starts on, from 1."""

    baris: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def is_remark(self) -> bool:
        """Whether it is a line that starts with ``#``."""
        return bool(self.cells) and self.cells[0].startswith("#") and len(trim(self.cells)) == 1

    @property
    def filled(self) -> int:
        """The number of cells up to the last that holds something."""
        return len(trim(self.cells))


def find_separator(content: bytes, columns: Columns, berkas: str) -> str:
    """Take the first separator that shows the header; the one that ``sep=`` names is tried first.

    Raises
    ------
    LaporanError
        If none shows a header: the message lists the missing and the existing columns.
    """
    named = _NAMED.match(content)
    candidates = dict.fromkeys([named[1].decode()] if named else [])
    candidates |= dict.fromkeys(SEPARATORS)
    seen: list[list[str]] = []
    for separator in candidates:
        for cells in _try_separator(content, separator):
            if columns.heads(cells):
                return separator
            seen.append(cells)
    for cells in seen:
        # A spreadsheet set to another separator takes a whole line for one cell.
        if len(cells) == 1 and any(columns.heads(cells[0].split(mark)) for mark in SEPARATORS):
            raise LaporanError(
                f"{berkas}: setiap baris menjadi satu sel, karena berkasnya pernah disimpan oleh "
                "Excel dengan pemisah yang lain. Unduh ulang ekspornya tanpa membukanya dengan "
                "Excel."
            )
    raise no_header(berkas, seen, columns)


def _try_separator(content: bytes, separator: str) -> Iterator[list[str]]:
    """Give the first rows; by a wrong separator, quotes may stand where they cannot."""
    # Errors are no concern here: what is wrong with the file shows when its rows are read.
    with suppress(csv.Error):
        yield from islice(csv.reader(_lines(content), delimiter=separator), SEPARATOR_LINES)


def read_rows(
    content: bytes, separator: str, berkas: str, todo: str = EXPORT_AGAIN
) -> Iterator[Row]:
    """Give the rows of UTF-8 text one by one.

    Parameters
    ----------
    todo
        What the error advises.

    Raises
    ------
    LaporanError
        If a quote has no partner.
    """
    reader = csv.reader(_lines(content), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            yield Row(line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise LaporanError(
            f"{berkas}, baris {line}: tanda petik tidak berpasangan atau sel terlalu panjang "
            f"({error}). {todo}"
        ) from error


def _lines(content: bytes) -> TextIOWrapper:
    """Give the lines one by one, whatever ends them; line breaks in cells stay as they are."""
    return TextIOWrapper(BytesIO(content), encoding="utf-8", newline="")


@contextmanager
def long_cells() -> Iterator[None]:
    """Let cells be longer than the csv module expects, while a file is read."""
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(limit)
