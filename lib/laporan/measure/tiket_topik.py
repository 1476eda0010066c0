"""Topics of tickets: within a channel, and out of service hours."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import TIDAK_TERCATAT, Angka, counts
from laporan.measure.indikator import define
from laporan.measure.tickets import TOPIK

KONSULTASI_TEKNIS = "Konsultasi Teknis"
LUAR_JAM = define(
    "tiket.topik_luar_jam", "Topik di luar jam layanan", "tiket",
    "Tiket dengan topik itu yang dibuat di luar jam layanan", "seluruh tiket di luar jam layanan",
    "tiket",
)  # fmt: skip


def jenis_topik(topik: pd.Series, settings: Settings) -> pd.Series:
    """Put the technical topics under one name; every other topic stays itself."""
    return topik.mask(topik.isin(settings["tiket"]["topik_teknis"]), KONSULTASI_TEKNIS)


def measure_topik(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure topics a channel, and topics of the tickets out of service hours."""
    luar = tiket.loc[tiket["jam_layanan"].eq("Luar"), "topik"]
    return [
        *topik_within(tiket, bulan, "kanal"),
        *LUAR_JAM.by(bulan, "topik", counts(luar)),
        *LUAR_JAM.by(bulan, "jenis_topik", counts(jenis_topik(luar, settings))),
    ]


def topik_within(tiket: pd.DataFrame, bulan: Bulan, dimensi: str) -> list[Angka]:
    """Count topics within each value of a column; the key says which, ``kanal:WhatsApp``."""
    pairs = tiket[[dimensi, "topik"]].fillna(TIDAK_TERCATAT).value_counts().reset_index()
    return [
        TOPIK.part(bulan, f"{dimensi}:{value}", str(topik), count)
        for value, topik, count in pairs.itertuples(index=False, name=None)
    ]
