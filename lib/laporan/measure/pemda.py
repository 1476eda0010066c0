"""Regional governments that wrote most, what they asked, and their provinces."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, counts, single
from laporan.measure.ranking import teratas
from laporan.measure.topik import topik_within


def measure_pemda(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count tickets of every pemda and province; topics only of the pemda that are printed."""
    pemda = counts(tiket["pemda"].dropna())
    provinsi = counts(tiket["provinsi"].dropna())
    printed = teratas(pd.Series(pemda, dtype="int64"), settings["tiket"]["pemda_tercetak"]).index
    return [
        single(bulan, "tiket.jumlah_pemda", len(pemda), "pemda"),
        *by_category(bulan, "tiket.pemda", "pemda", pemda, "tiket"),
        *by_category(bulan, "tiket.jumlah", "provinsi", provinsi, "tiket"),
        *topik_within(tiket[tiket["pemda"].isin(printed)], bulan, "pemda"),
    ]
