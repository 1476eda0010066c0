"""Tickets: how many, by channel, kind of user and topic."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, counts, shares, single
from laporan.measure.jam import measure_jam
from laporan.measure.pemda import measure_pemda
from laporan.measure.small_groups import merge_small
from laporan.measure.topik import jenis_topik, measure_topik


def series_tiket(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure what is followed over months: all tickets, those of a channel, of a topic."""
    kanal = counts(tiket["kanal"], settings["tiket"]["kanal"])
    return [
        single(bulan, "tiket.jumlah", len(tiket), "tiket"),
        *by_category(bulan, "tiket.jumlah", "kanal", kanal, "tiket"),
        *by_category(bulan, "tiket.topik", "topik", counts(tiket["topik"]), "tiket"),
    ]


def detail_tiket(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure what only the report's own month shows."""
    kanal = counts(tiket["kanal"], settings["tiket"]["kanal"])
    kategori = merge_small(counts(tiket["kategori"], settings["tiket"]["kategori"]), settings)
    jenis = counts(jenis_topik(tiket["topik"], settings))
    total = len(tiket)
    return [
        *by_category(bulan, "tiket.bagian", "kanal", shares(kanal, total), "persen"),
        *by_category(bulan, "tiket.jumlah", "kategori", kategori, "tiket"),
        *by_category(bulan, "tiket.bagian", "kategori", shares(kategori, total), "persen"),
        *by_category(bulan, "tiket.jumlah", "jenis_topik", jenis, "tiket"),
        *by_category(bulan, "tiket.bagian", "jenis_topik", shares(jenis, total), "persen"),
        *measure_topik(tiket, bulan, settings),
        *measure_jam(tiket, bulan, settings),
        *measure_pemda(tiket, bulan, settings),
    ]
