"""The month of rows: others are left out, and dates that cannot be meant are told or refused."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from laporan.clean.ledger import Ledger
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, tanggal
from laporan.dasar.temuan import Temuan

# The rule by which rows of other months are left out, as the quality report prints it.
BULAN_LAIN = "bulan lain"
TAHUN_WAJAR, SALAH_KETIK = "tahun wajar", "hari dan bulan"
# A date that is further off than this is a slip of the year; of many, the list may be old.
FAR, FEW = pd.Timedelta(days=366), 5
# So many days of other months are not all of this one, with day and month swapped, by chance.
FEWEST_SWAPPED = 3


def exclude_other_months(
    ledger: Ledger, moments: pd.Series[pd.Timestamp], bulan: Bulan, kolom: str = ""
) -> Ledger:
    """Leave out rows of other months; moments are in WIB.

    Of a few that are more than a year off, their years are told; a file of none else stops the
    report. ``kolom`` is where the moments stand, if it is one column.
    """
    here = moments.loc[ledger.rows.index]
    found = [
        replace(each, kolom=kolom)
        for each in (
            *_find_far(ledger.rows, here, bulan),
            *_find_mistyped(ledger.rows, here, bulan),
        )
    ]
    left = ledger.exclude(in_other_month(here, bulan), BULAN_LAIN)
    return replace(left, temuan=(*left.temuan, *found))


def in_other_month(moments: pd.Series[pd.Timestamp], bulan: Bulan) -> pd.Series[bool]:
    """Tell which moments, in WIB, are of other months."""
    # By the clock on the wall: with a zone, year and month of each are converted anew.
    local = moments.dt.tz_localize(None)
    return local.dt.year.ne(bulan.tahun) | local.dt.month.ne(bulan.nomor)


def refuse_swapped(ledger: Ledger, days: pd.Series[pd.Timestamp], bulan: Bulan) -> None:
    """Refuse a file whose dates of other months are all of this one with day and month swapped.

    Excel does that to ``05/07/2023`` where it is set to another language, up to the twelfth.
    """
    here = days.loc[ledger.rows.index]
    other = here[in_other_month(here, bulan)]
    swapped = other.dt.day.eq(bulan.nomor) & other.dt.year.eq(bulan.tahun)
    for berkas, part in swapped.groupby(ledger.rows.loc[other.index, "berkas"], sort=False):
        if part.all() and other[part.index].nunique() >= FEWEST_SWAPPED:
            first = part.index[0]
            raise LaporanError(
                f"{berkas}, baris {int(ledger.rows['baris'][first])}: {angka(len(part))} tanggal, "
                f"mulai baris ini, jatuh pada hari ke-{bulan.nomor} di bulan lain (misalnya "
                f"{tanggal(other[first])}). Barangkali hari dan bulannya tertukar oleh Excel. "
                f"Tulis ulang sebagai teks, misalnya {tanggal(bulan.first_day)}."
            )


def _find_mistyped(
    rows: pd.DataFrame, moments: pd.Series[pd.Timestamp], bulan: Bulan
) -> list[Temuan]:
    """Warn of days that are of this month but for one year, or with day and month swapped.

    Only where these make up most of a file with its days of this month: a list of many years has
    such days anyway. So has one of many months a day that could be swapped, among many others.
    """
    days = moments.dt.tz_localize(None)
    here = ~in_other_month(days, bulan)
    years = days.dt.month.eq(bulan.nomor) & (days.dt.year - bulan.tahun).abs().eq(1)
    swapped = days.dt.day.eq(bulan.nomor) & days.dt.year.eq(bulan.tahun) & ~here
    found: list[Temuan] = []
    for _, part in here.groupby(rows["berkas"], sort=False):
        others = part.index[~part]
        for slips, what in (
            (years, "tepat setahun dari"),
            (swapped, "dengan hari tertukar bulan di"),
        ):
            there = part.index[slips[part.index]]
            most = 2 * (part.sum() + len(there)) >= len(part)
            natural = slips is swapped and len(there) >= FEWEST_SWAPPED
            if len(there) > 0 and most and not (natural and 2 * len(there) < len(others)):
                found += find_rows(
                    rows.loc[there],
                    f"tanggalnya {what} {bulan.label} (misalnya {tanggal(days[there[0]])}), "
                    "sehingga tidak dihitung. Bila salah ketik, perbaiki di sumbernya.",
                    pemeriksaan=TAHUN_WAJAR if slips is years else SALAH_KETIK,
                    kolom="",
                )
    return found


def _find_far(rows: pd.DataFrame, moments: pd.Series[pd.Timestamp], bulan: Bulan) -> list[Temuan]:
    days = moments.dt.tz_localize(None)
    first, last = pd.Timestamp(bulan.first_day), pd.Timestamp(bulan.last_day)
    far = days.lt(first - FAR) | days.gt(last + FAR)
    if not far.any():
        return []
    found: list[Temuan] = []
    for berkas, part in far.groupby(rows["berkas"], sort=False):
        there = rows.loc[part.index[part]]
        if part.all():
            found.append(
                Temuan(
                    TAHUN_WAJAR,
                    f"semua tanggalnya lebih dari setahun dari {bulan.label} (misalnya "
                    f"{tanggal(days[part.index[0]])}). Periksa tahunnya, atau ganti berkasnya.",
                    menghentikan=True,
                    berkas=str(berkas),
                )
            )
        elif 0 < len(there) <= FEW:
            found += find_rows(
                there,
                f"tanggalnya lebih dari setahun dari {bulan.label} (misalnya "
                f"{tanggal(days[there.index[0]])}), sehingga tidak dihitung. Bila tahunnya salah "
                "ketik, perbaiki di sumbernya.",
                pemeriksaan=TAHUN_WAJAR,
                kolom="",
            )
    return found
