"""Consultations out of service hours: how many, when, and how often they are escalated."""

from __future__ import annotations

import pandas as pd

from laporan.clean.hours import opening, service_days
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.indikator import define
from laporan.measure.keputusan.bagian import PERSEN, share
from laporan.measure.keputusan.bahan import SEDIKIT, Hasil, Satu
from laporan.measure.konsultasi import DALAM_LUAR, SELURUH, consultations
from laporan.measure.statistik.proporsi import newcombe

LIBUR, SEBELUM, SESUDAH = "Akhir pekan dan libur", "Sebelum jam layanan", "Sesudah jam layanan"
ESKALASI = define(
    "eskalasi.bagian", "Bagian konsultasi yang dieskalasi", "persen",
    "Konsultasi yang diteruskan ke unit teknis dibagi konsultasi; selangnya menurut Wilson, 95%",
    "konsultasi di dalam, di luar, atau tanpa memandang jam layanan", "tiket",
)  # fmt: skip
SELISIH = define(
    "eskalasi.selisih", "Selisih eskalasi di luar dan di dalam jam layanan", "poin persen",
    "Bagian yang dieskalasi di luar jam layanan dikurangi yang di dalam; selangnya menurut "
    "Newcombe, 95%: bila memuat nol, keduanya tidak berbeda nyata",
    SELURUH, "tiket",
)  # fmt: skip
BAGIAN = define(
    "luar_jam.bagian_konsultasi", "Bagian konsultasi di luar jam layanan", "persen",
    "Konsultasi yang dibuat di luar jam layanan dibagi seluruh konsultasi; selangnya menurut "
    "Wilson, 95%",
    SELURUH, "tiket",
)  # fmt: skip
JUMLAH = define(
    "luar_jam.jumlah", "Konsultasi di luar jam layanan", "konsultasi",
    "Konsultasi yang dibuat di luar jam layanan: pada akhir pekan dan hari libur, atau pada hari "
    "layanan sebelum maupun sesudah jamnya",
    "seluruh konsultasi di luar jam layanan", "tiket",
)  # fmt: skip


def measure_luar_jam(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> Hasil:
    """Measure what comes out of service hours, and what is escalated in and out of them."""
    found = consultations(tiket)
    luar = found[found["jam_layanan"].eq("Luar")]
    minimum = settings["minimum"]
    when = _when(luar, bulan, settings)
    return [
        JUMLAH.whole(bulan, len(luar)),
        *JUMLAH.by(bulan, "waktu", when),
        share(BAGIAN, bulan, (len(luar), len(found)), minimum),
        *_escalated(found, bulan, settings),
    ]


def _when(luar: pd.DataFrame, bulan: Bulan, settings: Settings) -> dict[str, int]:
    local = luar["dibuat"].dt.tz_localize(None)
    served = local.dt.normalize().isin(service_days(bulan, settings["jam_layanan"]))
    opens, _ = opening(settings["jam_layanan"])
    early = (local - local.dt.normalize()) < pd.Timedelta(seconds=opens)
    return {
        LIBUR: int((~served).sum()),
        SEBELUM: int((served & early).sum()),
        SESUDAH: int((served & ~early).sum()),
    }


def _escalated(found: pd.DataFrame, bulan: Bulan, settings: Settings) -> Hasil:
    minimum = settings["minimum"]
    escalated = found["eskalasi"].fillna(False).astype(bool)
    counted = {
        name: (int(escalated[inside].sum()), int(inside.sum()))
        for name in DALAM_LUAR
        for inside in [found["jam_layanan"].eq(name)]
    }
    return [
        share(ESKALASI, bulan, (int(escalated.sum()), len(found)), minimum),
        *(
            share(ESKALASI, bulan, each, minimum, ("jam_layanan", name))
            for name, each in counted.items()
        ),
        _difference(counted["Luar"], counted["Dalam"], bulan, minimum["persen"]),
    ]


def _difference(
    outside: tuple[int, int], inside: tuple[int, int], bulan: Bulan, least: int
) -> Satu:
    smaller = min(outside[1], inside[1])
    if smaller < least:
        return SELISIH.none(bulan, SEDIKIT, n=smaller, perlu=least)
    low, high = newcombe(*outside, *inside)
    difference = outside[0] / outside[1] - inside[0] / inside[1]
    return SELISIH.whole(
        bulan,
        PERSEN * difference,
        selang=(PERSEN * low, PERSEN * high),
        n=outside[1] + inside[1],
    )
