"""How many tickets of what kind a month has: the published ones, or scaled to any number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from laporan_sample.data import read_toml
from laporan_sample.quota import apportion, apportion_like

KANAL = ("WhatsApp", "Telepon", "Email", "HAI Kemenkeu", "Live Chat")
# The four strata of a topic: zone known or not, inside or outside service hours.
STRATA = ((True, False), (True, True), (False, False), (False, True))

Counts = Mapping[str, int]


@dataclass(frozen=True)
class TiketQuota:
    """Counts that the tickets of a month add up to."""

    kanal: Mapping[str, Counts]  # topik -> kanal -> count
    jam: Mapping[str, tuple[int, ...]]  # topik -> count a stratum
    zona_dalam: Counts
    zona_luar: Counts
    eskalasi_luar: Counts
    eskalasi_dalam: int
    kategori_dikenal: Counts
    kategori_tidak_dikenal: Counts
    pemda: Mapping[str, Counts]  # pemda -> topik -> count
    salah_tulis: tuple[str, ...]
    pemda_terbanyak: int  # no other pemda has more tickets

    @property
    def jumlah(self) -> int:
        """The number of tickets."""
        return sum(sum(counts) for counts in self.jam.values())

    @property
    def luar_jam(self) -> int:
        """The number of tickets outside service hours."""
        return sum(
            count
            for counts in self.jam.values()
            for (_, outside), count in zip(STRATA, counts, strict=True)
            if outside
        )


def published_quota() -> TiketQuota:
    """Give the quotas of July 2023."""
    data = read_toml("tiket_2023_07.toml")
    kanal = {}
    for topik, row in data["topik"].items():
        others = dict(zip(KANAL[1:], row["kanal"], strict=True))
        kanal[topik] = {"WhatsApp": sum(row["jam"]) - sum(others.values()), **others}
    return TiketQuota(
        kanal=kanal,
        jam={topik: tuple(row["jam"]) for topik, row in data["topik"].items()},
        zona_dalam=data["zona"]["dalam"],
        zona_luar=data["zona"]["luar"],
        eskalasi_luar=data["eskalasi"]["luar"],
        eskalasi_dalam=data["eskalasi"]["dalam"],
        kategori_dikenal=data["kategori"]["dikenal"],
        kategori_tidak_dikenal=data["kategori"]["tidak_dikenal"],
        pemda=data["pemda"],
        salah_tulis=tuple(data["salah_tulis"]["pemda"]),
        pemda_terbanyak=9,
    )


def scaled_quota(
    rng: np.random.Generator, total: int, kanal_total: Counts | None = None
) -> TiketQuota:
    """Give quotas for another number of tickets, in proportions near those of July 2023.

    Parameters
    ----------
    rng
        Makes one month's topics differ from another's.
    total
        The number of tickets.
    kanal_total
        The number a channel, where it is known.
    """
    base = published_quota()
    drift = dict(zip(base.kanal, rng.lognormal(0, 0.18, len(base.kanal)), strict=True))
    if kanal_total is None:
        sums = {name: sum(row[name] for row in base.kanal.values()) for name in KANAL}
        kanal_total = apportion_like(
            total, {name: count * rng.lognormal(0, 0.08) for name, count in sums.items()}
        )
    by_kanal = {
        name: apportion_like(
            kanal_total[name],
            {topik: row[name] * drift[topik] for topik, row in base.kanal.items()},
        )
        for name in KANAL
    }
    kanal = {topik: {name: by_kanal[name][topik] for name in KANAL} for topik in base.kanal}
    jam = {
        topik: tuple(apportion(sum(kanal[topik].values()), base.jam[topik])) for topik in base.jam
    }
    known_inside, known_outside, _, lost_outside = map(sum, zip(*jam.values(), strict=True))
    share = total / base.jumlah
    escalated = round(
        sum(base.eskalasi_luar.values()) / base.luar_jam * (known_outside + lost_outside)
    )
    return replace(
        base,
        kanal=kanal,
        jam=jam,
        zona_dalam=apportion_like(known_inside, base.zona_dalam),
        zona_luar=apportion_like(known_outside, base.zona_luar),
        eskalasi_luar=apportion_like(escalated, base.eskalasi_luar),
        eskalasi_dalam=round(base.eskalasi_dalam * share),
        kategori_dikenal=_scaled(base.kategori_dikenal, share),
        kategori_tidak_dikenal=_scaled(base.kategori_tidak_dikenal, share),
        pemda={},
        pemda_terbanyak=25,
    )


def _scaled(counts: Counts, share: float) -> dict[str, int]:
    return {name: round(count * share) for name, count in counts.items()}
