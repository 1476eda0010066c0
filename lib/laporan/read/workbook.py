"""Workbooks: real ones, and the HTML pages that some systems name ``.xls``."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pandas as pd
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, ZipError

from laporan.errors import LaporanError
from laporan.read.header import Columns, no_header
from laporan.read.html_table import html_tables, is_html
from laporan.read.notes import describe
from laporan.read.raw_table import RawTable

# Power BI writes its filters in a cell under the table.
FILTERS = "Applied filters:"

Grid = list[list[str]]


def read_workbook(path: Path, columns: Columns) -> RawTable:
    """Read the first sheet that has the header.

    Title rows above the header go into ``keterangan``; merged cells fill down; blank rows are
    left out.

    Parameters
    ----------
    path
        The file.
    columns
        What the header must have.

    Raises
    ------
    LaporanError
        If the file is empty, is no workbook, is protected, or no sheet has the header.
    """
    raw = path.read_bytes()
    if not raw.strip():
        raise LaporanError(f"{path.name} kosong. Salin ulang berkasnya.")
    grids = html_tables(raw, path.name) if is_html(raw) else _sheets(raw, path.name)
    for grid in grids:
        heads = [columns.heads(row) for row in grid]
        if any(heads):
            header = heads.index(True)
            # Header cells merged over two rows make the second one a header, too.
            while heads[header + 1 : header + 2] == [True]:
                header += 1
            return _table(path.name, grid, header, columns)
    raise no_header(path.name, (row for grid in grids for row in grid), columns)


def _sheets(raw: bytes, berkas: str) -> list[Grid]:
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        return [_grid(book.get_sheet_by_name(name)) for name in book.sheet_names]
    except PasswordError as error:
        raise LaporanError(
            f"{berkas} terkunci kata sandi. Simpan salinannya tanpa kata sandi."
        ) from error
    except (CalamineError, ZipError, OSError) as error:
        raise LaporanError(
            f"{berkas} tidak dapat dibaca sebagai buku kerja Excel ({error}). "
            "Buka dengan Excel, lalu simpan kembali sebagai .xlsx."
        ) from error


def _grid(sheet: CalamineSheet) -> Grid:
    grid = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or []:
        # Merged cells may lie beyond those that hold anything.
        if top < len(grid) and left < len(grid[top]):
            for row in grid[top + 1 : bottom + 1]:
                row[left] = grid[top][left]
    return grid


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


def _table(berkas: str, grid: Grid, header: int, columns: Columns) -> RawTable:
    names = columns.name(grid[header])
    places = [place for place, name in enumerate(names) if name]
    keterangan = describe(grid[:header])
    rows: dict[int, list[str]] = {}
    for baris, row in enumerate(grid[header + 1 :], header + 2):
        filled = [cell for cell in row if cell]
        if filled and filled[0].startswith(FILTERS):
            keterangan["filter"] = filled[0].removeprefix(FILTERS).strip()
        elif any(row[place] for place in places):
            rows[baris] = [row[place] for place in places]
    data = pd.DataFrame(
        list(rows.values()),
        columns=pd.Index([names[place] for place in places], dtype="str"),
        index=pd.Index(list(rows), name="baris", dtype="int64"),
        dtype="str",
    )
    return RawTable(berkas, data.replace("", None).astype("str"), keterangan)
