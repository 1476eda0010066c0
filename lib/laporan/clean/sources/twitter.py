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
from laporan.clean.unsupplied import DIPASOK, drop_unsupplied, find_blanks
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

ID, UNGGAHAN = "Tweet id", "Tweets published"
WAKTU, TANGGAL = "time", "Date"
# A share, whose decimals tell the marks of the file.
PECAHAN = "engagement rate"
PER_HARI, PER_UNGGAHAN = "per hari", "per unggahan"
SEKALI = "setiap hari sekali"
NILAI = {"tayangan": "impressions", "kunjungan_profil": "user profile clicks"}


def clean_twitter(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's rows: ``bentuk, tanggal, unggahan, tayangan, kunjungan_profil``.

    ``bentuk`` is ``per hari`` or ``per unggahan``; a tweet's day is WIB's, its time is UTC.
    """
    ledger = Ledger.open([_with_form(table) for table in tables])
    rows = ledger.rows
    by_day = rows["bentuk"].eq(PER_HARI)
    times = parse_instants(column(rows, WAKTU), zone="UTC").dt.tz_localize(None)
    dated = parse_export_dates(rows.assign(**{TANGGAL: column(rows, TANGGAL)}), TANGGAL, bulan)
    # Since 2024 a post has a day and no time.
    timed = ~by_day & column(rows, TANGGAL).isna()
    dates = times.dt.normalize().where(timed, dated)
    counts = count_columns(rows, [*NILAI.values(), UNGGAHAN], fractions=[PECAHAN])
    values = {name: counts[header] for name, header in NILAI.items()}
    posts = counts[UNGGAHAN].where(by_day, 1)
    ledger = reject_missing(ledger, dates, kolom=WAKTU, apa="waktu", where=timed)
    ledger = reject_missing(ledger, dates, kolom=TANGGAL, apa="tanggal", where=~timed)
    marks = pd.DataFrame({"bentuk": rows["bentuk"], "waktu": times.where(timed, dates)})
    ledger = exclude_same_ids(ledger, ID, marks)
    ledger = exclude_other_months(ledger, dates, bulan)
    rows = ledger.rows
    values, unsupplied = drop_unsupplied(rows, values, NILAI)
    unsupplied += find_blanks(rows, values, NILAI)
    posts, untold = _told_posts(rows, posts)
    tabel = pd.DataFrame(
        {
            "bentuk": rows["bentuk"],
            "tanggal": dates.loc[rows.index],
            "unggahan": posts.loc[rows.index],
            **{name: value.loc[rows.index] for name, value in values.items()},
        }
    ).sort_values(["bentuk", "tanggal"], kind="stable")
    warnings = warn_untrusted(rows, ID, marks) + _find_doubled(rows, dates)
    warnings += find_unread_counts(rows, values, NILAI)
    return ledger.close("twitter", tabel, [*warnings, *unsupplied, *untold])


def _told_posts(rows: pd.DataFrame, posts: pd.Series[int]) -> tuple[pd.Series[int], list[Temuan]]:
    """Take numbers of posts by day as not supplied where a file has none but zeros."""
    by_day = rows["bentuk"].eq(PER_HARI)
    told = posts.loc[rows.index].fillna(0).where(by_day, 0).groupby(rows["berkas"]).transform("sum")
    untold = by_day & told.eq(0)
    instead = (
        "dihitung dari ekspor per unggahan"
        if (~by_day).any()
        else "dianggap tidak dipasok, dan tidak dihitung sebagai 0"
    )
    found = find_rows(
        rows[untold],
        "banyaknya unggahan per hari tidak ada, atau nol di semua baris; "
        f"{instead}. Ekspor X sejak 2024 tidak memuatnya: pastikan ekspor per unggahan (content) "
        "bulan itu ada.",
        pemeriksaan=DIPASOK,
        kolom=UNGGAHAN,
    )
    return posts.mask(untold.reindex(posts.index, fill_value=False)), found


def _find_doubled(rows: pd.DataFrame, dates: pd.Series[pd.Timestamp]) -> list[Temuan]:
    """Tell of a day that has several rows where each day has one."""
    days = dates.loc[rows.index].where(rows["bentuk"].eq(PER_HARI))
    return find_rows(
        rows[days.notna() & days.duplicated(keep=False)],
        "tanggal yang sama ada di beberapa baris; semuanya dihitung. Ekspor per hari memuat setiap "
        "hari sekali: periksa tanggalnya, atau ekspor ulang.",
        pemeriksaan=SEKALI,
        kolom=TANGGAL,
    )


def _with_form(table: RawTable) -> RawTable:
    """Note in each row which of the two exports it is of."""
    by_post = {WAKTU, ID} & set(table.data.columns)
    form = PER_UNGGAHAN if by_post else PER_HARI
    return replace(table, data=table.data.assign(bentuk=form))
