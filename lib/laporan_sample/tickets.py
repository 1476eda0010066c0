"""Tickets that add up to a quota: what, from whom, through which channel, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.clock import Clock
from laporan_sample.quota import deck, shuffled
from laporan_sample.regions import draw_regions, zone_of
from laporan_sample.tiket_quota import STRATA, TiketQuota

PEMDA, LAINNYA = "Pemerintah Daerah", "Lainnya"


@dataclass
class Tiket:
    """A ticket in the making; each step below fills in one more field."""

    topik: str
    dikenal: bool
    luar: bool
    kanal: str = ""
    pemda: str = ""
    zona: str = ""
    kategori: str = ""
    eskalasi: bool = False
    dibuat: datetime = datetime.min


def make_tiket(rng: np.random.Generator, bulan: Bulan, quota: TiketQuota) -> list[Tiket]:
    """Make the tickets of a month in order of creation."""
    rows = [
        Tiket(topik, dikenal, luar)
        for topik, counts in quota.jam.items()
        for (dikenal, luar), count in zip(STRATA, counts, strict=True)
        for _ in range(count)
    ]
    rows = [rows[index] for index in rng.permutation(len(rows))]
    _give_kanal(rng, rows, quota)
    _give_named_pemda(rows, quota)
    _give_other_pemda(rng, rows, quota)
    _give_kategori(rng, rows, quota)
    _give_eskalasi(rows, quota)
    _give_time(rng, rows, Clock(bulan))
    return sorted(rows, key=lambda row: row.dibuat)


def _give_kanal(rng: np.random.Generator, rows: list[Tiket], quota: TiketQuota) -> None:
    for topik, counts in quota.kanal.items():
        # The telephone is answered in service hours only, so those tickets come first.
        of_topik = sorted((row for row in rows if row.topik == topik), key=lambda row: row.luar)
        calls = counts["Telepon"]
        others = deck({name: count for name, count in counts.items() if name != "Telepon"})
        names = ["Telepon"] * calls + shuffled(rng, others)
        for row, name in zip(of_topik, names, strict=True):
            row.kanal = name


def _give_named_pemda(rows: list[Tiket], quota: TiketQuota) -> None:
    for pemda, counts in quota.pemda.items():
        for topik, count in counts.items():
            free = [row for row in rows if row.dikenal and not row.pemda and row.topik == topik]
            for row in free[:count]:
                row.pemda, row.zona, row.kategori = pemda, zone_of(pemda), PEMDA


def _give_other_pemda(rng: np.random.Generator, rows: list[Tiket], quota: TiketQuota) -> None:
    for luar, counts in ((False, quota.zona_dalam), (True, quota.zona_luar)):
        named = [row.zona for row in rows if row.pemda and row.luar == luar]
        left = {zona: count - named.count(zona) for zona, count in counts.items()}
        free = [row for row in rows if row.dikenal and not row.pemda and row.luar == luar]
        for row, zona in zip(free, shuffled(rng, deck(left)), strict=True):
            row.zona = zona
    for zona in quota.zona_dalam:
        free = [row for row in rows if row.zona == zona and not row.pemda]
        names = draw_regions(
            rng, zona, len(free), without=set(quota.pemda), most=quota.pemda_terbanyak
        )
        for row, pemda in zip(free, names, strict=True):
            row.pemda = pemda


def _give_kategori(rng: np.random.Generator, rows: list[Tiket], quota: TiketQuota) -> None:
    known = [row for row in rows if row.dikenal and not row.kategori]
    unknown = [row for row in rows if not row.dikenal and row.topik != "Spam"]
    for free, counts, rest in (
        (known, quota.kategori_dikenal, PEMDA),
        (unknown, quota.kategori_tidak_dikenal, LAINNYA),
    ):
        names = deck(counts)[: len(free)]
        names += [rest] * (len(free) - len(names))
        for row, name in zip(free, shuffled(rng, names), strict=True):
            row.kategori = name
    for row in rows:
        row.kategori = row.kategori or LAINNYA
    lost = [row for row in unknown if row.kategori == PEMDA]
    for row, text in zip(lost, quota.salah_tulis, strict=False):
        row.pemda = text


def _give_eskalasi(rows: list[Tiket], quota: TiketQuota) -> None:
    serious = [row for row in rows if row.topik != "Spam"]
    for zona, count in quota.eskalasi_luar.items():
        for row in [row for row in serious if row.luar and row.zona == zona][:count]:
            row.eskalasi = True
    for row in [row for row in serious if not row.luar][: quota.eskalasi_dalam]:
        row.eskalasi = True


def _give_time(rng: np.random.Generator, rows: list[Tiket], clock: Clock) -> None:
    for luar in (False, True):
        free = [row for row in rows if row.luar == luar]
        moments = clock.moments(rng, len(free), open_=not luar)
        for row, moment in zip(free, moments, strict=True):
            row.dibuat = moment
