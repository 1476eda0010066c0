"""Publications on the website."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

JUMLAH = define(
    "publikasi.jumlah", "Publikasi website", "publikasi",
    "Baris daftar publikasi", "seluruh daftar bulan itu", "publikasi",
)  # fmt: skip


def series_publikasi(publikasi: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count publications."""
    return [JUMLAH.whole(bulan, len(publikasi))]
