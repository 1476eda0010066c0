"""The website's visitors and pages as Google Analytics exports them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan_sample.clock import Clock
from laporan_sample.quota import apportion

# Universal Analytics stopped on 1 July 2023.
FIRST_GA4 = Bulan(2023, 7)
RULE = "# ----------------------------------------"


def visitor_file(rng: np.random.Generator, bulan: Bulan, total: int) -> bytes:
    """Write the daily visitors in the form that was in use in that month."""
    clock = Clock(bulan)
    workdays = set(clock.workdays)
    weights = [
        (1.0 if day in workdays else 0.55) * float(rng.lognormal(0, 0.08)) for day in clock.days
    ]
    users = dict(zip(clock.days, apportion(total, weights), strict=True))
    return _ga4_visitors(rng, bulan, users) if bulan >= FIRST_GA4 else _ua_visitors(users)


def page_file(rng: np.random.Generator, bulan: Bulan, pages: Mapping[str, int]) -> bytes:
    """Write views by page, by path where names are paths, with and without a final slash."""
    by_path = all(name.startswith("/") for name in pages)
    what = "Page path" if by_path else "Page title"
    rows: list[Sequence[object]] = []
    for name, views in pages.items():
        parts = {name: views}
        if by_path:
            bare = int(views * 0.07)
            parts = {f"{name}/": views - bare, name: bare}
        for page, count in parts.items():
            users = max(1, round(count * float(rng.uniform(0.55, 0.8))))
            seconds = float(rng.uniform(8, 70))
            rows.append([page, count, users, count / users, seconds, count * 3, 0, 0])
    rows.sort(key=lambda row: -int(str(row[1])))
    header = [
        f"{what} and screen class",
        "Views",
        "Active users",
        "Views per active user",
        "Average engagement time per active user",
        "Event count",
        "Key events",
        "Total revenue",
    ]
    return _ga4(f"Pages and screens: {what} and screen class", bulan, [header, *rows])


def _ga4_visitors(rng: np.random.Generator, bulan: Bulan, users: Mapping[date, int]) -> bytes:
    # Google Analytics 4 sorts by users, not by date.
    rows = [
        (f"{day:%Y%m%d}", count, count - int(rng.integers(0, count // 25 + 1)))
        for day, count in sorted(users.items(), key=lambda item: -item[1])
    ]
    return _ga4("Visitors by date", bulan, [("Date", "Total users", "Active users"), *rows])


def _ga4(title: str, bulan: Bulan, rows: Iterable[Sequence[object]]) -> bytes:
    preamble = [
        RULE,
        f"# {title}",
        "# Account: Contoh DJPK",
        "# Property: Contoh DJPK - GA4",
        RULE,
        "# ",
        "# All Users",
        f"# Start date: {bulan.first_day:%Y%m%d}",
        f"# End date: {bulan.last_day:%Y%m%d}",
    ]
    return _lines(preamble, rows, "\r\n")


def _ua_visitors(users: Mapping[date, int]) -> bytes:
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
    return _lines(preamble, rows, "\n")


def _lines(preamble: Sequence[str], rows: Iterable[Sequence[object]], end: str) -> bytes:
    target = io.StringIO(newline="")
    target.write("".join(line + end for line in preamble))
    csv.writer(target, lineterminator=end).writerows(rows)
    return target.getvalue().encode()
