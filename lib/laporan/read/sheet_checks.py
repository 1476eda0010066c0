"""What a sheet shows besides its cells: numbers taken for fractions, merged and hidden cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from laporan.dasar.errors import LaporanError
from laporan.read.header import Columns
from laporan.read.raw_table import RawTable
from laporan.read.sheets import Sheet

_NUMBER = re.compile(r"\d")

# What would be read as thousands.
THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")


def refuse_fractions(berkas: str, sheet: Sheet, columns: Columns, numeric: Collection[str]) -> None:
    """Refuse counts that a spreadsheet took for fractions, as by 1.707 typed in English."""
    header = sheet.header(columns) or 0
    names = columns.name(sheet.grid[header])
    for row, column in sheet.pecahan:
        text = sheet.grid[row][column]
        if row > header and names[column] in numeric and THOUSANDS.fullmatch(text):
            raise LaporanError(
                f"{berkas}, baris {row + 1}, kolom {names[column]!r}: "
                f"{text.replace('.', ',')} tersimpan sebagai pecahan. Barangkali "
                f"{text} diketik di Excel yang memakai titik sebagai tanda desimal, sehingga angka "
                "lain yang berakhir dengan nol pun berubah. Isi kembali kolom itu tanpa tanda "
                f"ribuan, misalnya {text.replace('.', '')}."
            )


def warn_of_sheets(berkas: str, found: Sequence[Sheet]) -> list[str]:
    """Name the sheets that look just like the one that is read."""
    if len(found) < 2:
        return []
    others = ", ".join(repr(sheet.name) for sheet in found[1:])
    return [
        f"{berkas}: hanya lembar {found[0].name!r} yang dibaca. Lembar {others} juga punya judul "
        "kolom ini; bila isinya bagian dari bulan ini, gabungkan ke lembar pertama."
    ]


def warn_of_merged(
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


def warn_of_hidden(berkas: str, sheet: Sheet, table: RawTable) -> list[str]:
    """Say which rows count that nobody sees in Excel."""
    rows = table.data.index.intersection(list(sheet.tersembunyi))
    if not len(rows):
        return []
    return [
        f"{berkas}: {len(rows)} baris (misalnya baris {rows[0]}) tersembunyi di Excel, misalnya "
        "oleh saringan, dan ikut dihitung. Hapus saringannya, lalu hapus baris yang tidak dipakai."
    ]


def warn_of_further(berkas: str, further: Sequence[Sheet]) -> list[str]:
    """Name the sheets that are read as one list with the first."""
    if not further:
        return []
    names = ", ".join(repr(sheet.name) for sheet in further)
    return [
        f"{berkas}: daftarnya berlanjut di lembar {names}, yang ikut dibaca sebagai satu daftar. "
        "Nomor barisnya menurut lembar masing-masing; gabungkan lembarnya bila memang satu daftar, "
        "atau sembunyikan yang bukan bagian dari bulan ini."
    ]


def warn_of_unread(berkas: str, sheets: Sequence[Sheet], columns: Columns) -> list[str]:
    """Name the sheets without a header that hold rows as wide as a list's, which are not read."""
    fewest = max(2, len({column.need for column in columns.read if column.need}))
    names = [
        repr(sheet.name)
        for sheet in sheets
        if any(len(cells := [*filter(None, row)]) >= fewest and _NUMBER.search(" ".join(cells))
               for row in sheet.grid)
    ]  # fmt: skip
    if not names:
        return []
    return [
        f"{berkas}: lembar {', '.join(names)} tanpa judul kolom, dan isinya tidak tampak "
        "melanjutkan daftarnya; tidak dibaca. Bila bagian dari bulan ini, gabungkan ke lembar "
        "pertama."
    ]


def warn_of_cancelled(berkas: str, sheets: Sequence[Sheet], table: RawTable) -> list[str]:
    """Say which rows are left out for their looks."""
    counts = table.dilewati["aturan"].value_counts()
    rules = {rule for sheet in sheets for rule in sheet.dicoret.values()}
    warnings = []
    for rule in sorted(rules & set(counts.index)):
        first = table.dilewati.loc[table.dilewati["aturan"].eq(rule), "baris"].iloc[0]
        warnings.append(
            f"{berkas}: {counts[rule]} {rule} (misalnya baris {first}), sehingga dianggap "
            "dibatalkan dan tidak dihitung. Bila tetap berlangsung, kembalikan hurufnya di Excel."
        )
    return warnings
