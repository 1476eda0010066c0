"""Random moments of a month, inside and outside service hours (WIB)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

import holidays
import numpy as np

from laporan.dasar.bulan import Bulan

OPENS, CLOSES = 8, 16
# How busy an hour is: mornings are the peak, nobody writes at three at night.
BUSY = (1, 0, 0, 0, 1, 2, 4, 8, 12, 16, 16, 11, 8, 13, 14, 11, 9, 7, 6, 7, 6, 4, 3, 2)
# A day off sees fewer questions an hour than the evening of a workday.
DAY_OFF = 0.35


@dataclass(frozen=True)
class Clock:
    """The days of a month and what is open on them."""

    bulan: Bulan

    @property
    def days(self) -> list[date]:
        """All days."""
        first = self.bulan.first_day
        return [first + timedelta(days=step) for step in range(self.bulan.last_day.day)]

    @property
    def workdays(self) -> list[date]:
        """The days on which the contact centre is open."""
        return [day for day in self.days if is_workday(day)]

    def moments(self, rng: np.random.Generator, count: int, *, open_: bool) -> list[datetime]:
        """Draw moments when the contact centre is open, or when it is not; WIB, without zone."""
        slots = [datetime.combine(day, time(hour)) for day in self.days for hour in range(24)]
        slots = [slot for slot in slots if is_open(slot) is open_]
        weights = np.array(
            [BUSY[slot.hour] * (1.0 if is_workday(slot.date()) else DAY_OFF) for slot in slots]
        )
        chosen = rng.choice(len(slots), size=count, p=weights / weights.sum())
        seconds = rng.integers(0, 3600, size=count)
        return [
            slots[slot] + timedelta(seconds=int(second))
            for slot, second in zip(chosen, seconds, strict=True)
        ]


@cache
def _closed(year: int) -> frozenset[date]:
    """Give the national holidays and joint leave days of a year."""
    return frozenset(
        holidays.country_holidays("ID", years=year, categories=("public", "government"))
    )


def is_workday(day: date) -> bool:
    """Tell whether the contact centre is open on a day."""
    return day.weekday() < 5 and day not in _closed(day.year)


def is_open(moment: datetime) -> bool:
    """Tell whether the contact centre is open at a moment."""
    return is_workday(moment.date()) and OPENS <= moment.hour < CLOSES


def next_opening(moment: datetime) -> datetime:
    """Give the moment itself if the centre is open then, else five past the next opening."""
    if is_open(moment):
        return moment
    day = moment.date()
    while not is_workday(day) or moment >= datetime.combine(day, time(OPENS, 5)):
        day += timedelta(days=1)
    return datetime.combine(day, time(OPENS, 5))
