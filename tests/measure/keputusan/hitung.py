"""The measures to decide by, reckoned in plain Python: no code of the package, no library."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

WIB = timezone(timedelta(hours=7))
LIBUR = {
    date(2023, 5, 1),
    date(2023, 5, 18),
    *(date(2023, 6, day) for day in (1, 2, 28, 29, 30)),
    date(2023, 7, 19),
    date(2023, 8, 17),
}
Tiket = Mapping[str, Any]
WAKTU = ("dibuat", "dibalas", "selesai")
DASAR_WILSON = 1.959963984540054


def is_service_day(day: date) -> bool:
    return day.weekday() < 5 and day not in LIBUR


def service_days(tahun: int, bulan: int) -> list[date]:
    day, found = date(tahun, bulan, 1), []
    while day.month == bulan:
        found += [day] if is_service_day(day) else []
        day += timedelta(days=1)
    return found


def minutes(start: datetime, end: datetime) -> float:
    """Add up what lies in the service hours of each day."""
    start, end = start.astimezone(WIB), end.astimezone(WIB)
    total, day = 0.0, start.date()
    while day <= end.date():
        if is_service_day(day):
            opens, closes = (datetime.combine(day, time(hour), WIB) for hour in (8, 16))
            total += max((min(end, closes) - max(start, opens)).total_seconds(), 0)
        day += timedelta(days=1)
    return total / 60


def end_of(waits: Sequence[tuple[float, bool]], share: float) -> float | None:
    """Give the time by which a share has ended, one moment after the other."""
    left = 1.0
    for moment in sorted({each for each, ended in waits if ended}):
        waiting = sum(each >= moment for each, _ in waits)
        left *= 1 - sum(ended and each == moment for each, ended in waits) / waiting
        if left <= 1 - share + 1e-9:
            return moment
    return None


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Give the shares from which what was found is just as far as chance goes."""
    return 1 - _upper(whole - part, whole), _upper(part, whole)


def _upper(part: int, whole: int) -> float:
    """Find by halving the highest share of which the part found is no surprise."""
    low, high = part / whole, 1.0
    for _ in range(100):
        middle = (low + high) / 2
        far = middle - part / whole > DASAR_WILSON * math.sqrt(middle * (1 - middle) / whole)
        low, high = (low, middle) if far else (middle, high)
    return high


def tally(tickets: Sequence[Tiket], column: str) -> Counter[str]:
    return Counter(each[column] for each in tickets)
