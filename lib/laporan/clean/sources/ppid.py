"""Requests for public information."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dated_list import open_list, without_persons
from laporan.clean.dates import parse_dates
from laporan.clean.ledger import Cleaned
from laporan.clean.steps import column, warn_unread
from laporan.clean.texts import TIDAK_TERCATAT, match_known, serial_numbers, tidy
from laporan.clean.unsupplied import TERISI
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable
from laporan.read.sources.ppid import HASIL

JAWAB, PERPANJANGAN = "Tanggal Jawab", "Diperpanjang"
YA, TIDAK = ("ya", "y", "sudah"), ("tidak", "t", "belum", "-")


def clean_ppid(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's requests, with the day of the answer where the list has it.

    ``tanggal, pemohon, keperluan, data_diminta, tanggal_jawab, diperpanjang, hasil``; ``pemohon``
    is a serial number.
    """
    columns = {"pemohon": "Pemohon", "keperluan": "Keperluan", "data_diminta": "Data Diminta"}
    ledger, list_ = open_list(tables, bulan, columns)
    rows = ledger.rows.loc[list_.index]
    answered = parse_dates(column(rows, JAWAB))
    extended, unread = _extended(rows, list_["tanggal"])
    tabel = list_.assign(
        pemohon=serial_numbers(list_["pemohon"].str.casefold()),
        tanggal_jawab=answered,
        diperpanjang=extended,
        hasil=match_known(column(rows, "Hasil"), HASIL),
    )
    found = [
        *find_rows(
            rows[list_["keperluan"].isna()],
            f"kosong; permohonannya dihitung sebagai {TIDAK_TERCATAT}. Isilah di sumbernya.",
            pemeriksaan=TERISI,
            kolom="Keperluan",
        ),
        *warn_unread(rows, answered, kolom=JAWAB, apa="tanggal"),
        *warn_unread(rows, unread, kolom=PERPANJANGAN, apa="tanggal, Ya, atau Tidak"),
    ]
    return ledger.close("ppid", without_persons(tabel), found)


def _extended(
    rows: pd.DataFrame, asked: pd.Series[pd.Timestamp]
) -> tuple[pd.Series[pd.Timestamp], pd.Series[pd.Timestamp]]:
    """Give the days of extensions, and these with a day for what is read as none, too."""
    said = tidy(column(rows, PERPANJANGAN)).str.casefold()
    days = parse_dates(column(rows, PERPANJANGAN)).mask(said.isin(YA), asked)
    return days, days.mask(said.isin(TIDAK), asked)
