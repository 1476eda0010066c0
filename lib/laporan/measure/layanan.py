"""All services together."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

LAYANAN = {
    "tiket.jumlah": "Tiket konsultasi",
    "lapor.jumlah": "Email Lapor",
    "video_conference.jumlah": "Video conference",
    "tatap_muka.jumlah": "Tatap muka",
}
JUMLAH = define(
    "layanan.jumlah", "Layanan", "layanan",
    "Tiket konsultasi, Email Lapor, video conference, dan tatap muka dijumlahkan",
    "seluruh layanan yang datanya diserahkan",
    "tiket", "email_lapor", "video_conference", "tatap_muka",
)  # fmt: skip


def measure_layanan(bulan: Bulan, figures: Sequence[Angka]) -> list[Angka]:
    """Add up the services that were supplied; one that was not has no row."""
    supplied = {
        LAYANAN[figure.indikator]: figure.nilai
        for figure in figures
        if figure.bulan == str(bulan) and not figure.dimensi and figure.indikator in LAYANAN
    }
    if not supplied:
        return []
    return [
        JUMLAH.whole(bulan, sum(supplied.values())),
        *JUMLAH.by(bulan, "layanan", supplied),
    ]
