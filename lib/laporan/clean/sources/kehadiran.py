"""Attendance of video conferences: Microsoft Teams' reports, a file a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from laporan.clean.dates import read_date
from laporan.clean.durations import read_worded
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import GANDA, exclude_shared
from laporan.clean.texts import tidy
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.attendance_report import ALAMAT, MASUK, NAMA, RINGKASAN
from laporan.read.raw_table import RawTable

# The half of the day that American clocks name, which tells that the month comes first.
_HALF = re.compile(r"(?i)\s*\b[ap]\.?\s?m\.?$")


def clean_kehadiran(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's meetings: ``tanggal, peserta, durasi_detik``.

    Who took part is counted and not kept; whoever joined again counts once.
    """
    ledger = Ledger.open(tables, keterangan=[RINGKASAN])
    rows = ledger.rows
    days = _days(rows, bulan)
    unread = days.isna()
    # Whatever stands there may be a participant.
    ledger = ledger.reject(unread, kolom=MASUK, alasan="waktu masuk tidak terbaca", masked=True)
    # All of a meeting is of the day on which most joined.
    held = rows["berkas"].map(days.groupby(rows["berkas"]).agg(_most_frequent))
    held = held.astype("datetime64[us]")
    ledger = exclude_other_months(ledger, held, bulan)
    people = tidy(rows[ALAMAT]).fillna(tidy(rows[NAMA])).str.casefold()
    keys = pd.DataFrame({"siapa": people, "masuk": rows[MASUK]})
    ledger = exclude_shared(ledger, keys)
    again = pd.DataFrame({"berkas": rows["berkas"], "siapa": people}).loc[ledger.rows.index]
    ledger = ledger.exclude(again.duplicated() & again["siapa"].notna(), GANDA)
    meetings = ledger.rows.groupby("berkas", sort=False)
    summaries = meetings[RINGKASAN].first()
    tabel = pd.DataFrame(
        {
            "tanggal": held.loc[ledger.rows.index].groupby(ledger.rows["berkas"]).first(),
            "peserta": meetings.size(),
            "durasi_detik": summaries.map(_duration).astype("Int64"),
        },
        index=summaries.index,
    ).astype({"tanggal": "datetime64[us]", "peserta": "int64"})
    found = _compare_counts(tabel["peserta"], summaries)
    tabel = tabel.sort_values("tanggal", kind="stable")
    return ledger.close("kehadiran", tabel, found, aggregated=True)


def _days(rows: pd.DataFrame, bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read the days of joining, each file in one order of day and month."""
    days = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    for _, part in rows.groupby("berkas", sort=False):
        days.loc[part.index] = _in_one_order(part[MASUK].fillna(""), bulan)
    return days


def _in_one_order(texts: pd.Series[str], bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read a file's times in the order under which most are dates, then most of the month."""
    american = bool(texts.str.contains(_HALF).any())
    readings = [
        texts.map(lambda text, order=order: _day(text, month_first=order)).astype("datetime64[us]")
        for order in (american, not american)
    ]

    def fitness(days: pd.Series[pd.Timestamp]) -> tuple[int, int]:
        here = days.dt.year.eq(bulan.tahun) & days.dt.month.eq(bulan.nomor)
        return int(days.notna().sum()), int(here.sum())

    return max(readings, key=fitness)


def _day(text: str, *, month_first: bool) -> pd.Timestamp | None:
    day = read_date(_HALF.sub("", text), month_first=month_first)
    return None if day is None else pd.Timestamp(day)


def _most_frequent(days: pd.Series[pd.Timestamp]) -> pd.Timestamp | None:
    """Give the day that most rows have, the first of several; none where none has one."""
    return next(iter(days.mode()), None)


def _duration(summary: str) -> int | None:
    """Take the first duration of the summary: the meeting's; the second is the average."""
    return _first(read_worded(value) for value in str(summary).splitlines())


def _compare_counts(counts: pd.Series[int], summaries: pd.Series[str]) -> list[Temuan]:
    """Warn where the summary tells another number of participants than its list has."""
    told = {
        str(berkas): _first(int(value) for value in str(summary).splitlines() if value.isdecimal())
        for berkas, summary in summaries.items()
    }
    return [
        Temuan(
            "jumlah peserta",
            f"ringkasannya menyebut {angka(number)} peserta, daftarnya {angka(counts[berkas])}. "
            "Yang dipakai daftarnya; pastikan berkasnya tidak terpotong.",
            berkas=berkas,
        )
        for berkas, number in told.items()
        if number is not None and number != counts[berkas]
    ]


def _first(values: Iterable[float | None]) -> int | None:
    return next((int(value) for value in values if value is not None), None)
