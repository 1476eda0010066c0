"""What contributed to a change, cell by cell, and whether chance alone would do as much."""

from __future__ import annotations

from collections.abc import Mapping

from laporan.measure import tickets
from laporan.measure.indikator import define
from laporan.measure.keputusan.bahan import SEDIKIT, TANPA_PEMBANDING, Bahan, Hasil, Satu
from laporan.measure.perubahan import TIKET_LALU, TOPIK_LALU
from laporan.measure.statistik.poisson import (
    adjusted,
    probability,
    probability_above,
    ratio_interval,
)

PERUBAHAN = define(
    "sumbangan.perubahan", "Sumbangan pada perubahan bulanan", "poin persen",
    "Selisih tiket kelompok itu dari bulan sebelumnya, dibagi seluruh tiket bulan sebelumnya; "
    "semuanya menjumlah ke perubahan bulanan",
    "seluruh tiket bulan sebelumnya", "tiket",
)  # fmt: skip
PELUANG = define(
    "sumbangan.peluang", "Peluang perubahan sebesar itu secara kebetulan", "q",
    "Uji Poisson bersyarat yang eksak atas tiket kelompok itu per hari layanan dari bulan ke "
    "bulan, disesuaikan untuk banyaknya kelompok (Benjamini–Hochberg); selangnya rasio lajunya, "
    "95%",
    "kelompok yang tiketnya dalam dua bulan itu cukup", "tiket",
)  # fmt: skip
DAFTAR_BERUBAH = "daftar topik berubah sejak bulan sebelumnya"
Pairs = Mapping[str, tuple[float, float]]


def measure_sumbangan(bahan: Bahan) -> Hasil:
    """Split the change of tickets by channel and by topic."""
    return [*_measure(bahan, "kanal"), *_measure(bahan, "topik")]


def _measure(bahan: Bahan, dimensi: str) -> Hasil:
    bulan = bahan.bulan
    pairs = _pairs(bahan, dimensi)
    before = bahan.value(tickets.JUMLAH.kunci, bulan=bulan.previous)
    if bahan.value(tickets.JUMLAH.kunci) is None:
        return []
    reason = ""
    if not before or sum(old for _, old in pairs.values()) != before:
        reason = TANPA_PEMBANDING
    elif dimensi == "topik" and _other_topics(bahan):
        reason = DAFTAR_BERUBAH
    if reason or not before:
        return [each.none(bulan, reason, dimensi) for each in (PERUBAHAN, PELUANG)]
    changes = {name: 100 * (now - old) / before for name, (now, old) in pairs.items()}
    return [*PERUBAHAN.by(bulan, dimensi, changes), *_chances(bahan, dimensi, pairs)]


def _pairs(bahan: Bahan, dimensi: str) -> Pairs:
    """Give each cell's tickets of the month and of the one before."""
    series, earlier = {
        "kanal": (tickets.JUMLAH.kunci, TIKET_LALU.kunci),
        "topik": (tickets.TOPIK.kunci, TOPIK_LALU.kunci),
    }[dimensi]
    now, before = bahan.parts(series, dimensi), bahan.parts(earlier, dimensi)
    return {name: (now.get(name, 0), before.get(name, 0)) for name in sorted({*now, *before})}


def _other_topics(bahan: Bahan) -> bool:
    """Tell whether the topics that could be chosen were others the month before."""
    lists = [
        {*each["tiket"]["topik_teknis"], *each["tiket"]["topik_lain"]}
        for each in (bahan.own, bahan.settings.get(bahan.bulan.previous, bahan.own))
    ]
    return lists[0] != lists[1]


def _chance(now: int, before: int, days: tuple[int, int]) -> float:
    """Give the probability of a change; what is new can only have come."""
    test = probability if before else probability_above
    return test(now, before, *days)


def _chances(bahan: Bahan, dimensi: str, pairs: Pairs) -> Hasil:
    bulan, least = bahan.bulan, bahan.minimum["sel"]
    days = (bahan.days(bulan), bahan.days(bulan.previous))
    tested = {name: (int(now), int(old)) for name, (now, old) in pairs.items()}
    # What is too small to be shown was looked at, too: it counts among the comparisons.
    chances = adjusted([_chance(*each, days) for each in tested.values()])
    found: list[Satu] = []
    for (name, each), q in zip(tested.items(), chances, strict=True):
        if sum(each) < least:
            found.append(PELUANG.none(bulan, SEDIKIT, dimensi, name, n=sum(each), perlu=least))
            continue
        selang = ratio_interval(*each, *days) if each[1] else None
        found.append(PELUANG.part(bulan, dimensi, name, q, selang=selang, n=sum(each)))
    return found
