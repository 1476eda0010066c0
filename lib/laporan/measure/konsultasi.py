"""Consultations: tickets that are no spam, the base of all that tells how people are served."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts
from laporan.measure.indikator import define

SPAM = "Spam"
SELURUH = "seluruh konsultasi bulan itu"
DALAM_LUAR = ("Dalam", "Luar")
JUMLAH = define(
    "konsultasi.jumlah", "Konsultasi", "konsultasi",
    "Tiket yang topiknya bukan Spam; dasar semua ukuran pelayanan", "seluruh tiket bulan itu",
    "tiket",
)  # fmt: skip


def consultations(tiket: pd.DataFrame) -> pd.DataFrame:
    """Keep the tickets that are no spam."""
    return tiket[tiket["topik"].ne(SPAM)]


def series_konsultasi(tiket: pd.DataFrame, bulan: Bulan) -> list[Angka]:
    """Count consultations."""
    return [JUMLAH.whole(bulan, len(consultations(tiket)))]


def detail_konsultasi(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count consultations by channel, and within and out of service hours."""
    found = consultations(tiket)
    return [
        *JUMLAH.by(bulan, "kanal", counts(found["kanal"], settings["tiket"]["kanal"])),
        *JUMLAH.by(bulan, "jam_layanan", counts(found["jam_layanan"], DALAM_LUAR)),
    ]
