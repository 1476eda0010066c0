"""Random moments of a month, inside and outside service hours (WIB)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import holidays
import numpy as np

from laporan.bulan import Bulan

OPENS, CLOSES = 8, 16
# How busy an hour is: mornings are the peak, nobody writes at three at night.
BUSY = (1, 0, 0, 0, 1, 2, 4, 8, 12, 16, 16, 11, 8, 13, 14, 11, 9, 7, 6, 7, 6, 4, 3, 2)


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
        """Monday to Friday without national holidays and joint leave days."""
        closed = holidays.country_holidays(
            "ID", years=self.bulan.tahun, categories=("public", "government")
        )
        return [day for day in self.days if day.weekday() < 5 and day not in closed]

    def moments(self, rng: np.random.Generator, count: int, *, open_: bool) -> list[datetime]:
        """Draw moments when the contact centre is open, or when it is not; WIB, without zone."""
        workdays = set(self.workdays)
        slots = [
            (day, hour)
            for day in self.days
            for hour in range(24)
            if (day in workdays and OPENS <= hour < CLOSES) is open_
        ]
        # A day off sees fewer questions an hour than the evening of a workday.
        weights = np.array([BUSY[hour] * (1.0 if day in workdays else 0.35) for day, hour in slots])
        chosen = rng.choice(len(slots), size=count, p=weights / weights.sum())
        seconds = rng.integers(0, 3600, size=count)
        return [
            datetime.combine(slots[slot][0], datetime.min.time())
            + timedelta(hours=slots[slot][1], seconds=int(second))
            for slot, second in zip(chosen, seconds, strict=True)
        ]

    def next_opening(self, moment: datetime) -> datetime:
        """Give the moment itself if the centre is open then, else the next opening (by weekday)."""
        workdays = set(self.workdays)

        def is_open_day(day: date) -> bool:
            inside = Bulan.of(day) == self.bulan
            return day in workdays if inside else day.weekday() < 5

        if is_open_day(moment.date()) and OPENS <= moment.hour < CLOSES:
            return moment
        day = moment.date()
        if moment.hour >= CLOSES or not is_open_day(day):
            day += timedelta(days=1)
        while not is_open_day(day):
            day += timedelta(days=1)
        return datetime.combine(day, datetime.min.time()) + timedelta(hours=OPENS, minutes=5)
