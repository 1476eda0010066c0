"""Dates and times as exports and people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from laporan.dasar.bulan import NAMA_BULAN, Bulan

ZONA_LAPORAN = "Asia/Jakarta"

# The old, short and English spellings beside the twelve official names.
_OTHER_SPELLINGS = {
    1: "jan january",
    2: "feb peb pebruari febuari february",
    3: "mar mrt march",
    4: "apr",
    5: "may",
    6: "jun june",
    7: "jul july",
    8: "agu agt ags agust aug august",
    9: "sep sept",
    10: "okt oct october",
    11: "nov nop nopember",
    12: "des dec december",
}
# Letters are dated by Roman months: 5-VII-2023.
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_MONTHS = (
    {name.casefold(): number for number, name in enumerate(NAMA_BULAN, start=1)}
    | {spelling: number for number, names in _OTHER_SPELLINGS.items() for spelling in names.split()}
    | {numeral: number for number, numeral in enumerate(_ROMAN, start=1)}
)
# What word processors make of a hyphen and an apostrophe.
_SAME_MARKS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-"})
_WEEKDAY = r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)[\s,/]+)?"
_CLOCK = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:\.\d+)?)?"
_TIME = rf"(?:[\st,]+(?:pukul\s+)?{_CLOCK}(?:\s*(?:wib|z|[+-]\d\d:?\d\d))?)?"
_BY_NAME = re.compile(rf"{_WEEKDAY}(\d{{1,2}})[\s\-/.]*([a-z]+)[\s\-/.,]*(\d{{4}}|'?\d\d){_TIME}")
_ENGLISH_DAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
_MONTH_BY_NAME = re.compile(
    rf"{_ENGLISH_DAY}([a-z]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}"
)
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(\d{{1,2}}) ?([-/.]) ?(\d{{1,2}}) ?\2 ?(\d{{4}}|\d\d){_TIME}")
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_COMPACT = re.compile(r"(20\d\d)(\d\d)(\d\d)")
# What Google Forms writes, the year first: its only reading.
_GMT = r"^\s*\d{4}[/-]\d{1,2}[/-]\d{1,2} \d{1,2}[:.]\d\d.*\bGMT(?:[+-]\d{1,2}(?::?\d\d)?)?\s*$"
LONGEST_DATE = 100
# Those of `Bulan`; another one is a Buddhist year, a slip, or a number that Excel took for a date.
YEARS = range(2000, 2100)
# Days since 1899-12-30, from 2000 to 2099: a date cell that lost its format.
_EXCEL_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
_EXCEL_RANGE = range(36526, 73051)
_EXCEL_EPOCH = date(1899, 12, 30)

# Written without \d and \s, which Arrow's regular expressions read differently: these run over
# every row of an export.
_OFFSET = "(?:Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)"
_CLOCK_ISO = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
_INSTANT = f"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[T ]{_CLOCK_ISO} *{_OFFSET}?"


def parse_dates(texts: pd.Series[str]) -> pd.Series[pd.Timestamp]:
    """Read dates, the day before the month; a time of day is left out.

    Parameters
    ----------
    texts
        ``5 Juli 2023``, ``5-Nop-23``, ``05/07/23``, ``2023-07-05``, ``20230705``, or the number
        of an Excel date.

    Returns
    -------
    Series
        Midnights without a zone; ``NaT`` for what is missing or no date.
    """
    return _map_spellings(texts, read_date)


def parse_month_first(texts: pd.Series[str]) -> pd.Series[pd.Timestamp]:
    """Read dates as American programs write them: ``7/5/23`` is the fifth of July."""
    return _map_spellings(texts, lambda text: read_date(text, month_first=True))


def in_one_order(texts: pd.Series[str], bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read ``7/5/23`` day first or month first, whichever puts more of the file in the month.

    Programs write dates in their user's language, and a file is in one language.
    """
    day_first, month_first = parse_dates(texts), parse_month_first(texts)

    def hits(days: pd.Series[pd.Timestamp]) -> int:
        return int((days.dt.year.eq(bulan.tahun) & days.dt.month.eq(bulan.nomor)).sum())

    return month_first if hits(month_first) > hits(day_first) else day_first


def parse_export_dates(rows: pd.DataFrame, kolom: str, bulan: Bulan) -> pd.Series[pd.Timestamp]:
    """Read a column of dates that a program wrote, each file in its own order of day and month."""
    days = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    for _, part in rows.groupby("berkas", sort=False):
        days.loc[part.index] = in_one_order(part[kolom], bulan)
    return days


def days_of_clocks(texts: pd.Series[str]) -> pd.Series[str]:
    """Give the days in WIB of ``2023/07/03 9:12:01 AM GMT+9``; others stay, without AM or PM."""
    zoned = texts[texts.str.contains(_GMT, regex=True).fillna(False).astype(bool)]
    days = {text: _day_of_clock(str(text)) for text in zoned.unique()}
    return texts.str.replace(r"(?i)\s*\b[ap]\.?m\.?\s*$", "", regex=True).mask(
        texts.isin(list(days)), texts.map(days)
    )


def _day_of_clock(text: str) -> str:
    # "GMT+7" would be taken for a zone west of Greenwich, as in POSIX.
    offset = re.sub(r"GMT\s*$", "UTC", text).replace("GMT", "")
    try:
        return str(pd.Timestamp(offset).tz_convert(ZONA_LAPORAN).date())
    except ValueError:
        return text


