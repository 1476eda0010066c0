"""Tickets by time and zone: days, hours, within and out of service hours, escalated."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, counts, shares, single

ZONA = ("Barat", "Tengah", "Timur")
JAM_LAYANAN = ("Dalam", "Luar")
HARI_JAM = [f"{day}-{hour:02d}" for day in range(1, 8) for hour in range(24)]


def measure_jam(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure all that asks when and from which zone a ticket came.

    ``tiket.luar_jam`` alone is over all tickets; by zone, and ``tiket.jumlah,jam_layanan``, over
    the tickets with a known zone. What lies between is ``tiket.luar_jam_zona_tidak_dikenal``.
    """
    return [
        *_measure_zona(tiket, bulan),
        *_measure_luar_jam(tiket, bulan),
        *_measure_eskalasi(tiket, bulan),
        *_measure_calendar(tiket, bulan),
    ]


def _measure_zona(tiket: pd.DataFrame, bulan: Bulan) -> list[Figure]:
    known = tiket[tiket["zona"].notna()]
    dikenal = {"Ya": len(known), "Tidak": len(tiket) - len(known)}
    jam = counts(known["jam_layanan"], JAM_LAYANAN)
    return [
        *by_category(bulan, "tiket.jumlah", "zona", counts(known["zona"], ZONA), "tiket"),
        *by_category(bulan, "tiket.jumlah", "zona_dikenal", dikenal, "tiket"),
        *by_category(bulan, "tiket.bagian", "zona_dikenal", shares(dikenal, len(tiket)), "persen"),
        *by_category(bulan, "tiket.jumlah", "jam_layanan", jam, "tiket"),
    ]


def _measure_luar_jam(tiket: pd.DataFrame, bulan: Bulan) -> list[Figure]:
    is_luar = tiket["jam_layanan"].eq("Luar")
    zona = tiket["zona"]
    luar = counts(zona[is_luar].dropna(), ZONA)
    dalam = counts(zona[~is_luar].dropna(), ZONA)
    total, known = int(is_luar.sum()), sum(luar.values())
    return [
        single(bulan, "tiket.luar_jam", total, "tiket"),
        single(bulan, "tiket.luar_jam_zona_tidak_dikenal", total - known, "tiket"),
        *by_category(bulan, "tiket.luar_jam", "zona", luar, "tiket"),
        *by_category(bulan, "tiket.luar_jam_bagian", "zona", shares(luar, known), "persen"),
        *by_category(bulan, "tiket.dalam_jam", "zona", dalam, "tiket"),
    ]


def _measure_eskalasi(tiket: pd.DataFrame, bulan: Bulan) -> list[Figure]:
    luar = tiket[tiket["jam_layanan"].eq("Luar")]
    escalated = luar.loc[luar["eskalasi"].fillna(False).astype(bool), "zona"]
    name, total = "tiket.luar_jam_eskalasi", len(escalated)
    unknown = int(escalated.isna().sum())
    figures = [
        single(bulan, name, total, "tiket"),
        single(bulan, f"{name}_zona_tidak_dikenal", unknown, "tiket"),
        *by_category(bulan, name, "zona", counts(escalated.dropna(), ZONA), "tiket"),
    ]
    # The same tickets as a share of two wholes; the published deck left the reader to guess.
    for suffix, whole in (("bagian", len(luar)), ("bagian_total", len(tiket))):
        if whole:
            figures.append(single(bulan, f"{name}_{suffix}", 100 * total / whole, "persen"))
    return figures


def _measure_calendar(tiket: pd.DataFrame, bulan: Bulan) -> list[Figure]:
    dibuat = tiket["dibuat"].dt
    every_day = [day.strftime("%Y-%m-%d") for day in pd.date_range(bulan.first_day, bulan.last_day)]
    hari_jam = dibuat.day_of_week.add(1).astype(str) + "-" + dibuat.strftime("%H")
    tanggal = counts(dibuat.strftime("%Y-%m-%d"), every_day)
    return [
        *by_category(bulan, "tiket.jumlah", "tanggal", tanggal, "tiket"),
        *by_category(bulan, "tiket.jumlah", "hari_jam", counts(hari_jam, HARI_JAM), "tiket"),
    ]
