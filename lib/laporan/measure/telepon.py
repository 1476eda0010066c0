"""Telephone calls: how many came in, were answered and given up, and how fast."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, single

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
COUNTS = ("ditawarkan", "dijawab", "ditinggalkan")


def series_telepon(telepon: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Add up the calls of the month."""
    return [
        single(bulan, f"telepon.{name}", int(telepon[name].sum()), "panggilan") for name in COUNTS
    ]


def detail_telepon(telepon: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure the share answered, the mean speed of answer, and the calls of each weekday."""
    figures = []
    offered, answered = telepon["ditawarkan"].sum(), telepon["dijawab"].sum()
    if offered:
        figures.append(single(bulan, "telepon.dijawab_bagian", 100 * answered / offered, "persen"))
    timed = telepon[telepon["kecepatan_detik"].notna() & telepon["dijawab"].gt(0)]
    if len(timed):
        # A day with many calls weighs more than one with few.
        seconds = (timed["kecepatan_detik"] * timed["dijawab"].astype("float64")).sum()
        mean = seconds / timed["dijawab"].sum()
        figures.append(single(bulan, "telepon.kecepatan_jawab", mean, "detik"))
    weekdays = telepon.groupby(telepon["tanggal"].dt.day_of_week)[list(COUNTS)].sum()
    for name in COUNTS:
        calls = {HARI[int(str(day))]: float(count) for day, count in weekdays[name].items()}
        figures += by_category(bulan, f"telepon.{name}", "hari", calls, "panggilan")
    return figures
