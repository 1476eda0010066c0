"""Pages of the website, and how often they were viewed."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, sums
from laporan.measure.indikator import define

HALAMAN = define(
    "situs.halaman", "Tayangan halaman", "tayangan",
    "Tayangan halaman itu; alamat dengan dan tanpa garis miring disatukan", "seluruh tayangan",
    "situs_halaman",
)  # fmt: skip


def detail_situs_halaman(halaman: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count the views of each page."""
    return HALAMAN.by(bulan, "halaman", sums(halaman, "halaman", "tayangan"))