def parse_instants(texts: pd.Series[str], *, zone: str = ZONA_LAPORAN) -> pd.Series[pd.Timestamp]:
    """Read ISO 8601 times, in WIB.

    Parameters
    ----------
    texts
        With an offset (``2023-07-05T08:00:00+0700``, ``2021-03-08 16:25 +0000``) or without.
    zone
        The zone of times without an offset.

    Returns
    -------
    Series
        Times in Asia/Jakarta; ``NaT`` for what is missing or no time.
    """
    read = _read_instants(texts, zone)
    return read.where(read.dt.year.le(YEARS[-1]))


def _read_instants(texts: pd.Series[str], zone: str) -> pd.Series[pd.Timestamp]:
    quick = _cast_instants(texts)
    if quick is not None:
        return quick
    stripped = texts.str.strip()
    readable = stripped.where(stripped.str.fullmatch(_INSTANT).fillna(False))
    # ``2021-03-08 16:25 +0000`` and ``… UTC`` are not quite ISO 8601.
    cleaned = readable.str.replace(" *UTC$", "Z", regex=True)
    cleaned = cleaned.str.replace(" +([+-][0-9:]+|Z)$", r"\1", regex=True)
    with_offset = has_offset(cleaned)
    fixed = pd.to_datetime(
        cleaned.where(with_offset), format="ISO8601", utc=True, errors="coerce"
    ).dt.tz_convert(ZONA_LAPORAN)
    local = pd.to_datetime(cleaned.mask(with_offset), format="ISO8601", errors="coerce")
    return fixed.fillna(in_report_zone(local, zone)).dt.as_unit("us")


def _cast_instants(texts: pd.Series[str]) -> pd.Series[pd.Timestamp] | None:
    """Let Arrow read a column all of whose times are in one form with an offset, or give None."""
    cells = pa.array(texts, type=pa.large_string(), from_pandas=True)
    shortest = pc.min(pc.utf8_length(cells)).as_py()
    # Arrow alone would take an hour without minutes.
    if shortest is None or shortest < len("2023-07-05T08:00Z"):
        return None
    try:
        times = cells.cast(pa.timestamp("us", tz="UTC"))
    except pa.ArrowInvalid:
        return None
    read = pd.Series(times.to_pandas().array, index=texts.index)
    return read.dt.tz_convert(ZONA_LAPORAN).dt.as_unit("us")


def has_offset(texts: pd.Series[str]) -> pd.Series[bool]:
    """Tell which times say their zone."""
    if _cast_instants(texts) is not None:
        return texts.notna()
    return texts.str.contains(f"[0-9] *{_OFFSET} *$", regex=True).fillna(False).astype(bool)


def parse_us_times(texts: pd.Series[str], zone: str) -> pd.Series[pd.Timestamp]:
    """Read ``MM/DD/YYYY HH:MM`` of a zone, in WIB; ``NaT`` for anything else."""
    local = pd.to_datetime(texts.str.strip(), format="%m/%d/%Y %H:%M", errors="coerce")
    return in_report_zone(local, zone).dt.as_unit("us")


def in_report_zone(local: pd.Series[pd.Timestamp], zone: str) -> pd.Series[pd.Timestamp]:
    """Take times without a zone as times of ``zone``, and give them in WIB."""
    there = local.dt.tz_localize(zone, ambiguous="NaT", nonexistent="shift_forward")
    return there.dt.tz_convert(ZONA_LAPORAN)


def read_date(text: str, *, month_first: bool = False) -> date | None:
    """Read one date; see `parse_dates`."""
    if len(text) > LONGEST_DATE:
        return None
    text = " ".join(text.casefold().translate(_SAME_MARKS).split()).rstrip(".")
    text = re.sub(r"^(?:tgl|tanggal)\b[.:]?\s*", "", text)
    if match := _DAY_FIRST.fullmatch(text):
        day, month = (match[3], match[1]) if month_first else (match[1], match[3])
        return _date(match[4], month, day)
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(match[1], match[3], match[4])
    if match := _BY_NAME.fullmatch(text):
        return _date(match[3], str(_MONTHS.get(match[2], 0)), match[1])
    if match := _MONTH_BY_NAME.fullmatch(text):
        return _date(match[3], str(_MONTHS.get(match[1], 0)), match[2])
    if match := _COMPACT.fullmatch(text):
        return _date(*match.groups())
    if (match := _EXCEL_SERIAL.fullmatch(text)) and int(match[1]) in _EXCEL_RANGE:
        return _EXCEL_EPOCH + timedelta(days=int(match[1]))
    return None


def _date(year: str, month: str, day: str) -> date | None:
    full_year = int(year.lstrip("'"))
    if full_year < 100:
        full_year += 2000
    if full_year not in YEARS:
        return None
    try:
        return date(full_year, int(month), int(day))
    except ValueError:
        return None


def _map_spellings(
    texts: pd.Series[str], read: Callable[[str], date | None]
) -> pd.Series[pd.Timestamp]:
    days = {spelling: read(str(spelling)) for spelling in texts.dropna().unique()}
    midnights = {
        spelling: datetime(day.year, day.month, day.day) for spelling, day in days.items() if day
    }
    return texts.map(midnights).astype("datetime64[us]")
