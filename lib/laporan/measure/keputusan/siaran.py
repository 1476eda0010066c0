"""Tickets in the service days after a broadcast, against what such days usually bring.

It says what came after, and not what came of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from laporan.clean.hours import service_days
from laporan.measure.indikator import define
from laporan.measure.keputusan.bahan import BELUM_DISERAHKAN, Bahan, Hasil
from laporan.measure.statistik.poisson import ratio_interval

DIMENSI, KEDUANYA = "kampanye", ("tiket", "wa_blast")
SESUDAH = "hari layanan sejak hari siarannya"
RASIO = define(
    "kaitan.siaran", "Tiket sesudah siaran dibanding biasanya", "kali",
    "Tiket pada hari-hari layanan sejak siaran dibagi yang diharapkan menurut hari-hari yang sama "
    "pada minggu-minggu sebelumnya yang jauh dari siaran lain; selangnya 95%. Sesudah tidak "
    "berarti karena", SESUDAH, *KEDUANYA,
)  # fmt: skip
DIAMATI = define(
    "kaitan.diamati", "Tiket sesudah siaran", "tiket",
    "Tiket pada hari-hari layanan sejak siaran", SESUDAH, *KEDUANYA,
)  # fmt: skip
DIHARAPKAN = define(
    "kaitan.diharapkan", "Tiket yang diharapkan sesudah siaran", "tiket",
    "Rata-rata tiket hari-hari layanan yang sama pada minggu-minggu sebelumnya yang jauh dari "
    "siaran lain", SESUDAH, *KEDUANYA,
)  # fmt: skip
SEMUA = (DIAMATI, DIHARAPKAN, RASIO)
BELUM_LEWAT = "hari layanan sesudahnya belum lewat pada akhir bulan"
TANPA_DASAR = "tidak ada hari layanan yang jauh dari siaran lain untuk dibandingkan"
DAN = "; "


@dataclass(frozen=True)
class Siaran:
    """Broadcasts that can't be told apart: their names, and the service days from the first on."""

    kampanye: tuple[str, ...]
    hari: tuple[pd.Timestamp, ...]


def measure_siaran(bahan: Bahan) -> Hasil:
    """Hold the tickets after each broadcast of the month against those of other days."""
    if bahan.table("wa_blast") is None or bahan.table("tiket") is None:
        return [each.none(bahan.bulan, BELUM_DISERAHKAN) for each in SEMUA]
    served = _served(bahan)
    everything = _merged(_broadcasts(bahan, served))
    daily = _daily(bahan)
    return [
        row
        for siaran in everything
        if siaran.hari and siaran.hari[0] >= pd.Timestamp(bahan.bulan.first_day)
        for row in _measure(bahan, siaran, everything, served, daily)
    ]


def _served(bahan: Bahan) -> list[pd.Timestamp]:
    """Give the service days of the month and the one before of which tickets are known."""
    months = [bahan.bulan.previous, bahan.bulan]
    return [
        day
        for month in months
        if bahan.table("tiket", month) is not None
        for day in service_days(month, bahan.settings.get(month, bahan.own)["jam_layanan"])
    ]


def _daily(bahan: Bahan) -> pd.Series[int]:
    tables = [bahan.table("tiket", month) for month in (bahan.bulan.previous, bahan.bulan)]
    moments = pd.concat([table["dibuat"] for table in tables if table is not None])
    counted: pd.Series[int] = moments.dt.tz_localize(None).dt.normalize().value_counts()
    return counted


def _broadcasts(bahan: Bahan, served: Sequence[pd.Timestamp]) -> list[Siaran]:
    """Give each broadcast to enough people with its service days; fewer there are at the end."""
    tables = [bahan.table("wa_blast", month) for month in (bahan.bulan.previous, bahan.bulan)]
    sent = pd.concat([table[["kampanye", "tanggal"]] for table in tables if table is not None])
    sizes = sent.value_counts()
    least, length = bahan.own["siaran"]["penerima_minimum"], bahan.own["siaran"]["hari_sesudah"]
    found = []
    for name, day in sorted(sizes[sizes.ge(least)].index, key=lambda each: (each[1], each[0])):
        after = tuple(each for each in served if each >= day)[:length]
        found.append(Siaran((str(name),), after))
    return found


def _merged(broadcasts: Sequence[Siaran]) -> list[Siaran]:
    """Put broadcasts together whose days overlap: what came after one came after the other."""
    found: list[Siaran] = []
    for each in broadcasts:
        if found and set(found[-1].hari) & set(each.hari):
            last = found.pop()
            names = tuple(dict.fromkeys((*last.kampanye, *each.kampanye)))
            each = Siaran(names, tuple(sorted({*last.hari, *each.hari})))
        found.append(each)
    return found


def _measure(
    bahan: Bahan,
    siaran: Siaran,
    everything: Sequence[Siaran],
    served: Sequence[pd.Timestamp],
    daily: pd.Series[int],
) -> Hasil:
    place = (bahan.bulan, DIMENSI, DAN.join(siaran.kampanye))
    if len(siaran.hari) < bahan.own["siaran"]["hari_sesudah"]:
        return [each.none(place[0], BELUM_LEWAT, *place[1:]) for each in SEMUA]
    quiet = _base(bahan, siaran, everything, served)
    observed, usual = (int(daily.reindex(days).fillna(0).sum()) for days in (siaran.hari, quiet))
    if not usual:
        return [each.none(place[0], TANPA_DASAR, *place[1:]) for each in SEMUA]
    expected = usual * len(siaran.hari) / len(quiet)
    low, high = ratio_interval(observed, usual, len(siaran.hari), len(quiet))
    return [
        DIAMATI.part(*place, observed, n=len(siaran.hari)),
        DIHARAPKAN.part(*place, expected, n=len(quiet)),
        RASIO.part(*place, observed / expected, selang=(low, high), n=observed),
    ]


def _base(
    bahan: Bahan, siaran: Siaran, everything: Sequence[Siaran], served: Sequence[pd.Timestamp]
) -> list[pd.Timestamp]:
    """Give quiet days before, as many of each weekday as the days after have in proportion."""
    earliest = siaran.hari[0] - pd.Timedelta(weeks=bahan.own["siaran"]["minggu_dasar"])
    near = {day for each in everything for day in each.hari}
    quiet = [day for day in served if earliest <= day < siaran.hari[0] and day not in near]
    wanted = pd.Series([day.day_of_week for day in siaran.hari]).value_counts()
    there = pd.Series([day.day_of_week for day in quiet], dtype="int64").value_counts()
    times = int((there.reindex(wanted.index).fillna(0) // wanted).min())
    return [
        day
        for weekday, count in wanted.items()
        for day in [each for each in quiet if each.day_of_week == weekday][-times * count :]
        if times
    ]
