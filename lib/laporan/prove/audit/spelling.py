"""Numbers as a report prints them, written and read by the audit on its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from laporan.dasar.bulan import NAMA_BULAN
from laporan.prove.audit.blocks import squeeze


def spell(value: float, decimals: int, *, percent: bool = False) -> str:
    """Write a number in Indonesian."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded + 0:,f}"
    return text.translate(str.maketrans(",.", ".,")) + ("%" if percent else "")


def spell_day(day: date) -> str:
    """Write a date: ``5 Juli 2023``."""
    return f"{day.day} {NAMA_BULAN[day.month - 1]} {day.year}"


def forms_of(value: float, *, percent: bool) -> set[str]:
    """Give all forms in which a figure may stand; a word beside it may give its direction."""
    if percent:
        return {spell(each, 2, percent=True) for each in (value, abs(value))}
    places = [0] if float(value).is_integer() else [0, 2]
    return {spell(each, decimals) for each in (value, abs(value)) for decimals in places}


def forms_of_cell(cell: Any) -> set[str]:
    """Give the forms in which a cell of a listed row may be printed."""
    if cell is None or isinstance(cell, bool | list | Mapping) or pd.isna(cell):
        return set()
    if isinstance(cell, date):
        return {spell_day(cell)}
    if isinstance(cell, int | float):
        return {spell(cell, 0)}
    return {squeeze(str(cell))}


def number_of(text: str) -> float:
    """Read a number as it is printed."""
    return float(text.rstrip("%").replace(".", "").replace(",", "."))


def sign_of(value: float) -> int:
    """Give 1, 0 or -1."""
    return (value > 0) - (value < 0)
