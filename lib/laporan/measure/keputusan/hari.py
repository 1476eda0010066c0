"""Counts by service day: what of a change is the calendar's, and what is not."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from laporan.dasar.bulan import Bulan
from laporan.measure import konsultasi, perubahan, tickets
from laporan.measure.indikator import Indikator, define
from laporan.measure.keputusan.bahan import TANPA_PEMBANDING, Bahan, Hasil
from laporan.measure.perubahan import change

HARI = define(
    "hari_layanan.jumlah", "Hari layanan", "hari",
    "Hari kerja menurut pengaturan jam layanan, tanpa libur nasional dan cuti bersama",
    "seluruh hari bulan itu", "tiket",
)  # fmt: skip
TIKET_PER_HARI = define(
    "tiket.per_hari_layanan", "Tiket per hari layanan", "tiket per hari layanan",
    "Seluruh tiket bulan itu dibagi banyaknya hari layanan", tickets.SELURUH, "tiket",
)  # fmt: skip
KONSULTASI_PER_HARI = define(
    "konsultasi.per_hari_layanan", "Konsultasi per hari layanan", "konsultasi per hari layanan",
    "Seluruh konsultasi bulan itu dibagi banyaknya hari layanan", konsultasi.SELURUH, "tiket",
)  # fmt: skip
PERUBAHAN_PER_HARI = define(
    "tiket.perubahan_per_hari_layanan", "Perubahan bulanan per hari layanan", "persen",
    "Selisih tiket per hari layanan dari bulan sebelumnya, dibagi angka bulan sebelumnya",
    "tiket per hari layanan bulan sebelumnya", "tiket",
)  # fmt: skip
KONSULTASI_PERUBAHAN_PER_HARI = define(
    "konsultasi.perubahan_per_hari_layanan", "Perubahan bulanan konsultasi per hari layanan",
    "persen",
    "Selisih konsultasi per hari layanan dari bulan sebelumnya, dibagi angka bulan sebelumnya",
    "konsultasi per hari layanan bulan sebelumnya", "tiket",
)  # fmt: skip
LAPOR_PERUBAHAN_PER_HARI = define(
    "lapor.perubahan_per_hari_layanan", "Perubahan bulanan Email Lapor per hari layanan", "persen",
    "Selisih Email Lapor per hari layanan dari bulan sebelumnya, dibagi angka bulan sebelumnya",
    "Email Lapor per hari layanan bulan sebelumnya", "email_lapor", "tiket",
)  # fmt: skip
TAHUNAN_PER_HARI = define(
    "tiket.perubahan_tahunan_per_hari_layanan", "Perubahan tahunan per hari layanan", "persen",
    "Selisih tiket per hari layanan dari bulan yang sama tahun lalu, dibagi angka tahun lalu itu",
    "tiket per hari layanan bulan yang sama tahun lalu", "tiket",
)  # fmt: skip
KALENDER = define(
    "tiket.perubahan_kalender", "Perubahan karena hari layanan", "tiket",
    "Bagian selisih tiket dari bulan sebelumnya yang berasal dari banyaknya hari layanan; "
    "pembagiannya menurut rata-rata logaritmik",
    "selisih tiket dari bulan sebelumnya", "tiket",
)  # fmt: skip
LAJU = define(
    "tiket.perubahan_laju", "Perubahan karena laju", "tiket",
    "Bagian selisih tiket dari bulan sebelumnya yang berasal dari tiket per hari layanan; "
    "pembagiannya menurut rata-rata logaritmik",
    "selisih tiket dari bulan sebelumnya", "tiket",
)  # fmt: skip
# What a count is by service day.
PER_HARI: Mapping[str, Indikator] = {
    tickets.JUMLAH.kunci: TIKET_PER_HARI,
    konsultasi.JUMLAH.kunci: KONSULTASI_PER_HARI,
}
# A change of a count, and what it is by service day.
KEMBAR: Mapping[str, Indikator] = {
    perubahan.TIKET_PERUBAHAN.kunci: PERUBAHAN_PER_HARI,
    perubahan.KONSULTASI_PERUBAHAN.kunci: KONSULTASI_PERUBAHAN_PER_HARI,
    perubahan.LAPOR_PERUBAHAN.kunci: LAPOR_PERUBAHAN_PER_HARI,
    perubahan.PERUBAHAN_TAHUNAN.kunci: TAHUNAN_PER_HARI,
}
TANPA_HARI = "bulan itu tidak mempunyai hari layanan"


def measure_hari(bahan: Bahan) -> Hasil:
    """Count service days, divide tickets by them, and split their change."""
    months = {*bahan.series(tickets.JUMLAH.kunci), bahan.bulan}
    return [
        *(HARI.whole(month, bahan.days(month)) for month in sorted(months)),
        *(
            each.whole(month, rate, n=bahan.days(month))
            for count, each in PER_HARI.items()
            for month, rate in bahan.rates(count).items()
        ),
        *_change(bahan),
        *_twins(bahan),
    ]


def _twins(bahan: Bahan) -> Hasil:
    """Give what each other change is by service day: months of unequal length are no measure."""
    bulan, rows = bahan.bulan, Hasil()
    days = bahan.days(bulan)
    for (indikator, dimensi, kategori), values in bahan.known.items():
        if indikator not in KEMBAR or bulan not in values:
            continue
        twin = KEMBAR[indikator]
        if (twin, dimensi) == (PERUBAHAN_PER_HARI, ""):
            continue  # that of all tickets is told apart by its causes
        before = bahan.days(bulan.year_before if twin is TAHUNAN_PER_HARI else bulan.previous)
        if not days or not before:
            rows.append(twin.none(bulan, TANPA_HARI, dimensi, kategori))
            continue
        grown = 1 + values[bulan] / 100
        nilai = change(grown / days, 1 / before)
        rows.append(twin.part(bulan, dimensi, kategori, nilai or 0))
    return rows


def _change(bahan: Bahan) -> Hasil:
    bulan, rates = bahan.bulan, bahan.rates(tickets.JUMLAH.kunci)
    all_three = (PERUBAHAN_PER_HARI, KALENDER, LAJU)
    if tickets.JUMLAH.kunci not in {key[0] for key in bahan.known}:
        return []
    now, before = rates.get(bulan), rates.get(bulan.previous)
    if now is None:
        return [each.none(bulan, TANPA_HARI) for each in all_three]
    if not before:
        return [each.none(bulan, TANPA_PEMBANDING) for each in all_three]
    difference = change(now, before)
    return [PERUBAHAN_PER_HARI.whole(bulan, difference or 0), *_split(bahan, bulan, now, before)]


def _split(bahan: Bahan, bulan: Bulan, now: float, before: float) -> Hasil:
    days, days_before = bahan.days(bulan), bahan.days(bulan.previous)
    if not now:
        return [each.none(bulan, "bulan ini tanpa tiket") for each in (KALENDER, LAJU)]
    weight = log_mean(now * days, before * days_before)
    return [
        KALENDER.whole(bulan, weight * log(days / days_before)),
        LAJU.whole(bulan, weight * log(now / before)),
    ]


def log_mean(one: float, other: float) -> float:
    """Give the logarithmic mean of two numbers above 0."""
    return one if one == other else (one - other) / log(one / other)
