"""Tickets by time and zone: days, hours, within and out of service hours, escalated."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.hours import closed_days, service_days
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts, shares
from laporan.measure.indikator import define
from laporan.measure.statistik.proporsi import wilson
from laporan.measure.tickets import BAGIAN, JUMLAH, SELURUH

ZONA = ("Barat", "Tengah", "Timur")
JAM_LAYANAN = ("Dalam", "Luar")
SUMBER, LUAR = "tiket", "seluruh tiket di luar jam layanan"
LUAR_JAM = define(
    "tiket.luar_jam", "Tiket di luar jam layanan", "tiket",
    "Tiket yang dibuat di luar jam layanan WIB, atau pada hari libur",
    "seluruh tiket; menurut zona: tiket yang zonanya diketahui", SUMBER,
)  # fmt: skip
LUAR_JAM_BAGIAN = define(
    "tiket.luar_jam_bagian", "Bagian tiket di luar jam layanan", "persen",
    "Tiket zona itu dibagi tiket di luar jam layanan yang zonanya diketahui",
    "tiket di luar jam layanan dengan zona diketahui", SUMBER,
)  # fmt: skip
LUAR_JAM_DARI_ZONA = define(
    "tiket.luar_jam_dari_zona", "Bagian tiket zona di luar jam layanan", "persen",
    "Tiket zona itu di luar jam layanan dibagi seluruh tiket zona itu; selangnya 95% (Wilson)",
    "tiket zona itu", SUMBER,
)  # fmt: skip
LUAR_JAM_TANPA_ZONA = define(
    "tiket.luar_jam_zona_tidak_dikenal", "Tiket tanpa zona", "tiket",
    "Tiket di luar jam layanan yang zonanya tidak diketahui", "tiket di luar jam layanan", SUMBER,
)  # fmt: skip
DALAM_JAM = define(
    "tiket.dalam_jam", "Tiket di dalam jam layanan", "tiket",
    "Tiket yang dibuat pada jam layanan WIB", "tiket yang zonanya diketahui", SUMBER,
)  # fmt: skip
ESKALASI = define(
    "tiket.luar_jam_eskalasi", "Eskalasi di luar jam layanan", "tiket",
    "Tiket di luar jam layanan yang diteruskan ke unit teknis", LUAR, SUMBER,
)  # fmt: skip
ESKALASI_TANPA_ZONA = define(
    "tiket.luar_jam_eskalasi_zona_tidak_dikenal", "Eskalasi tanpa zona", "tiket",
    "Tiket tereskalasi di luar jam layanan yang zonanya tidak diketahui",
    "tiket di luar jam layanan", SUMBER,
)  # fmt: skip
# The same tickets as a share of two wholes; the published deck left the reader to guess.
ESKALASI_BAGIAN = define(
    "tiket.luar_jam_eskalasi_bagian", "Bagian yang dieskalasi", "persen",
    "Tiket tereskalasi dibagi tiket di luar jam layanan", LUAR, SUMBER,
)  # fmt: skip
ESKALASI_BAGIAN_TOTAL = define(
    "tiket.luar_jam_eskalasi_bagian_total", "Bagian yang dieskalasi", "persen",
    "Tiket tereskalasi di luar jam layanan dibagi seluruh tiket", SELURUH, SUMBER,
)  # fmt: skip
# Counts follow the calendar, in which a month has five Mondays and a holiday.
RATA_RATA = define(
    "tiket.rata_rata", "Tiket rata-rata", "tiket sejam",
    "Tiket yang dibuat pada hari dan jam itu, dibagi banyaknya hari itu; hari kerja yang libur "
    "tidak ikut. Menurut jam: hari layanan saja", SELURUH, SUMBER,
)  # fmt: skip
JAM = [f"{hour:02d}" for hour in range(24)]
HARI_JAM = [f"{day}-{hour}" for day in range(1, 8) for hour in JAM]
_SATURDAY = 5


def measure_jam(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure all that asks when and from which zone a ticket came.

    ``tiket.luar_jam`` alone is over all tickets; by zone, and ``tiket.jumlah,jam_layanan``, over
    the tickets with a known zone. What lies between is ``tiket.luar_jam_zona_tidak_dikenal``.
    """
    return [
        *_measure_zona(tiket, bulan),
        *_measure_luar_jam(tiket, bulan),
        *_measure_eskalasi(tiket, bulan),
        *_measure_calendar(tiket, bulan),
        *_measure_usual(tiket, bulan, settings),
    ]


def _measure_zona(tiket: pd.DataFrame, bulan: Bulan) -> list[Angka]:
    known = tiket[tiket["zona"].notna()]
    dikenal = {"Ya": len(known), "Tidak": len(tiket) - len(known)}
    jam = counts(known["jam_layanan"], JAM_LAYANAN)
    return [
        *JUMLAH.by(bulan, "zona", counts(known["zona"], ZONA)),
        *JUMLAH.by(bulan, "zona_dikenal", dikenal),
        *BAGIAN.by(bulan, "zona_dikenal", shares(dikenal, len(tiket))),
        *JUMLAH.by(bulan, "jam_layanan", jam),
    ]


