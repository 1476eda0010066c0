"""Telephone calls: how many came in, were answered and given up, and how fast."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SUMBER, MASUK = "telepon", "seluruh panggilan masuk"
COUNTS = {
    "ditawarkan": define(
        "telepon.ditawarkan", "Panggilan masuk", "panggilan",
        "Panggilan yang ditawarkan sistem telepon kepada agen", "seluruh panggilan bulan itu",
        SUMBER,
    ),
    "dijawab": define(
        "telepon.dijawab", "Panggilan dijawab", "panggilan",
        "Panggilan yang dijawab agen", MASUK, SUMBER,
    ),
    "ditinggalkan": define(
        "telepon.ditinggalkan", "Panggilan ditinggalkan", "panggilan",
        "Panggilan yang diakhiri penelepon sebelum dijawab", MASUK, SUMBER,
    ),
}  # fmt: skip
DIJAWAB_BAGIAN = define(
    "telepon.dijawab_bagian", "Bagian panggilan yang dijawab", "persen",
    "Panggilan dijawab dibagi panggilan masuk", MASUK, SUMBER,
)  # fmt: skip
KECEPATAN_JAWAB = define(
    "telepon.kecepatan_jawab", "Kecepatan jawab", "detik",
    "Rata-rata lama menunggu sebelum dijawab, dalam detik, ditimbang menurut banyaknya panggilan "
    "dijawab", "panggilan dijawab yang lamanya tercatat", SUMBER,
)  # fmt: skip


TINGKAT_LAYANAN = define(
    "telepon.tingkat_layanan", "Tingkat layanan telepon", "persen",
    "Panggilan yang dijawab dalam batas waktu yang diatur di sistem telepon dibagi panggilan "
    "masuk; selangnya 95% (Wilson)",
    "panggilan masuk pada hari yang tingkat layanannya tercatat", SUMBER,
)  # fmt: skip


def series_telepon(telepon: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Add up the calls of the month."""
    return [indikator.whole(bulan, int(telepon[name].sum())) for name, indikator in COUNTS.items()]


def detail_telepon(telepon: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure the share answered, the mean speed of answer, and the calls of each weekday."""
    figures = []
    offered, answered = telepon["ditawarkan"].sum(), telepon["dijawab"].sum()
    if offered:
        figures.append(DIJAWAB_BAGIAN.whole(bulan, 100 * answered / offered))
    timed = telepon[telepon["kecepatan_detik"].notna() & telepon["dijawab"].gt(0)]
    if len(timed):
        # A day with many calls weighs more than one with few.
        seconds = (timed["kecepatan_detik"] * timed["dijawab"].astype("float64")).sum()
        figures.append(KECEPATAN_JAWAB.whole(bulan, seconds / timed["dijawab"].sum()))
    weekdays = telepon.groupby(telepon["tanggal"].dt.day_of_week)[list(COUNTS)].sum()
    for name, indikator in COUNTS.items():
        calls = {HARI[int(str(day))]: float(count) for day, count in weekdays[name].items()}
        figures += indikator.by(bulan, "hari", calls)
    return figures
