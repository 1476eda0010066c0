"""Consultations face to face."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dated_list import open_list, with_regions
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.listed_days import parse_listed_days
from laporan.clean.numbers import is_blank
from laporan.clean.steps import compare_totals, count_columns, find_unread_counts, is_total
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable


def clean_tatap_muka(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's visits: ``tanggal, pengguna_layanan, kode_wilayah, tamu, topik``."""
    columns = {"pengguna_layanan": "Pengguna Layanan", "tamu": "Jumlah Tamu", "topik": "Topik"}
    ledger, list_ = open_list(tables, bulan, columns)
    tamu = count_columns(ledger.rows, ["Jumlah Tamu"])["Jumlah Tamu"]
    tabel, warnings = with_regions(ledger, list_.assign(tamu=tamu), settings)
    tabel = tabel[["tanggal", "pengguna_layanan", "kode_wilayah", "tamu", "topik"]]
    unread = find_unread_counts(ledger.rows, {"tamu": tamu}, {"tamu": "Jumlah Tamu"})
    differing = _compare_guests(Ledger.open(tables).rows, bulan)
    return ledger.close(
        "tatap_muka",
        tabel,
        [*warnings, *unread, *differing, *_find_untold(ledger.rows, tabel["tamu"])],
    )


def _find_untold(rows: pd.DataFrame, guests: pd.Series[int]) -> list[Temuan]:
    """Say of how many visits the sum is, where guests are blank."""
    blank = guests.isna() & is_blank(rows["Jumlah Tamu"])
    return find_rows(
        rows[blank],
        f"jumlah tamu kosong; jumlah {angka(int(guests.sum()))} tamu hanya dari "
        f"{angka(int(guests.notna().sum()))} dari {angka(len(guests))} kunjungan. Isilah jumlah "
        "tamunya di sumbernya.",
        pemeriksaan="tamu tercatat",
        kolom="Jumlah Tamu",
    )


def _compare_guests(rows: pd.DataFrame, bulan: Bulan) -> list[Temuan]:
    """Compare the guests of a list with its own row of totals, whatever months it covers."""
    dates = parse_listed_days(rows["Tanggal"], bulan)
    guests = count_columns(rows, ["Jumlah Tamu"])["Jumlah Tamu"]
    headed = rows.drop(columns=["berkas", "baris"]).apply(is_total).any(axis=1)
    totals = headed.astype(bool) & dates.isna()
    return compare_totals(rows, guests, totals, dates.notna(), kolom="Jumlah Tamu")
