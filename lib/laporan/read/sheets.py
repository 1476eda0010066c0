"""The sheets of a workbook as rows of text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
)

from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import shorten
from laporan.read.header import Columns
from laporan.read.workbook_zip import MOST_CELLS, locked, too_wide

Grid = list[list[str]]


@dataclass(frozen=True)
class Sheet:
    """A sheet as rows of cells of equal number.

    Attributes
    ----------
    name
        The name on its tab.
    grid
        The cells' texts, from A1 on; merged cells are filled down.
    visible
        Whether the workbook shows it.
    gabungan
        The places, row and column from 0, that a merged cell above them filled.
    pecahan
        The places of numbers that are not whole.
    tersembunyi
        The rows, from 1, that are hidden, such as by a filter.
    dicoret
        The rows, from 1, that somebody cancelled by their looks, each with the rule.
    kepala
        The header, where it stands in another sheet.
    """

    name: str
    grid: Grid
    visible: bool = True
    gabungan: tuple[tuple[int, int], ...] = ()
    pecahan: tuple[tuple[int, int], ...] = ()
    tersembunyi: tuple[int, ...] = ()
    dicoret: Mapping[int, str] = field(default_factory=dict)
    kepala: tuple[str, ...] = ()

    def header(self, columns: Columns) -> int | None:
        """Find the row of the header, from 0."""
        heads = [columns.heads(row) for row in self.grid]
        if not any(heads):
            return None
        place = heads.index(True)
        # Header cells merged over two rows make the second one a header, too.
        while heads[place + 1 : place + 2] == [True]:
            place += 1
        return place


def load_sheets(content: bytes, berkas: str) -> list[Sheet]:
    """Read all sheets of a workbook.

    Raises
    ------
    LaporanError
        If it is no workbook, is protected or damaged, or has cells far from all others.
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return [
            _sheet(
                book.get_sheet_by_name(meta.name),
                visible=meta.visible == SheetVisibleEnum.Visible,
                berkas=berkas,
            )
            for meta in book.sheets_metadata
        ]
    except PasswordError as error:
        raise locked(berkas) from error
    except (CalamineError, OSError, ValueError) as error:
        raise unreadable(berkas, str(error)) from error
    except BaseException as error:
        # How calamine, which is no Python, ends at what it did not expect.
        if type(error).__name__ != "PanicException":
            raise
        raise unreadable(berkas, str(error)) from error


def unreadable(berkas: str, reason: str) -> LaporanError:
    """Make the error for what the library cannot read."""
    return LaporanError(
        f"{berkas} tidak dapat dibaca sebagai buku kerja Excel ({shorten(reason, 200)}). "
        "Buka dengan Excel, lalu simpan kembali sebagai .xlsx."
    )


def _sheet(sheet: CalamineSheet, *, visible: bool, berkas: str) -> Sheet:
    last_row, last_column = sheet.end or (-1, -1)
    if (last_row + 1) * (last_column + 1) > MOST_CELLS:
        raise too_wide(berkas, last_row + 1, last_column + 1)
    values = sheet.to_python(skip_empty_area=False)
    grid = [[_text(value) for value in row] for row in values]
    fractions = tuple(
        (at, place)
        for at, row in enumerate(values)
        for place, value in enumerate(row)
        if isinstance(value, float) and not value.is_integer()
    )
    filled = []
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        # Merged cells may lie beyond those that hold anything.
        if top < len(grid) and left < len(grid[top]) and grid[top][left]:
            for below in range(top + 1, min(bottom + 1, len(grid))):
                grid[below][left] = grid[top][left]
                filled.append((below, left))
    return Sheet(sheet.name, grid, visible, tuple(filled), fractions)


def _text(value: float | str | bool | time | date | datetime | timedelta) -> str:
    """Write a cell as text: dates in ISO form, whole numbers without a decimal point."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value).strip()
