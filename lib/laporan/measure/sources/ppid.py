"""Requests for public information."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts
from laporan.measure.indikator import define
from laporan.measure.small_groups import merge_small

JUMLAH = define(
    "ppid.jumlah", "Permohonan PPID", "permohonan",
    "Baris daftar permohonan informasi publik", "seluruh daftar bulan itu", "ppid",
)  # fmt: skip


def series_ppid(ppid: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count requests."""
    return [JUMLAH.whole(bulan, len(ppid))]


def detail_ppid(ppid: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count their purposes."""
    return JUMLAH.by(bulan, "keperluan", merge_small(counts(ppid["keperluan"]), settings))