def _measure_luar_jam(tiket: pd.DataFrame, bulan: Bulan) -> list[Angka]:
    is_luar = tiket["jam_layanan"].eq("Luar")
    zona = tiket["zona"]
    luar = counts(zona[is_luar].dropna(), ZONA)
    dalam = counts(zona[~is_luar].dropna(), ZONA)
    total, known = int(is_luar.sum()), sum(luar.values())
    return [
        LUAR_JAM.whole(bulan, total),
        LUAR_JAM_TANPA_ZONA.whole(bulan, total - known),
        *LUAR_JAM.by(bulan, "zona", luar),
        *LUAR_JAM_BAGIAN.by(bulan, "zona", shares(luar, known)),
        *DALAM_JAM.by(bulan, "zona", dalam),
        *(
            _of_zone(bulan, name, out, whole)
            for name, out in luar.items()
            if (whole := out + dalam[name])
        ),
    ]


def _measure_eskalasi(tiket: pd.DataFrame, bulan: Bulan) -> list[Angka]:
    luar = tiket[tiket["jam_layanan"].eq("Luar")]
    escalated = luar.loc[luar["eskalasi"].fillna(False).astype(bool), "zona"]
    total = len(escalated)
    figures = [
        ESKALASI.whole(bulan, total),
        ESKALASI_TANPA_ZONA.whole(bulan, int(escalated.isna().sum())),
        *ESKALASI.by(bulan, "zona", counts(escalated.dropna(), ZONA)),
    ]
    for share, whole in ((ESKALASI_BAGIAN, len(luar)), (ESKALASI_BAGIAN_TOTAL, len(tiket))):
        if whole:
            figures.append(share.whole(bulan, 100 * total / whole))
    return figures


def _measure_calendar(tiket: pd.DataFrame, bulan: Bulan) -> list[Angka]:
    dibuat = tiket["dibuat"]
    every_day = pd.date_range(bulan.first_day, bulan.last_day)
    by_day = dibuat.dt.tz_localize(None).dt.normalize().value_counts()
    tanggal = dict.fromkeys(every_day, 0) | by_day.to_dict()
    return [
        *JUMLAH.by(bulan, "tanggal", {f"{day:%Y-%m-%d}": count for day, count in tanggal.items()}),
        *JUMLAH.by(bulan, "hari_jam", counts(_weekday_hours(dibuat), HARI_JAM)),
        *JUMLAH.by(bulan, "jam", counts(hours(dibuat), JAM)),
    ]


def hours(moments: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    """Give the hour of each moment, ``00`` to ``23``, by the clock on the wall."""
    return _named(moments.dt.hour, JAM)


def _weekday_hours(moments: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    """Give weekday and hour of each moment, ``1-00`` to ``7-23``."""
    return _named(24 * moments.dt.day_of_week + moments.dt.hour, HARI_JAM)


def _named(places: pd.Series[int], names: Sequence[str]) -> pd.Series[str]:
    """Name each place; a million moments that are written one by one take seconds."""
    written = pd.array(names, dtype="str").take(places.to_numpy())
    return pd.Series(written, index=places.index)


def _of_zone(bulan: Bulan, zona: str, luar: int, whole: int) -> Angka:
    low, high = (100 * end for end in wilson(luar, whole))
    place = (bulan, "zona", zona)
    return LUAR_JAM_DARI_ZONA.part(*place, 100 * luar / whole, selang=(low, high), n=whole)


def _measure_usual(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Average tickets over the days of each weekday, and over service days; holidays apart."""
    open_hours = settings["jam_layanan"]
    closed = pd.DatetimeIndex(sorted(closed_days([bulan.tahun], open_hours)))
    every = pd.date_range(bulan.first_day, bulan.last_day)
    # A holiday on a Sunday is a Sunday.
    usual = every[~every.isin(closed) | (every.day_of_week >= _SATURDAY)]
    days, served = usual.day_of_week.value_counts(), service_days(bulan, open_hours)
    dibuat = tiket["dibuat"].dt.tz_localize(None)
    day = dibuat.dt.normalize()
    by_weekday = counts(_weekday_hours(dibuat[day.isin(usual)]), HARI_JAM)
    by_hour = counts(hours(dibuat[day.isin(pd.DatetimeIndex(served))]), JAM)
    return [
        *(
            RATA_RATA.part(bulan, "hari_jam", name, count / number, n=number)
            for name, count in by_weekday.items()
            if (number := int(days.get(int(name[0]) - 1, 0)))
        ),
        *(
            RATA_RATA.part(bulan, "jam", name, count / len(served), n=len(served))
            for name, count in by_hour.items()
            if served
        ),
    ]
