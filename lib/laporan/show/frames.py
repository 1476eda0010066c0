"""A DataFrame as a table for readers: Indonesian numbers, names instead of places."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime
from html import escape
from numbers import Integral, Real
from typing import Any

import lxml.html
import pandas as pd
from lxml.html import HtmlElement

from laporan.dasar import indonesian
from laporan.dasar.inert import visible
from laporan.measure.angka import Angka

NOTHING = "–"
_LEFT_OUT = "⋮"
_YEARS = range(1900, 2101)
# Decimals for numbers from this size on; smaller ones get more of them.
_DECIMALS = ((1, 2), (0.01, 4), (0, 6))


def frame_table(frame: pd.DataFrame) -> HtmlElement:
    """Make a table of a DataFrame; one longer than pandas would show is shortened as pandas does.

    An index that only counts is left out; another one heads the rows.
    """
    shown = frame
    limit, kept = pd.get_option("display.max_rows"), pd.get_option("display.min_rows")
    half = 0
    if limit and len(frame) > limit:
        half = min(kept or limit, limit) // 2
        shown = pd.concat([frame.head(half), frame.tail(half)])
    heads = _heads(shown)
    columns = [shown.iloc[:, place] for place in range(shown.shape[1])]
    right = [
        pd.api.types.is_numeric_dtype(c) and not pd.api.types.is_bool_dtype(c) for c in columns
    ]
    names = [_title(name) for name in shown.columns]
    cells = [_column(column) for column in columns]
    head = [(_title(name), False) for name in heads.columns] + list(zip(names, right, strict=True))
    rows = [
        [
            *(("th", text, False) for text in row),
            *(("td", c[n], r) for c, r in zip(cells, right, strict=True)),
        ]
        for n, row in enumerate(heads.itertuples(index=False))
    ]
    if half:
        rows.insert(half, [(tag, _LEFT_OUT, r) for tag, _, r in rows[0]])
    return _html(head, rows)


def size_text(frame: pd.DataFrame) -> str:
    """Say how large a table is of which only a part is shown, or nothing."""
    limit = pd.get_option("display.max_rows")
    if not limit or len(frame) <= limit:
        return ""
    return f"{indonesian.angka(len(frame))} baris × {indonesian.angka(frame.shape[1])} kolom"


def _heads(frame: pd.DataFrame) -> pd.DataFrame:
    """Give what heads the rows, as text, column by column."""
    index = frame.index
    if isinstance(index, pd.RangeIndex) and index.name is None:
        return pd.DataFrame(index=range(len(frame)))
    if index.nlevels == 1 and index.name is None and pd.api.types.is_integer_dtype(index.dtype):
        # Rows that were chosen or sorted: what they were numbered as says nothing to readers.
        return pd.DataFrame(index=range(len(frame)))
    levels = [index.get_level_values(level) for level in range(index.nlevels)]
    return pd.DataFrame(
        {place: _column(pd.Series(level)) for place, level in enumerate(levels)}
    ).set_axis([name or "" for name in index.names], axis=1)


def _title(name: object) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return ", ".join(text for part in parts if (text := visible(_text(part))))


def _column(column: pd.Series) -> list[str]:
    """Write a column's cells, all numbers of it with as many decimals."""
    values = list(column)
    own = pd.get_option("display.float_format")
    if own is not None and pd.api.types.is_float_dtype(column):
        return [NOTHING if pd.isna(value) else str(own(value)) for value in values]
    numbers = [float(v) for v in values if _is_number(v) and not pd.isna(v)]
    whole = all(number.is_integer() for number in numbers)
    years = whole and bool(numbers) and all(int(number) in _YEARS for number in numbers)
    decimals = 0 if whole else _decimals(numbers)
    return [
        str(int(v)) if years and _is_number(v) and not pd.isna(v) else _text(v, decimals)
        for v in values
    ]


def _decimals(numbers: Sequence[float]) -> int:
    largest = max(abs(number) for number in numbers if math.isfinite(number))
    return next(count for size, count in _DECIMALS if largest >= size)


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _text(value: Any, decimals: int = 0) -> str:
    match value:
        case Angka():
            return value.text()
        case bool():
            return "Ya" if value else "Tidak"
        case datetime() if not pd.isna(value):
            clock = "" if value.time() == value.time().min else f" pukul {value:%H.%M}"
            return indonesian.tanggal(value.date()) + clock
        case date() if not pd.isna(value):
            return indonesian.tanggal(value)
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return NOTHING
    if isinstance(value, Integral):
        return indonesian.angka(int(value))
    if isinstance(value, Real):
        return indonesian.angka(float(value), decimals) if math.isfinite(value) else str(value)
    return visible(str(value))


def _html(
    head: Sequence[tuple[str, bool]], rows: Sequence[Sequence[tuple[str, str, bool]]]
) -> HtmlElement:
    titles = "".join(_cell("th", text, right) for text, right in head)
    body = "".join(f"<tr>{''.join(_cell(*cell) for cell in row)}</tr>" for row in rows)
    html = f"<table><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"
    table: HtmlElement = lxml.html.fromstring(html)
    return table


def _cell(tag: str, text: str, right: bool) -> str:
    side = "gt_right" if right else "gt_left"
    return f'<{tag} class="{side}">{escape(text)}</{tag}>'
