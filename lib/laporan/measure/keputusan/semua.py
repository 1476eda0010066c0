"""All measures to decide by, in the order in which they rest on each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.keputusan.bahan import Bahan, Hasil
from laporan.measure.keputusan.cakupan import measure_cakupan
from laporan.measure.keputusan.hari import measure_hari
from laporan.measure.keputusan.luar_layanan import measure_luar_jam
from laporan.measure.keputusan.penilaian import measure_penilaian
from laporan.measure.keputusan.perkiraan import measure_perkiraan
from laporan.measure.keputusan.ppid_telepon import measure_ppid_telepon
from laporan.measure.keputusan.siaran import measure_siaran
from laporan.measure.keputusan.sinyal import measure_sinyal
from laporan.measure.keputusan.sumbangan import measure_sumbangan
from laporan.measure.keputusan.tunggakan import measure_tunggakan
from laporan.measure.keputusan.waktu import detail_waktu, series_waktu

STEPS = (
    measure_hari,
    measure_tunggakan,
    measure_sumbangan,
    measure_cakupan,
    measure_penilaian,
    measure_siaran,
    measure_ppid_telepon,
    measure_sinyal,
    measure_perkiraan,
)


def series_keputusan(tables: Mapping[str, pd.DataFrame], bulan: Bulan, own: Settings) -> Hasil:
    """Measure of a month what is followed over months."""
    return series_waktu(tables["tiket"], bulan, own) if "tiket" in tables else []


def measure_keputusan(bahan: Bahan) -> Hasil:
    """Measure what the report's month alone shows; each step knows the figures of those before."""
    tiket = bahan.table("tiket")
    found: Hasil = []
    if tiket is not None:
        found += detail_waktu(tiket, bahan.bulan, bahan.own)
        found += measure_luar_jam(tiket, bahan.bulan, bahan.own)
    for step in STEPS:
        rows = step(bahan)
        bahan = replace(bahan, figures=(*bahan.figures, *figures_among(rows)))
        found += rows
    return found


def figures_among(rows: Sequence[object]) -> list[Angka]:
    """Take the figures, and leave the reasons."""
    return [row for row in rows if isinstance(row, Angka)]
