"""Twitter: X Analytics' exports by tweet and by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import parse_export_dates, parse_instants
from laporan.clean.ids import warn_untrusted
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import exclude_same_ids
from laporan.clean.steps import column, count_columns, find_unread_counts, reject_missing
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

ID, UNGGAHAN = "Tweet id", "Tweets published"
WAKTU, TANGGAL = "time", "Date"
# A share, whose decimals tell the marks of the file.
PECAHAN = "engagement rate"
PER_HARI, PER_UNGGAHAN = "per hari", "per unggahan"
NILAI = {"tayangan": "impressions", "kunjungan_profil": "user profile clicks"}


def clean_twitter(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's rows: ``bentuk, tanggal, unggahan, tayangan, kunjungan_profil``.

    ``bentuk`` is ``per hari`` or ``per unggahan``; a tweet's day is WIB's, its time is UTC.
    """
    ledger = Ledger.open([_with_form(table) for table in tables])
    rows = ledger.rows
    by_day = rows["bentuk"].eq(PER_HARI)
    times = parse_instants(column(rows, WAKTU), zone="UTC").dt.tz_localize(None)
    dates = times.dt.normalize().mask(
        by_day, parse_export_dates(rows.assign(**{TANGGAL: column(rows, TANGGAL)}), TANGGAL, bulan)
    )
    counts = count_columns(rows, [*NILAI.values(), UNGGAHAN], fractions=[PECAHAN])
    values = {name: counts[header] for name, header in NILAI.items()}
    posts = counts[UNGGAHAN].where(by_day, 1)
    ledger = reject_missing(ledger, dates, kolom=WAKTU, apa="waktu", where=~by_day)
    ledger = reject_missing(ledger, dates, kolom=TANGGAL, apa="tanggal", where=by_day)
    marks = pd.DataFrame({"bentuk": rows["bentuk"], "waktu": times.mask(by_day, dates)})
    ledger = exclude_same_ids(ledger, ID, marks)
    ledger = exclude_other_months(ledger, dates, bulan)
    rows = ledger.rows
    tabel = pd.DataFrame(
        {
            "bentuk": rows["bentuk"],
            "tanggal": dates.loc[rows.index],
            "unggahan": posts.loc[rows.index],
            **{name: value.loc[rows.index] for name, value in values.items()},
        }
    ).sort_values(["bentuk", "tanggal"], kind="stable")
    warnings = warn_untrusted(rows, ID, marks)
    warnings += find_unread_counts(rows, values, NILAI)
    return ledger.close("twitter", tabel, warnings)


def _with_form(table: RawTable) -> RawTable:
    """Note in each row which of the two exports it is of."""
    form = PER_UNGGAHAN if WAKTU in table.data.columns else PER_HARI
    return replace(table, data=table.data.assign(bentuk=form))
