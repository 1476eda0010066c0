"""Consultations by video conference."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

JUMLAH = define(
    "video_conference.jumlah", "Video conference", "pertemuan",
    "Baris daftar video conference", "seluruh daftar bulan itu", "video_conference",
)  # fmt: skip


def series_video_conference(
    video_conference: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Angka]:
    """Count meetings."""
    return [JUMLAH.whole(bulan, len(video_conference))]
