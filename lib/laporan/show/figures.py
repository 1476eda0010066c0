"""Measures as figures to be printed."""

from __future__ import annotations

from laporan.dasar.bulan import Bulan
from laporan.measure import Ukuran
from laporan.show.angka import Angka


def find_angka(
    ukuran: Ukuran,
    indikator: str,
    dimensi: str = "",
    kategori: str = "",
    bulan: Bulan | None = None,
) -> Angka | None:
    """Give a figure of the report's month (or another), with its key; None where there is none."""
    row = ukuran.figure(indikator, dimensi, kategori, bulan)
    if row is None:
        return None
    return Angka(row.nilai, row.bulan, row.indikator, row.dimensi, row.kategori, row.satuan)
