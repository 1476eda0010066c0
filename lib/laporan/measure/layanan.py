"""All services together."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Figure, by_category, single

LAYANAN = {
    "tiket.jumlah": "Tiket konsultasi",
    "lapor.jumlah": "Email Lapor",
    "video_conference.jumlah": "Video conference",
    "tatap_muka.jumlah": "Tatap muka",
}


def measure_layanan(bulan: Bulan, figures: Sequence[Figure]) -> list[Figure]:
    """Add up the services that were supplied; one that was not has no row."""
    supplied = {
        LAYANAN[figure.indikator]: figure.nilai
        for figure in figures
        if figure.bulan == str(bulan) and not figure.dimensi and figure.indikator in LAYANAN
    }
    if not supplied:
        return []
    return [
        single(bulan, "layanan.jumlah", sum(supplied.values()), "layanan"),
        *by_category(bulan, "layanan.jumlah", "layanan", supplied, "layanan"),
    ]
