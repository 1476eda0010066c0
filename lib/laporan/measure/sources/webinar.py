"""Webinars and discussions."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

JUMLAH = define(
    "webinar.jumlah", "Webinar/FGD", "kegiatan",
    "Baris daftar webinar", "seluruh daftar bulan itu", "webinar",
)  # fmt: skip


def series_webinar(webinar: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count webinars and discussions."""
    return [JUMLAH.whole(bulan, len(webinar))]
