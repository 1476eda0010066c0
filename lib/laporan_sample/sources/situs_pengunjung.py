"""The website's visitors as Google Analytics exports them, old and new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan_sample.analytics import RULE, ga4_export, lines
from laporan_sample.clock import Clock
from laporan_sample.quota import apportion
from laporan_sample.sample import Sample

# Universal Analytics stopped on 1 July 2023.
FIRST_GA4 = Bulan(2023, 7)


def write_situs_pengunjung(sample: Sample) -> dict[str, bytes]:
    """Write the daily visitors in the form that was in use in that month."""
    rng, bulan = sample.random("pengunjung"), sample.bulan
    clock = Clock(bulan)
    workdays = set(clock.workdays)
    weights = [
        (1.0 if day in workdays else 0.55) * float(rng.lognormal(0, 0.08)) for day in clock.days
    ]
    total = sample.month.pengunjung
    users = dict(zip(clock.days, apportion(total, weights), strict=True))
    new = bulan >= FIRST_GA4
    return {"situs-pengunjung.csv": _ga4(rng, bulan, users) if new else _ua(users)}


def _ga4(rng: np.random.Generator, bulan: Bulan, users: Mapping[date, int]) -> bytes:
    # Google Analytics 4 sorts by users, not by date.
    rows = [
        (f"{day:%Y%m%d}", count, count - int(rng.integers(0, count // 25 + 1)))
        for day, count in sorted(users.items(), key=lambda item: -item[1])
    ]
    return ga4_export("Visitors by date", bulan, [("Date", "Total users", "Active users"), *rows])


def _ua(users: Mapping[date, int]) -> bytes:
    """Write Universal Analytics' export in its Indonesian form: a sources table, then the days."""
    total = sum(users.values())
    preamble = [
        RULE,
        "# Semua Data Situs Web",
        "# Ikhtisar Pemirsa",
        f"# {min(users):%Y%m%d}-{max(users):%Y%m%d}",
        RULE,
        "",
    ]
    languages = zip(("id", "id-id", "en-us"), apportion(total, (55, 30, 15)), strict=True)
    rows: list[Sequence[object]] = [["Language", "Users", "% Users"]]
    rows += [[name, angka(count), f"{angka(count / total * 100, 2)}%"] for name, count in languages]
    rows += [["", angka(total), "100,00%"], []]
    rows += [["Day Index", "Users"]]
    rows += [[f"{day:%d/%m/%y}", angka(count)] for day, count in users.items()]
    rows += [["", angka(total)]]
    return lines(preamble, rows, "\n")
