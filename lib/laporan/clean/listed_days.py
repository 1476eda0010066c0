"""Days as people write them in lists: of several days the first, and without a year the month's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from laporan.clean.dates import LONGEST_DATE, parse_dates, read_date
from laporan.clean.ledger import Ledger
from laporan.clean.value_findings import find_values
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import tanggal

BEBERAPA_HARI = "hari pertama"
# No event of a list lasts longer; what seems to is a slip.
LONGEST = timedelta(days=92)

_UNTIL = r"s\s*[./]?\s*d\b\.?|sampai\b(?:\s+dengan\b)?|hingga\b|to\b|until\b"
_BETWEEN = re.compile(rf"\s*(?:[-‐‑‒–—−~&+,]|{_UNTIL}|dan\b|and\b)\s*", re.IGNORECASE)
# What may stand before the last day: others in between, and their weekdays.
_WEEKDAYS = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_DAY = re.compile(rf"(?:{_WEEKDAYS}[\s,/]*)?(\d{{1,2}})", re.IGNORECASE)
_ONLY_WEEKDAY = re.compile(_WEEKDAYS, re.IGNORECASE)
_YEAR = re.compile(r"(?:\d{4}|'\d\d)\W*$|\d[-/.]\d{1,2}[-/.]\d\d\W*$|^\d{5}(?:\.\d+)?$|^20\d{6}$")
# A hyphen alone could stand between two days as well.
_DAY_AND_MONTH = re.compile(r"\d\W*[a-z]{3,}\.?$|\d{1,2}([/.])\d{1,2}$", re.IGNORECASE)


def parse_listed_days(texts: pd.Series[str], bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read dates as `parse_dates` does; of several days the first, without a year the month's.

    Parameters
    ----------
    texts
        ``4–6 Juli 2023``, ``4 s.d. 6 Juli``, ``30 Juni–2 Juli 2023``, ``4, 5 dan 6 Juli 2023``,
        ``4/7/2023 - 6/7/2023``, ``5 Juli``.
    bulan
        The month of the list.
    """
    days = parse_dates(texts)
    left = texts[days.isna()].dropna()
    firsts = {text: read_first_day(str(text), bulan) for text in left.unique()}
    read = {text: pd.Timestamp(day) for text, day in firsts.items() if day}
    return days.fillna(texts.map(read).astype("datetime64[us]"))


def read_first_day(text: str, bulan: Bulan) -> date | None:
    """Read the first of several days, or one without a year, which is of that of the month."""
    text = " ".join(text.split()).rstrip(".")
    if len(text) > LONGEST_DATE:
        return None
    text = re.sub(r"^(?:tgl|tanggal)\b[.:]?\s*", "", text, flags=re.IGNORECASE)
    # Days over New Year are those that begin in the month, if there are such.
    firsts = [day for year in (bulan.tahun, bulan.tahun + 1) for day in _spans(text, year)]
    own = (day for day in firsts if Bulan.of(day) == bulan)
    return _day(text, bulan.tahun) or next(own, next(iter(firsts), None))


def say_first_days(ledger: Ledger, days: pd.Series[pd.Timestamp]) -> Ledger:
    """Say by which rule dates of several days, and those without a year, were read."""
    texts = ledger.rows["Tanggal"]
    here = texts[parse_dates(texts).isna() & days.loc[texts.index].notna()]
    told = find_values(
        ledger.rows,
        here.str.strip() + "” dibaca sebagai " + days[here.index].map(tanggal).astype("str"),
        lambda text: (
            f"“{text}: dari beberapa hari dihitung hari pertamanya, dan tanpa tahun dianggap tahun "
            "bulan laporan. Bila maksudnya lain, tulis satu tanggal lengkap di sumbernya."
        ),
        pemeriksaan=BEBERAPA_HARI,
        kolom="Tanggal",
    )
    return replace(ledger, temuan=(*ledger.temuan, *told))


def _spans(text: str, year: int) -> Iterator[date]:
    """Give the first day of each way in which a text is a span of days."""
    for between in _BETWEEN.finditer(text):
        start, end = text[: between.start()], text[between.end() :]
        last = _day(end, year)
        if last is None or not start:
            continue
        first = _first(start, last)
        if first and first <= last <= first + LONGEST:
            yield first


def _first(start: str, last: date) -> date | None:
    """Read the beginning of a span, of which the month and the year may stand at its end alone."""
    parts = [part for part in _BETWEEN.split(start) if not _ONLY_WEEKDAY.fullmatch(part)]
    days = [_DAY.fullmatch(part) for part in parts]
    if parts and all(days):
        numbers = [int(day[1]) for day in days if day]
        ordered = numbers == sorted(set(numbers)) and numbers[-1] < last.day
        return _of(last, numbers[0]) if ordered else None
    if _YEAR.search(start):
        return read_date(start)
    return next(
        (
            day
            for year in (last.year, last.year - 1)
            if (day := _day(start, year) or next(_spans(start, year), None)) and day <= last
        ),
        None,
    )


def _of(month: date, day: int) -> date | None:
    return month.replace(day=day) if 0 < day < month.day else None


def _day(text: str, year: int) -> date | None:
    day = read_date(text)
    if day is None and not _YEAR.search(text) and (found := _DAY_AND_MONTH.search(text)):
        return read_date(f"{text.rstrip('.')}{found[1] or ' '}{year}")
    return day
