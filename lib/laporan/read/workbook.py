"""Workbooks: real ones, and the HTML pages that some systems name ``.xls``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

import pandas as pd

from laporan.errors import LaporanError
from laporan.read.apart import load_sheets_apart
from laporan.read.archive import SIGNATURE, open_workbook
from laporan.read.disguise import OLD_SIGNATURE, refuse_disguised
from laporan.read.header import Columns, no_header
from laporan.read.html_table import html_tables, is_html
from laporan.read.notes import describe
from laporan.read.raw_table import RawTable
from laporan.read.sheets import Sheet, load_sheets

# Power BI writes its filters in a cell under the table.
FILTERS = "Applied filters:"


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
    raw = path.read_bytes()
    if not raw.strip():
        raise LaporanError(f"{path.name} kosong. Salin ulang berkasnya.")
    sheets = _sheets(raw, path.name)
    found = [sheet for sheet in sheets if sheet.header(columns) is not None]
    shown = [sheet for sheet in found if sheet.visible]
    if not found:
        raise no_header(path.name, (row for sheet in sheets for row in sheet.grid), columns)
    if not shown:
        raise LaporanError(
            f"{path.name}: tabelnya hanya ada di lembar tersembunyi {found[0].name!r}, yang tidak "
            "dibaca. Tampilkan lembar itu (klik kanan tab lembar, Unhide), lalu simpan kembali."
        )
    table = _table(path.name, shown[0], columns)
    warnings = [
        *_warn_of_sheets(path.name, shown, columns),
        *_warn_of_merged(path.name, shown[0], columns, numeric),
    ]
    return RawTable(table.berkas, table.data, table.keterangan, peringatan=tuple(warnings))


def _sheets(raw: bytes, berkas: str) -> list[Sheet]:
    refuse_disguised(raw, berkas)
    if is_html(raw):
        return [
            Sheet(f"tabel {number}", grid)
            for number, grid in enumerate(html_tables(raw, berkas), start=1)
        ]
    if raw.startswith(SIGNATURE):
        return load_sheets(open_workbook(raw, berkas), berkas)
    if raw.startswith(OLD_SIGNATURE):
        return load_sheets_apart(raw, berkas)
    raise LaporanError(
        f"{berkas} bernama buku kerja, tetapi isinya bukan. Salin ulang berkas aslinya."
    )


def _table(berkas: str, sheet: Sheet, columns: Columns) -> RawTable:
    header = sheet.header(columns) or 0
    names = columns.name(sheet.grid[header])
    places = [place for place, name in enumerate(names) if name]
    keterangan = describe(sheet.grid[:header])
    rows: dict[int, list[str]] = {}
    for baris, row in enumerate(sheet.grid[header + 1 :], header + 2):
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


def _warn_of_sheets(berkas: str, found: Sequence[Sheet], columns: Columns) -> list[str]:
    """Name the sheets that look just like the one that is read."""
    if len(found) < 2:
        return []
    others = ", ".join(repr(sheet.name) for sheet in found[1:])
    return [
        f"{berkas}: hanya lembar {found[0].name!r} yang dibaca. Lembar {others} juga punya judul "
        "kolom ini; bila isinya bagian dari bulan ini, gabungkan ke lembar pertama."
    ]


def _warn_of_merged(
    berkas: str, sheet: Sheet, columns: Columns, numeric: Collection[str]
) -> list[str]:
    """Name the numbers that stand once in the sheet and count in several rows."""
    header = sheet.header(columns) or 0
    names = columns.name(sheet.grid[header])
    places = sorted(
        (row, column)
        for row, column in sheet.gabungan
        if row > header
        and names[column] in numeric
        and any(map(str.isdigit, sheet.grid[row][column]))
    )
    return [
        f"{berkas}, baris {row + 1}, kolom {names[column]!r}: sel gabungan; angkanya "
        f"({sheet.grid[row][column]}) dihitung juga di baris ini. Bila itu satu angka untuk "
        "beberapa baris, pisahkan selnya dan isi tiap barisnya."
        for row, column in places
    ]
