"""Twitter: X Analytics' exports by tweet and by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.bulan import Bulan
from laporan.clean.dates import parse_dates, parse_instants
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.steps import (
    column,
    count_column,
    exclude_other_months,
    exclude_repeated_ids,
    exclude_shared,
    reject_missing,
    warn_unread,
)
from laporan.read.raw_table import RawTable
from laporan.settings import Settings

ID, UNGGAHAN = "Tweet id", "Tweets published"
# A tweet has a time, and a row by day a date; both are read as this column.
WAKTU, TANGGAL = "time", "Date"
PER_HARI, PER_UNGGAHAN = "per hari", "per unggahan"
NILAI = {"tayangan": "impressions", "kunjungan_profil": "user profile clicks"}


def clean_twitter(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's rows: ``bentuk, tanggal, unggahan, tayangan, kunjungan_profil``.

    ``bentuk`` is ``per hari`` or ``per unggahan``; a tweet's day is WIB's, its time is UTC.
    """
    ledger = Ledger.open([_with_form(table) for table in tables])
    rows = ledger.rows
    by_day = rows["bentuk"].eq(PER_HARI)
    times = parse_instants(rows[WAKTU].mask(by_day), zone="UTC").dt.tz_localize(None)
    dates = times.dt.normalize().fillna(parse_dates(rows[WAKTU].where(by_day)))
    values = {name: count_column(rows, header) for name, header in NILAI.items()}
    posts = count_column(rows, UNGGAHAN).where(by_day, 1)
    ledger = reject_missing(ledger, dates, kolom=WAKTU, apa="waktu")
    ledger = exclude_repeated_ids(ledger, ID)
    keys = pd.DataFrame({"bentuk": rows["bentuk"], "id": column(rows, ID), "waktu": rows[WAKTU]})
    ledger = exclude_shared(ledger, keys)
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
    warnings = [
        warning
        for name, header in NILAI.items()
        for warning in warn_unread(rows, values[name], kolom=header, apa="bilangan")
    ]
    return ledger.close("twitter", tabel, warnings)


def _with_form(table: RawTable) -> RawTable:
    """Note which of the two exports it is, and bring dates under the header of times."""
    by_tweet = WAKTU in table.data.columns
    data = table.data if by_tweet else table.data.rename(columns={TANGGAL: WAKTU}, errors="raise")
    return replace(table, data=data.assign(bentuk=PER_UNGGAHAN if by_tweet else PER_HARI))
