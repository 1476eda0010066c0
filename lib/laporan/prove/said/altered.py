"""A month whose tables are other than they are: what is reckoned from them comes out otherwise.

No single change moves every figure: half of the rows leave a median, a largest value and a count
of categories where they are. So there are several, and each alters the values, too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TypeGuard
from zlib import crc32

import numpy as np
import pandas as pd

from laporan.measure import INDIKATOR, Ukuran
from laporan.sections.report import Report
from laporan.store.lazy import Lazy
from laporan.store.month_data import MonthData

_FEW = 3
_DAYS = 45  # dates move by up to so many: into other months, too
_LONG = 2000  # by so many where it is asked for what took long
Random = np.random.Generator
# What code asks for by name: texts and numbers.
Named = Collection[str | float]
# Gives an altered copy of a column.
Alter = Callable[[pd.Series, Random, Named], pd.Series]


def grown(column: pd.Series, random: Random, named: Named) -> pd.Series:
    """Make numbers larger, dates others, and put each text in place of another."""
    return _altered(column, random, 1.3, 2.9)


def shrunk(column: pd.Series, random: Random, named: Named) -> pd.Series:
    """Do as `grown` does, but make numbers smaller."""
    return _altered(column, random, 0.1, 0.7)


def asked_for(column: pd.Series, random: Random, named: Named) -> pd.Series:
    """Put what code asks for in place of half of the values: it may count what is not there."""
    if pd.api.types.is_bool_dtype(column):
        return ~column
    if pd.api.types.is_datetime64_any_dtype(column):
        return column + _moves(column, random, _LONG)
    if pd.api.types.is_numeric_dtype(column):
        wanted: list[str | float] = [n + by for n in named if _is_number(n) for by in (-1, 0, 1)]
    else:
        wanted = [text for text in named if isinstance(text, str)]
    if not wanted:
        return column
    drawn = pd.Series(random.choice(wanted, len(column)), index=column.index)
    kept = column.where(random.random(len(column)) < 0.5)
    return kept.astype("object").fillna(drawn.astype("object")).convert_dtypes()


def holed(column: pd.Series, random: Random, named: Named) -> pd.Series:
    """Leave out half of the values, where a column can be without."""
    if pd.api.types.is_integer_dtype(column) or pd.api.types.is_bool_dtype(column):
        column = column.convert_dtypes()
    return column.mask(random.random(len(column)) < 0.5)


# How many of so many rows, and what becomes of their values.
CHANGES: tuple[tuple[Callable[[int], int], Alter], ...] = (
    (lambda rows: max(rows // 2, 1), grown),
    (lambda _: _FEW, shrunk),
    (lambda rows: 2 * rows + 1, grown),
    (lambda rows: rows, holed),
    (lambda rows: rows, shrunk),
    (lambda rows: rows, asked_for),
)


def altered_report(lap: Report, sumber: str, change: int, named: Named) -> Report:
    """Give an opened month, and those beside it, in which the tables of a source are others.

    The figures that are measured from these tables are others, too.

    Parameters
    ----------
    change
        Which of ``CHANGES``.
    named
        The texts and numbers that stand in the code.
    """

    def altered(data: MonthData) -> MonthData:
        return _altered_month(data, sumber, change, named)

    return replace(
        lap,
        bersih=altered(lap.bersih),
        bulan_lain=Lazy(lap.bulan_lain, lambda bulan: altered(lap.bulan_lain[bulan])),
        ukuran=_altered_figures(lap.ukuran, sumber, change),
    )


def _altered_month(data: MonthData, sumber: str, change: int, named: Named) -> MonthData:
    def table(name: str) -> pd.DataFrame:
        there: Mapping[str, pd.DataFrame] = data.tables
        random = _random(f"{data.bulan} {sumber} {change}")
        return altered_table(there[name], change, random, named) if name == sumber else there[name]

    return replace(data, tables=Lazy(data.tables, table))


def altered_table(table: pd.DataFrame, change: int, random: Random, named: Named) -> pd.DataFrame:
    """Give a table with other rows and other values; one without rows gets empty ones."""
    if table.empty:
        return table.reindex(range(_FEW))
    count, alter = CHANGES[change]
    rows = len(table)
    wanted = count(rows)
    places = (
        np.sort(random.choice(rows, wanted, replace=False))
        if wanted <= rows
        else random.integers(rows, size=wanted)
    )
    drawn = table.iloc[places].reset_index(drop=True)
    return pd.DataFrame({name: alter(drawn[name], random, named) for name in drawn})


def _altered(column: pd.Series, random: Random, low: float, high: float) -> pd.Series:
    kind = pd.api.types
    if kind.is_bool_dtype(column):
        return ~column
    if kind.is_numeric_dtype(column):
        factors = random.uniform(low, high, len(column))
        if kind.is_integer_dtype(column):
            return (column * factors).round().add(1).astype(column.dtype)
        return column * factors + 0.5
    moves = _moves(column, random, _DAYS)
    if kind.is_datetime64_any_dtype(column) or kind.is_timedelta64_dtype(column):
        return column + moves
    if isinstance(next(iter(column.dropna()), None), datetime.date):
        return column + moves
    return _turned(column)


def _moves(column: pd.Series, random: Random, days: int) -> pd.Series:
    hours = random.integers(-days * 24, days * 24, len(column)).astype("timedelta64[h]")
    return pd.Series(hours.astype("timedelta64[us]"), index=column.index)


def _turned(column: pd.Series) -> pd.Series:
    """Put each text in place of the one before it, the first in place of the last."""
    texts = sorted({str(value) for value in column.dropna()})
    following = dict(pairwise([*texts, *texts[:1]]))
    return column.map(lambda value: following.get(value, value), na_action="ignore")


def _altered_figures(ukuran: Ukuran, sumber: str, change: int) -> Ukuran:
    random = _random(f"{ukuran.bulan} {sumber} {change}")
    table = ukuran.tabel.copy()
    measured = table["indikator"].map(
        lambda name: name in INDIKATOR and sumber in INDIKATOR[name].sumber
    )
    values = (table["nilai"] * random.uniform(1.3, 2.9, len(table))).add(1)
    whole = table["nilai"].eq(table["nilai"].round())
    table["nilai"] = table["nilai"].mask(measured, values.mask(whole, values.round()))
    return replace(ukuran, tabel=table)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _random(seed: str) -> Random:
    return np.random.default_rng(crc32(seed.encode()))
