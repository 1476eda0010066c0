"""Service hours: which moments the contact centre is staffed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

import holidays
import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DALAM, LUAR = "Dalam", "Luar"
# Of so many days in a row one at least is a working day, whatever holidays there are.
_WEEKS = 14


def label_service_hours(moments: pd.Series[pd.Timestamp], settings: Any) -> pd.Series[str]:
    """Say of each moment whether it lies within service hours.

    Parameters
    ----------
    moments
        Times in WIB, none missing.
    settings
        The table ``jam_layanan`` of the settings.

    Returns
    -------
    Series
        ``Dalam`` or ``Luar``.
    """
    days = {_weekday(name) for name in settings["hari"]}
    opens, closes = opening(settings)
    # By the clock on the wall: with a zone, each part of a million times is converted anew.
    local = moments.dt.tz_localize(None)
    midnight = local.dt.normalize()
    of_day = local - midnight
    dates = pd.DatetimeIndex(midnight.unique())
    closed = pd.DatetimeIndex(sorted(closed_days(dates.year.unique(), settings)))
    staffed = dates[dates.day_of_week.isin(days) & ~dates.isin(closed)]
    inside = (
        midnight.isin(staffed)
        & of_day.ge(pd.Timedelta(seconds=opens))
        & of_day.lt(pd.Timedelta(seconds=closes))
    )
    return pd.Series(LUAR, index=moments.index, dtype="str").mask(inside, DALAM)


def service_days(bulan: Bulan, settings: Any) -> list[pd.Timestamp]:
    """Give the days of a month on which the contact centre is staffed.

    Parameters
    ----------
    bulan
        The month.
    settings
        The table ``jam_layanan`` of the settings.
    """
    days = pd.date_range(bulan.first_day, bulan.last_day, unit="us")
    return service_days_between(days, settings)


def service_days_between(days: pd.DatetimeIndex, settings: Any) -> list[pd.Timestamp]:
    """Give those of some days on which the contact centre is staffed."""
    weekdays = {_weekday(name) for name in settings["hari"]}
    closed = closed_days(days.year.unique(), settings)
    return [day for day in days if day.day_of_week in weekdays and day.date() not in closed]


def working_day(day: date, number: int, settings: Any) -> pd.Timestamp:
    """Give the working day of that number after a day; the first is the next one."""
    start = pd.Timestamp(day).normalize() + pd.Timedelta(days=1)
    span = pd.date_range(start, periods=_WEEKS * number + _WEEKS, unit="us")
    return service_days_between(span, settings)[number - 1]


def joint_leave_known(year: int) -> bool:
    """Tell whether joint leave days of a year are known; there have been some in every year."""
    return bool(holidays.country_holidays("ID", years=year, categories=("government",)))


def closed_days(years: Iterable[int], settings: Any) -> frozenset[date]:
    """Give national holidays and joint leave days, with the settings' additions and exceptions."""
    known = _holidays(tuple(sorted(int(year) for year in years)))
    added = {_day(text, "libur_tambahan") for text in settings["libur_tambahan"]}
    removed = {_day(text, "bukan_libur") for text in settings["bukan_libur"]}
    return (known | added) - removed


@cache
def _holidays(years: tuple[int, ...]) -> frozenset[date]:
    found = holidays.country_holidays("ID", years=years, categories=("public", "government"))
    return frozenset(found)


def _weekday(name: str) -> int:
    if name not in HARI:
        raise LaporanError(
            f"Pengaturan jam_layanan.hari: {name!r} bukan nama hari. "
            f"Yang dikenal: {', '.join(HARI)}."
        )
    return HARI.index(name)


def opening(settings: Any) -> tuple[int, int]:
    """Give when service hours begin and end, in seconds of the day."""
    opens, closes = _seconds(settings["mulai"]), _seconds(settings["selesai"])
    if opens >= closes:
        raise LaporanError(
            f"Pengaturan jam_layanan: mulai {settings['mulai']!r} tidak sebelum selesai "
            f"{settings['selesai']!r}, sehingga semua tiket terhitung di luar jam layanan. "
            "Tulislah misalnya mulai “08.00” dan selesai “16.00”."
        )
    return opens, closes


def _seconds(text: str) -> int:
    match = re.fullmatch(r"(\d{1,2})[.:](\d{2})", text)
    if match is None or not (int(match[1]) < 24 and int(match[2]) < 60):
        raise LaporanError(
            f"Pengaturan jam_layanan: {text!r} bukan jam. Tulislah misalnya “08.00”."
        )
    return int(match[1]) * 3600 + int(match[2]) * 60


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise LaporanError(
            f"Pengaturan jam_layanan.{name}: {text!r} bukan tanggal. "
            "Tulislah sebagai TAHUN-BULAN-TANGGAL, misalnya “2023-07-03”."
        ) from error
