"""Indonesian forms of numbers, dates and lists; Babel knows the forms, this names their uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

LOCALE = "id"


def round_half_up(value: float | int | Decimal, decimals: int = 0) -> Decimal:
    """Round as people do on paper: 2.5 becomes 3, and -2.5 becomes -3."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def roundings(value: float, decimals: int) -> tuple[Decimal, Decimal]:
    """Give what a number is, rounded down and rounded up."""
    exact, unit = Decimal(str(value)), Decimal(1).scaleb(-decimals)
    down = exact.quantize(unit, rounding=ROUND_FLOOR)
    return down, down if down == exact else down + unit


def round_to_sum(values: Sequence[float], decimals: int) -> list[Decimal]:
    """Round parts so that they add up to their rounded sum, by the largest remainders.

    Each is rounded down or up; those nearest to the next are rounded up, the first of equals.
    """
    down = [roundings(value, decimals)[0] for value in values]
    exact = [Decimal(str(value)) for value in values]
    total = round_half_up(sum(exact, Decimal(0)), decimals)
    short = int((total - sum(down, Decimal(0))).scaleb(decimals))
    nearest = sorted(range(len(values)), key=lambda at: down[at] - exact[at])[:short]
    unit = Decimal(1).scaleb(-decimals)
    return [each + unit if at in nearest else each for at, each in enumerate(down)]


def angka(value: float | int | Decimal, decimals: int = 0) -> str:
    """Write a number: ``1.707`` or, with two decimals, ``4,90``."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    # Adding zero turns the negative zero of Decimal into a plain one.
    rounded = round_half_up(value, decimals) + 0
    return str(format_decimal(rounded, format=pattern, locale=LOCALE))


def persen(value: float | int | Decimal, decimals: int = 2) -> str:
    """Write a percentage that is given in percent: ``29,81%``."""
    return angka(value, decimals) + "%"


def tanggal(day: date) -> str:
    """Write a date: ``5 Juli 2023``."""
    return str(format_date(day, "d MMMM y", locale=LOCALE))


def daftar(items: Iterable[str]) -> str:
    """Write an enumeration: ``DAU, DBH, dan PDRD``; two are joined by ``dan`` alone."""
    return str(format_list(list(items), locale=LOCALE))
