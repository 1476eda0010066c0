"""The keys of what a chart draws, for the proof of its data."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka


def keys_of(bulan: Bulan, indikator: str, dimensi: str, names: Iterable[object]) -> list[str]:
    """Give the key of each category, whether there is a figure of it or it is drawn as 0."""
    return [_key(str(bulan), indikator, dimensi, str(name)) for name in names]


def month_keys(
    series: pd.Series[float], indikator: str, dimensi: str = "", kategori: str = ""
) -> list[str]:
    """Give the key of a figure in each month of a series."""
    return [_key(str(month), indikator, dimensi, kategori) for month in series.index]


def _key(bulan: str, indikator: str, dimensi: str, kategori: str) -> str:
    return Angka(bulan, indikator, dimensi, kategori, 0.0, "").token
