"""Columns that were filled last month and hold nothing at all this month, in however few rows.

Within one file few empty cells say nothing (`laporan.clean.unsupplied`); the month before does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from laporan.clean.schema import Hasil
from laporan.clean.schema.declared import titles_of
from laporan.clean.texts import TIDAK_TERCATAT
from laporan.clean.unsupplied import DIPASOK, TERHAPUS
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.read.header import fold
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData

TERISI_DAHULU = "terisi seperti bulan lalu"
# The checks of a single file that tell the same.
_OWN = (TERHAPUS, DIPASOK)


def check_emptied(now: MonthData, before: MonthData, settings: Settings) -> Hasil:
    """Warn of columns that are wholly empty, though most of last month's rows had them filled.

    What was seldom filled, such as the faults of broadcasts, may well be empty for a month; and
    what the file's own check has told is not told again.

    Parameters
    ----------
    now, before
        The month and the month before, cleaned.
    settings
        The month's, for how the columns are headed.
    """
    told = {(each.sumber, fold(each.kolom)) for each in now.temuan if each.pemeriksaan in _OWN}
    columns = list(_columns(now, before, settings))
    found = tuple(
        _finding(now, before, sumber, name, title)
        for sumber, name, title in columns
        if _filled(now.tables[sumber][name]) == 0 and (sumber, fold(title)) not in told
    )
    expected = "Kolom yang terisi bulan lalu tidak kosong seluruhnya bulan ini."
    check = Pemeriksaan(TERISI_DAHULU, expected, diperiksa=len(columns), gagal=len(found))
    return Hasil(found, (check,) if columns else ())


def _columns(
    now: MonthData, before: MonthData, settings: Settings
) -> Iterator[tuple[str, str, str]]:
    """Give source, name and heading of each column that most of last month's rows had filled."""
    for sumber, source in SOURCES.items():
        table, earlier = (month.tables.get(sumber, pd.DataFrame()) for month in (now, before))
        titles = titles_of(sumber, settings)
        for name in (column.name for column in source.table if column.judul):
            known = name in table and name in earlier and len(table)
            if known and 2 * _filled(earlier[name]) > len(earlier):
                yield sumber, name, titles[name]


def _filled(column: pd.Series[Any]) -> int:
    return int((column.notna() & column.ne(TIDAK_TERCATAT)).sum())


def _finding(now: MonthData, before: MonthData, sumber: str, name: str, title: str) -> Temuan:
    earlier, rows = before.tables[sumber][name], len(now.tables[sumber])
    files = now.berkas.loc[now.berkas["sumber"].eq(sumber), "berkas"]
    return Temuan(
        TERISI_DAHULU,
        f"kosong di semua {angka(rows)} barisnya, padahal {before.bulan.label} terisi "
        f"{angka(_filled(earlier))} dari {angka(len(earlier))}. Bila isinya terhapus atau tidak "
        "ikut terekspor, ekspor ulang.",
        sumber=sumber,
        berkas=daftar(files),
        kolom=title,
        jumlah=rows,
    )
