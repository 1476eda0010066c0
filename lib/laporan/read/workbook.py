"""Workbooks: real ones, and the HTML pages that some systems name ``.xls``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.read.apart import load_sheets_apart
from laporan.read.disguise import OLD_SIGNATURE, refuse_disguised
from laporan.read.further_sheets import is_summary, is_version, with_header
from laporan.read.header import Columns, no_header
from laporan.read.hidden import hidden_rows
from laporan.read.html_table import html_tables, is_html
from laporan.read.lines_above import describe
from laporan.read.raw_table import RawTable, book_of_rows
from laporan.read.shape import drop_doubles, refuse_rows_above
from laporan.read.sheet_checks import (
    refuse_fractions,
    warn_of_cancelled,
    warn_of_further,
    warn_of_hidden,
    warn_of_merged,
    warn_of_sheets,
    warn_of_unread,
)
from laporan.read.sheets import Grid, Sheet, load_sheets, unreadable
from laporan.read.struck import struck_rows
from laporan.read.workbook_zip import SIGNATURE, open_workbook

# Power BI writes its filters in a cell under the table.
FILTERS = "Applied filters:"
# The rules by which rows are left out: headings within the table, and further sheets.
JUDUL_LAGI, LEMBAR_LAIN = "judul kolom berulang", "lembar lain"


def read_workbook(path: Path, columns: Columns, numeric: Collection[str] = ()) -> RawTable:
    """Read the first visible sheet that has the header.

    Title rows above the header go into ``keterangan``; merged cells fill down; blank rows are
    left out.

    Parameters
    ----------
    path
        The file.
    columns
        What the header must have.
    numeric
        The columns of numbers that are added up, in which a merged cell counts once a row.

    Raises
    ------
    LaporanError
        If the file is empty, is no workbook, is protected, would unpack to too much, or no
        visible sheet has the header.
    """
    sheets = read_sheets(path)
    found = [sheet for sheet in sheets if sheet.header(columns) is not None]
    shown = [sheet for sheet in found if sheet.visible]
    if not found:
        raise no_header(path.name, (row for sheet in sheets for row in sheet.grid), columns)
    if not shown:
        raise LaporanError(
            f"{path.name}: tabelnya hanya ada di lembar tersembunyi {found[0].name!r}, yang tidak "
            "dibaca. Tampilkan lembar itu (klik kanan tab lembar, Unhide), lalu simpan kembali."
        )
    # A summary leads only where there is nothing else.
    lists = [sheet for sheet in shown if not is_summary(sheet, columns)] or shown
    shown = [*lists, *(sheet for sheet in shown if sheet not in lists)]
    table = _table(path.name, shown[0], columns)
    refuse_fractions(path.name, shown[0], columns, numeric)
    further = _further(path.name, sheets, lists, columns)
    for sheet in further:
        more = _table(path.name, sheet, columns)
        refuse_fractions(path.name, sheet, columns, numeric)
        table = replace(
            table,
            data=pd.concat([table.data, more.data]),
            lembar=(*table.lembar, *more.lembar),
            dilewati=pd.concat([table.dilewati, more.dilewati], ignore_index=True),
        )
    joined = {sheet.name for sheet in further}
    unread = [each for each in sheets if each.visible and each not in found]
    shown = [sheet for sheet in shown if sheet.name not in joined]
    others = [row for sheet in shown[1:] for row in _table(path.name, sheet, columns).data.index]
    left_out = book_of_rows("aturan", others, [LEMBAR_LAIN] * len(others))
    warnings = [
        *warn_of_sheets(path.name, shown),
        *warn_of_merged(path.name, shown[0], columns, numeric),
        *warn_of_hidden(path.name, shown[0], table),
        *warn_of_further(path.name, further),
        *warn_of_unread(path.name, [each for each in unread if each.name not in joined], columns),
        *warn_of_cancelled(path.name, [shown[0], *further], table),
    ]
    return replace(
        table,
        dilewati=pd.concat([table.dilewati, left_out], ignore_index=True),
        peringatan=tuple(warnings),
    )


def is_workbook(raw: bytes) -> bool:
    """Tell whether a file's content is a workbook's, whatever its name says."""
    return raw.startswith((SIGNATURE, OLD_SIGNATURE)) or is_html(raw)


def _further(
    berkas: str, sheets: Sequence[Sheet], lists: Sequence[Sheet], columns: Columns
) -> list[Sheet]:
    """Find the sheets on which the list of the first goes on."""
    first = _table(berkas, lists[0], columns).data.fillna("")
    rows = first.to_numpy().tolist()
    found = []
    for sheet in sheets:
        if not sheet.visible or sheet is lists[0] or (sheet in lists and first.empty):
            continue
        headed = sheet in lists
        each = sheet if headed else None
        if sheet.header(columns) is None:
            each = with_header(sheet, lists[0], columns)
        if each is None:
            continue
        data = _table(berkas, each, columns).data.fillna("")
        same = set(data.columns) == set(first.columns)
        if same and not is_version(data[first.columns].to_numpy().tolist(), rows):
            found.append(each)
    return found


def read_sheets(path: Path) -> list[Sheet]:
    """Read all sheets of a workbook, also hidden ones and those without the header.

    Raises
    ------
    LaporanError
        If the file is empty, is no workbook, is protected, or would unpack to too much.
    """
    raw, berkas = path.read_bytes(), path.name
    if not raw.strip():
        raise LaporanError(f"{berkas} kosong. Salin ulang berkasnya.")
    refuse_disguised(raw, berkas)
    if is_html(raw):
        return [
            Sheet(f"tabel {number}", grid)
            for number, grid in enumerate(html_tables(raw, berkas), start=1)
        ]
    if raw.startswith(SIGNATURE):
        content = open_workbook(raw, berkas)
        try:
            hidden, struck = hidden_rows(content), struck_rows(content)
        except ValueError as error:
            # A number of its XML that is none.
            raise unreadable(berkas, "isinya rusak") from error
        return [
            replace(
                sheet,
                tersembunyi=hidden.get(sheet.name, ()),
                dicoret=struck.get(sheet.name, {}),
            )
            for sheet in load_sheets(content, berkas)
        ]
    if raw.startswith(OLD_SIGNATURE):
        return load_sheets_apart(raw, berkas)
    raise LaporanError(
        f"{berkas} bernama buku kerja, tetapi isinya bukan. Salin ulang berkas aslinya."
    )


def _table(berkas: str, sheet: Sheet, columns: Columns) -> RawTable:
    header = -1 if sheet.kepala else sheet.header(columns) or 0
    heading = sheet.kepala or sheet.grid[header]
    names = columns.name(heading)
    places = [place for place, name in enumerate(names) if name]
    keterangan = describe(sheet.grid[: max(header, 0)])
    refuse_rows_above(_right_above(sheet.grid, max(header, 0)), names, berkas)
    cancelled: dict[int, str] = {}
    rows: dict[int, list[str]] = {}
    again: list[int] = []
    for baris, row in enumerate(sheet.grid[header + 1 :], header + 2):
        filled = [cell for cell in row if cell]
        if filled and filled[0].startswith(FILTERS):
            keterangan["filter"] = filled[0].removeprefix(FILTERS).strip()
        elif columns.heads(row):
            _refuse_another_order(berkas, baris, columns.name(row), names)
            again.append(baris)
        elif any(row[place] for place in places) and baris in sheet.dicoret:
            cancelled[baris] = sheet.dicoret[baris]
        elif any(row[place] for place in places):
            rows[baris] = [row[place] for place in places]
    data = pd.DataFrame(
        list(rows.values()),
        columns=pd.Index([names[place] for place in places], dtype="str"),
        index=pd.Index(list(rows), name="baris", dtype="int64"),
        dtype="str",
    )
    data = drop_doubles(data, columns.doubles(names), berkas).replace("", None).astype("str")
    left_out = book_of_rows(
        "aturan", [*again, *cancelled], [*[JUDUL_LAGI] * len(again), *cancelled.values()]
    )
    headings = columns.headings(heading)
    return RawTable(
        berkas,
        data,
        keterangan,
        dilewati=left_out,
        judul=headings,
        lembar=((sheet.name, len(data)),),
    )


def _right_above(grid: Grid, header: int) -> list[tuple[int, list[str]]]:
    """Give the rows between the last blank one and the header, with their numbers."""
    blank = [at for at, row in enumerate(grid[:header]) if not any(row)]
    first = blank[-1] + 1 if blank else 0
    return [(at + 1, grid[at]) for at in range(first, header)]


def _refuse_another_order(
    berkas: str, baris: int, names: Sequence[str], first: Sequence[str]
) -> None:
    if list(names) != list(first):
        raise LaporanError(
            f"{berkas}, baris {baris}: ada judul kolom lagi, dengan urutan atau kolom yang lain. "
            "Jadikan satu tabel, dengan satu judul kolom di atasnya."
        )
