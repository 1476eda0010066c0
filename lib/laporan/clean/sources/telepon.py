"""Telephone calls by day: Avaya CMS's reports."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dates import parse_dates, parse_month_first
from laporan.clean.durations import parse_clock
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.numbers import is_blank
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import (
    BARIS_JUMLAH,
    column,
    compare_totals,
    count_columns,
    find_unread_counts,
    is_total,
    reject_missing,
    warn_unread,
)
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

# Avaya writes its totals above the days, in the plural.
_TOTALS = r"(?i)\btotals\b"
HARI, KECEPATAN, KELOMPOK = "Date", "Avg Speed Ans", "Split/Skill"
DALAM_BATAS = "Acceptable"
COUNTS = {
    "ditawarkan": "Calls Offered",
    "dijawab": "ACD Calls",
    "ditinggalkan": "Aban Calls",
}


def clean_telepon(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's days.

    They have ``tanggal, ditawarkan, dijawab, ditinggalkan, dalam_batas, kecepatan_detik``.

    A day may have several rows, one a skill. Where a report does not say how many calls were
    offered, they are those answered and those abandoned; likewise for those abandoned.
    """
    ledger = Ledger.open(tables)
    rows = ledger.rows
    days = rows[HARI]
    dates, speed = _read_days(rows, bulan), parse_clock(column(rows, KECEPATAN))
    read = count_columns(rows, [*COUNTS.values(), DALAM_BATAS])
    counts = {name: read[heading] for name, heading in COUNTS.items()}
    offered, answered, abandoned = counts.values()
    untold = {name: is_blank(column(rows, heading)) for name, heading in COUNTS.items()}
    calls = pd.DataFrame(
        {
            "tanggal": dates,
            "ditawarkan": offered.fillna((answered + abandoned).where(untold["ditawarkan"])),
            "dijawab": answered,
            "ditinggalkan": abandoned.fillna((offered - answered).where(untold["ditinggalkan"])),
            "dalam_batas": read[DALAM_BATAS],
            "kecepatan_detik": speed,
        }
    )
    totals = is_blank(days) | is_total(days.str.replace(_TOTALS, "Total", regex=True))
    ledger = ledger.exclude(totals, BARIS_JUMLAH)
    ledger = reject_missing(ledger, dates, kolom=HARI, apa="tanggal")
    ledger = reject_missing(ledger, answered, kolom=COUNTS["dijawab"], apa="panggilan dijawab")
    summed = pd.Series(rows.index.isin(ledger.rows.index), index=rows.index)
    found = [
        finding
        for name, heading in COUNTS.items()
        for finding in compare_totals(rows, counts[name], totals, summed, kolom=heading)
    ]
    ledger = exclude_other_months(ledger, dates, bulan)
    ledger = exclude_shared(ledger, calls.assign(kelompok=column(rows, KELOMPOK)))
    found += warn_unread(ledger.rows, speed, kolom=KECEPATAN, apa="lama waktu")
    others = {name: COUNTS[name] for name in ("ditawarkan", "ditinggalkan")}
    found += find_unread_counts(ledger.rows, counts, others)
    tabel = calls.loc[ledger.rows.index].sort_values("tanggal", kind="stable")
    found += _find_more_answered(ledger.rows, tabel)
    return ledger.close("telepon", tabel, found)


def _find_more_answered(rows: pd.DataFrame, calls: pd.DataFrame) -> list[Temuan]:
    """Stop where more calls were answered than came in: the columns are not what they say."""
    offered, answered = int(calls["ditawarkan"].sum()), int(calls["dijawab"].sum())
    if answered <= offered:
        return []
    return [
        Temuan(
            "panggilan dijawab",
            f"{angka(answered)} panggilan dijawab, lebih banyak daripada {angka(offered)} yang "
            "masuk. Kolomnya tertukar atau bukan yang dimaksud: unduh ulang laporannya.",
            menghentikan=True,
            berkas=str(rows["berkas"].iloc[0]),
            kolom=COUNTS["dijawab"],
        )
    ]


def _read_days(rows: pd.DataFrame, bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read days; of ``7/5/23`` a file has the order that puts more of it in the month."""
    days = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    for _, part in rows[HARI].groupby(rows["berkas"], sort=False):
        readings = [parse_dates(part), parse_month_first(part)]
        days.loc[part.index] = max(readings, key=lambda found: _days_of(found, bulan))
    return days


def _days_of(days: pd.Series[pd.Timestamp], bulan: Bulan) -> int:
    return int((days.dt.year.eq(bulan.tahun) & days.dt.month.eq(bulan.nomor)).sum())
