"""Telephone calls by day: Avaya CMS's reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import parse_dates, parse_month_first
from laporan.clean.durations import parse_clock
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.months import exclude_other_months
from laporan.clean.numbers import is_blank
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import (
    BARIS_JUMLAH,
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
from laporan.read.registry import ABANDONED, ANSWER_SPEED, ANSWERED, CALL_DAYS, OFFERED, SKILL

# Avaya writes its totals above the days, in the plural.
_TOTALS = r"(?i)\btotals\b"
HARI, KECEPATAN, KELOMPOK = "hari", "kecepatan", "kelompok"
COUNTS = {"ditawarkan": OFFERED, "dijawab": ANSWERED, "ditinggalkan": ABANDONED}
HEADINGS = {HARI: CALL_DAYS, KECEPATAN: ANSWER_SPEED, KELOMPOK: SKILL, **COUNTS}


def clean_telepon(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's days: ``tanggal, ditawarkan, dijawab, ditinggalkan, kecepatan_detik``.

    A day may have several rows, one a skill. Where a report does not say how many calls were
    offered, they are those answered and those abandoned; likewise for those abandoned.
    """
    ledger = Ledger.open([_name_columns(table) for table in tables])
    rows = ledger.rows
    days, speeds = _pick(rows, HARI), _pick(rows, KECEPATAN)
    dates, speed = _read_days(rows, days, bulan), parse_clock(speeds)
    counts = _read_counts(rows)
    offered, answered, abandoned = (counts[name] for name in COUNTS)
    calls = pd.DataFrame(
        {
            "tanggal": dates,
            "ditawarkan": offered.fillna((answered + abandoned).where(_blank(rows, "ditawarkan"))),
            "dijawab": answered,
            "ditinggalkan": abandoned.fillna(
                (offered - answered).where(_blank(rows, "ditinggalkan"))
            ),
            "kecepatan_detik": speed,
        }
    )
    totals = is_blank(days) | is_total(days.str.replace(_TOTALS, "Total", regex=True))
    ledger = ledger.exclude(totals, BARIS_JUMLAH)
    for name, parsed, apa in ((HARI, dates, "tanggal"), ("dijawab", answered, "panggilan dijawab")):
        ledger = _reject(ledger, rows, name, parsed, apa)
    summed = pd.Series(rows.index.isin(ledger.rows.index), index=rows.index)
    found = [
        finding
        for name in COUNTS
        for heading in _headings(rows, name)
        for finding in compare_totals(rows, counts[name], totals, summed, kolom=heading)
    ]
    ledger = exclude_other_months(ledger, dates, bulan)
    ledger = exclude_shared(ledger, calls.assign(kelompok=_pick(rows, KELOMPOK)))
    for heading in _headings(ledger.rows, KECEPATAN):
        here = ledger.rows[ledger.rows[_heading(KECEPATAN)].eq(heading)]
        found += warn_unread(here, speed, kolom=heading, apa="lama waktu")
    for name in ("ditawarkan", "ditinggalkan"):
        for heading in _headings(ledger.rows, name):
            here = ledger.rows[ledger.rows[_heading(name)].eq(heading)]
            found += find_unread_counts(here, counts, {name: heading})
    tabel = calls.loc[ledger.rows.index].sort_values("tanggal", kind="stable")
    found += _find_more_answered(ledger.rows, tabel)
    return ledger.close("telepon", tabel, found)


def _blank(rows: pd.DataFrame, name: str) -> pd.Series[bool]:
    return is_blank(_pick(rows, name))


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
            kolom=_headings(rows, "dijawab")[0],
        )
    ]


def _heading(name: str) -> str:
    return f"kolom {name}"


def _name_columns(table: RawTable) -> RawTable:
    """Note in each row how its table heads what is read; a column it lacks is missing."""
    present = {
        _heading(name): next((head for head in heads if head in table.data.columns), None)
        for name, heads in HEADINGS.items()
    }
    named = {name: pd.Series(head, table.data.index, dtype="str") for name, head in present.items()}
    return replace(table, data=table.data.assign(**named))


def _headings(rows: pd.DataFrame, name: str) -> list[str]:
    return [str(heading) for heading in rows[_heading(name)].dropna().unique()]


def _pick(rows: pd.DataFrame, name: str) -> pd.Series[str]:
    """Take from each row the cell under its own heading."""
    picked = pd.Series(None, index=rows.index, dtype="str")
    for heading in _headings(rows, name):
        picked = picked.mask(rows[_heading(name)].eq(heading), rows[heading])
    return picked


def _read_counts(rows: pd.DataFrame) -> Mapping[str, pd.Series[int]]:
    headings = [heading for name in COUNTS for heading in _headings(rows, name)]
    read = count_columns(rows, headings)
    counts = {}
    for name in COUNTS:
        counts[name] = pd.Series(pd.NA, index=rows.index, dtype="Int64")
        for heading in _headings(rows, name):
            here = rows[_heading(name)].eq(heading)
            counts[name] = counts[name].mask(here, read[heading])
    return counts


def _read_days(rows: pd.DataFrame, texts: pd.Series[str], bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read days; of ``7/5/23`` a file has the order that puts more of it in the month."""
    days = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    for _, part in texts.groupby(rows["berkas"], sort=False):
        readings = [parse_dates(part), parse_month_first(part)]
        days.loc[part.index] = max(readings, key=lambda found: _days_of(found, bulan))
    return days


def _days_of(days: pd.Series[pd.Timestamp], bulan: Bulan) -> int:
    return int((days.dt.year.eq(bulan.tahun) & days.dt.month.eq(bulan.nomor)).sum())


def _reject(ledger: Ledger, rows: pd.DataFrame, name: str, parsed: pd.Series, apa: str) -> Ledger:
    for heading in _headings(rows, name):
        here = rows[_heading(name)].eq(heading)
        ledger = reject_missing(ledger, parsed, kolom=heading, apa=apa, where=here)
    return ledger
