"""Tickets: how many, by channel, kind of user and topic."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts, shares
from laporan.measure.jam import measure_jam
from laporan.measure.konsultasi import detail_konsultasi, series_konsultasi
from laporan.measure.small_groups import merge_small
from laporan.measure.tickets import BAGIAN, JUMLAH, TOPIK
from laporan.measure.tiket_pemda import measure_pemda
from laporan.measure.tiket_silang import measure_silang
from laporan.measure.tiket_topik import jenis_topik, measure_topik


def series_tiket(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure what is followed over months: all tickets, those of a channel, of a topic."""
    return [
        *series_konsultasi(tiket, bulan),
        JUMLAH.whole(bulan, len(tiket)),
        *JUMLAH.by(bulan, "kanal", counts(tiket["kanal"], settings["tiket"]["kanal"])),
        *TOPIK.by(bulan, "topik", counts(tiket["topik"])),
    ]


def detail_tiket(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure what only the report's own month shows."""
    kanal = counts(tiket["kanal"], settings["tiket"]["kanal"])
    kategori = merge_small(counts(tiket["kategori"], settings["tiket"]["kategori"]), settings)
    jenis = counts(jenis_topik(tiket["topik"], settings))
    total = len(tiket)
    return [
        *BAGIAN.by(bulan, "kanal", shares(kanal, total)),
        *JUMLAH.by(bulan, "kategori", kategori),
        *BAGIAN.by(bulan, "kategori", shares(kategori, total)),
        *JUMLAH.by(bulan, "jenis_topik", jenis),
        *BAGIAN.by(bulan, "jenis_topik", shares(jenis, total)),
        *detail_konsultasi(tiket, bulan, settings),
        *measure_topik(tiket, bulan, settings),
        *measure_jam(tiket, bulan, settings),
        *measure_pemda(tiket, bulan, settings),
        *measure_silang(tiket, bulan, settings),
    ]
