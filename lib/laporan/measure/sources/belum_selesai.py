"""Consultations that are still open at the end of a month, whenever they were created."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define
from laporan.measure.konsultasi import consultations

HIDDEN = "hidden"
AKHIR = define(
    "tunggakan.akhir", "Konsultasi terbuka pada akhir bulan", "konsultasi",
    "Konsultasi yang belum selesai pada akhir bulan, menurut ekspor yang belum selesai; tanpa "
    "ekspor itu hanya konsultasi yang dibuat bulan itu",
    "seluruh konsultasi yang diketahui", "tiket", "belum_selesai",
)  # fmt: skip


def open_consultations(tickets: pd.DataFrame) -> pd.DataFrame:
    """Keep the consultations among open tickets."""
    found = consultations(tickets)
    return found[found["status"].ne(HIDDEN)]


def series_belum_selesai(
    belum_selesai: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Angka]:
    """Count what is open by the export of what is open."""
    return [AKHIR.whole(bulan, len(open_consultations(belum_selesai)))]
