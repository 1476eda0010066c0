"""Visitors of the website by day: Google Analytics, old and new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import in_one_order, parse_dates
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.numbers import is_blank
from laporan.clean.other_months import exclude_other_months
from laporan.clean.periods import START, with_period
from laporan.clean.repeats import exclude_smaller_repeats
from laporan.clean.steps import BARIS_JUMLAH, count_columns, is_total, reject_missing
from laporan.clean.unsupplied import DIPASOK, FEWEST_ROWS
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

# The metrics by preference, and what they are called in the cleaned table.
METRIK = {"Total users": "total users", "Active users": "active users", "Users": "users"}
HARI = ("Date", "Day Index", "Nth day")
# What GA4's preamble names, and where its days are counted from.
PROPERTY = "Property"
KOLOM_HARI, KOLOM_PENGGUNA = "kolom hari", "kolom pengguna"
GA4, UNIVERSAL_ANALYTICS = "GA4", "Universal Analytics"


def clean_situs_pengunjung(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's days: ``tanggal, pengguna, metrik, produk``."""
    ledger = Ledger.open(
        [_name_columns(table) for table in with_period(tables)], keterangan=[PROPERTY, START]
    )
    rows = ledger.rows
    days, users = _pick(rows, KOLOM_HARI), _read_users(rows)
    dates = _read_days(rows.assign(hari=days), bulan)
    # Universal Analytics writes the sum under the days, on a row without a day.
    ledger = ledger.exclude(is_blank(days) | is_total(days), BARIS_JUMLAH)
    for name in HARI:
        here = rows[KOLOM_HARI].eq(name)
        ledger = reject_missing(ledger, dates, kolom=name, apa="tanggal", where=here)
    for name in METRIK:
        here = rows[KOLOM_PENGGUNA].eq(name)
        ledger = reject_missing(ledger, users, kolom=name, apa="jumlah pengguna", where=here)
    ledger = exclude_other_months(ledger, dates, bulan)
    keys = pd.DataFrame({"tanggal": dates, "metrik": rows[KOLOM_PENGGUNA]})
    ledger, warnings = exclude_smaller_repeats(ledger, keys, users, apa="hari")
    rows = ledger.rows
    is_ga4 = rows[KOLOM_PENGGUNA].ne("Users") | rows[PROPERTY].notna()
    tabel = pd.DataFrame(
        {
            "tanggal": dates.loc[rows.index],
            "pengguna": users.loc[rows.index].astype("int64"),
            "metrik": rows[KOLOM_PENGGUNA].map(METRIK).astype("str"),
            "produk": pd.Series(UNIVERSAL_ANALYTICS, rows.index, dtype="str").mask(is_ga4, GA4),
        }
    ).sort_values("tanggal", kind="stable")
    active = find_rows(
        rows[rows[KOLOM_PENGGUNA].eq("Active users")],
        "tidak ada; yang dihitung Active users, yang lebih kecil. Ekspor ulang dengan Total users, "
        "bila bulan-bulan lain memakainya.",
        pemeriksaan=DIPASOK,
        kolom="Total users",
    )
    found = [*warnings, *active, *_find_zero(rows, tabel["pengguna"])]
    return ledger.close("situs_pengunjung", tabel, found)


def _find_zero(rows: pd.DataFrame, users: pd.Series[int]) -> list[Temuan]:
    """Stop at a file of many days on which nobody came: its column is there in name only."""
    files = users.groupby(rows["berkas"])
    zero = files.transform("sum").eq(0) & files.transform("size").ge(FEWEST_ROWS)
    return [
        replace(finding, menghentikan=True)
        for name in METRIK
        for finding in find_rows(
            rows[zero & rows[KOLOM_PENGGUNA].eq(name)],
            "nol di semua barisnya; dianggap tidak dipasok, dan tidak dihitung sebagai 0. Ekspor "
            "ulang dengan kolom itu.",
            pemeriksaan=DIPASOK,
            kolom=name,
        )
    ]


def _name_columns(table: RawTable) -> RawTable:
    """Note in each row which of the table's columns hold its day and its users."""
    day = next(name for name in HARI if name in table.data.columns)
    users = next(name for name in METRIK if name in table.data.columns)
    data = table.data.assign(**{KOLOM_HARI: day, KOLOM_PENGGUNA: users})
    return replace(table, data=data)


def _pick(rows: pd.DataFrame, named_in: str) -> pd.Series[str]:
    """Take from each row the column that it names."""
    picked = pd.Series(None, index=rows.index, dtype="str")
    for name in rows[named_in].unique():
        picked = picked.mask(rows[named_in].eq(name), rows[name])
    return picked


def _read_users(rows: pd.DataFrame) -> pd.Series[int]:
    counts = count_columns(rows, METRIK)
    users = pd.Series(pd.NA, index=rows.index, dtype="Int64")
    for name in rows[KOLOM_PENGGUNA].unique():
        users = users.mask(rows[KOLOM_PENGGUNA].eq(name), counts[name])
    return users


def _read_days(rows: pd.DataFrame, bulan: Bulan) -> pd.Series[pd.Timestamp]:
    days = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    for (_, kind), part in rows.groupby(["berkas", KOLOM_HARI], sort=False):
        counted = kind == "Nth day"
        days.loc[part.index] = _count_days(part) if counted else in_one_order(part["hari"], bulan)
    return days


def _count_days(part: pd.DataFrame) -> pd.Series[pd.Timestamp]:
    """Count days from the start that the preamble names: its first day is 0."""
    number = pd.to_numeric(part["hari"].where(part["hari"].str.fullmatch(r"\s*\d+\s*")))
    return parse_dates(part[START]) + pd.to_timedelta(number, unit="D")
