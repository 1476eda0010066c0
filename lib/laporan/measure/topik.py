"""Topics of tickets: within a channel, and out of service hours."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import TIDAK_TERCATAT, Figure, by_category, counts

KONSULTASI_TEKNIS = "Konsultasi Teknis"


def jenis_topik(topik: pd.Series, settings: Settings) -> pd.Series:
    """Put the technical topics under one name; every other topic stays itself."""
    return topik.mask(topik.isin(settings["tiket"]["topik_teknis"]), KONSULTASI_TEKNIS)


def measure_topik(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure topics a channel, and topics of the tickets out of service hours."""
    luar = tiket.loc[tiket["jam_layanan"].eq("Luar"), "topik"]
    jenis_luar = counts(jenis_topik(luar, settings))
    return [
        *topik_within(tiket, bulan, "kanal"),
        *by_category(bulan, "tiket.topik_luar_jam", "topik", counts(luar), "tiket"),
        *by_category(bulan, "tiket.topik_luar_jam", "jenis_topik", jenis_luar, "tiket"),
    ]


def topik_within(tiket: pd.DataFrame, bulan: Bulan, dimensi: str) -> list[Figure]:
    """Count topics within each value of a column; the key says which, ``kanal:WhatsApp``."""
    pairs = tiket[[dimensi, "topik"]].fillna(TIDAK_TERCATAT).value_counts().reset_index()
    return [
        Figure(str(bulan), "tiket.topik", f"{dimensi}:{value}", str(topik), float(count), "tiket")
        for value, topik, count in pairs.itertuples(index=False, name=None)
    ]
