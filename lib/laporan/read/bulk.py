"""The fast way through a large, regular file: Arrow's reader, and only the columns needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv

NEWLINE, QUOTE, CARRIAGE_RETURN = b'\n"\r'
Places = np.ndarray[tuple[int], np.dtype[np.int64]]
Bytes = np.ndarray[tuple[int], np.dtype[np.uint8]]
TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
# Arrow reads block by block, in parallel; a record that is longer than a block needs larger ones.
BLOCK_BYTES = (1 << 20, 1 << 26)
PIECE_BYTES = 1 << 18


def read_bulk(
    content: bytes, first_line: int, separator: str, names: Sequence[str], wanted: Collection[str]
) -> pd.DataFrame | None:
    """Read the rows below a header, if the file is as regular as programs write it.

    Parameters
    ----------
    content
        The whole file, in UTF-8.
    first_line
        The number of the line, from 1, at which the rows start.
    separator
        A character.
    names
        The columns' names.
    wanted
        The names of those that are kept.

    Returns
    -------
    DataFrame or None
        Indexed by ``baris``; None if a row has not the header's number of cells, a quote stands
        where none can, or lines end otherwise: such a file has to be read row by row.
    """
    if len(separator.encode()) > 1 or _has_lone_returns(content):
        return None
    start = _start_of(content, first_line)
    body = np.frombuffer(content, dtype=np.uint8)[start:]
    quotes = _places(body, QUOTE)
    if not len(body) or not _quoted_well(body, quotes, separator):
        return None
    ends = _places(body, NEWLINE)
    if body[-1] != NEWLINE:
        ends = np.append(ends, len(body))
    # A cell may hold line breaks: only those before which the number of quotes is even end a row.
    last_lines = np.flatnonzero(np.searchsorted(quotes, ends) % 2 == 0)
    one_line_each = len(last_lines) == len(ends)
    table = _read(pa.py_buffer(content)[start:], separator, names, wanted, not one_line_each)
    if table is None:
        return None
    first_lines = np.concatenate(([0], last_lines[:-1] + 1))
    starts = np.concatenate(([0], ends + 1))[first_lines]
    stops = ends[last_lines]
    filled = ~_is_empty(body, starts, stops)
    if filled.sum() != table.num_rows:
        return None
    # In one piece each: rows are picked from these columns again and again.
    data: pd.DataFrame = table.combine_chunks().to_pandas(types_mapper=lambda _: TEXT)
    data.columns = data.columns.astype("str")
    data.index = pd.Index(first_lines[filled] + first_line, name="baris", dtype="int64")
    blank = _is_blank(content, data, start + starts[filled], start + stops[filled], separator)
    return data[~blank] if blank.any() else data


def _has_lone_returns(content: bytes) -> bool:
    """Tell whether a carriage return ends a line alone, as on old machines."""
    return b"\r" in content and content.count(b"\r") != content.count(b"\r\n")


def _places(body: Bytes, letter: int) -> Places:
    """Find a byte, piece by piece: what is compared stays in the processor's cache."""
    places = [np.empty(0, dtype=np.int64)]
    for first in range(0, len(body), PIECE_BYTES):
        places.append(np.flatnonzero(body[first : first + PIECE_BYTES] == letter) + first)
    return np.concatenate(places)


def _start_of(content: bytes, line: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = content.index(b"\n", start) + 1
    return start


def _quoted_well(body: Bytes, quotes: Places, separator: str) -> bool:
    """Tell whether each quote opens a cell, closes one, or is one of a pair within one."""
    if not len(quotes):
        return True
    if len(quotes) % 2:
        return False
    beside = [NEWLINE, CARRIAGE_RETURN, QUOTE, ord(separator)]
    opening, closing = quotes[::2], quotes[1::2]
    before = body[np.maximum(opening - 1, 0)]
    after = body[np.minimum(closing + 1, len(body) - 1)]
    opens = np.isin(before, beside) | (opening == 0)
    closes = np.isin(after, beside) | (closing == len(body) - 1)
    return bool(opens.all() and closes.all())


def _read(
    body: pa.Buffer,
    separator: str,
    names: Sequence[str],
    wanted: Collection[str],
    newlines_in_values: bool,
) -> pa.Table | None:
    for block in BLOCK_BYTES:
        try:
            return csv.read_csv(
                pa.BufferReader(body),
                csv.ReadOptions(column_names=list(names), block_size=block),
                csv.ParseOptions(delimiter=separator, newlines_in_values=newlines_in_values),
                csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.large_string()),
                    include_columns=[name for name in names if name and name in wanted],
                    null_values=[""],
                    strings_can_be_null=True,
                    # The whole file was decoded before.
                    check_utf8=False,
                ),
            )
        except pa.ArrowInvalid:
            continue
    return None


def _is_empty(
    body: Bytes, starts: Places, stops: Places
) -> np.ndarray[tuple[int], np.dtype[np.bool]]:
    """Tell which records have no byte, besides those that end a line."""
    first = body[np.minimum(starts, len(body) - 1)]
    return (stops - starts <= 1) & np.isin(first, (NEWLINE, CARRIAGE_RETURN))


def _is_blank(
    content: bytes, data: pd.DataFrame, starts: Places, stops: Places, separator: str
) -> np.ndarray[tuple[int], np.dtype[np.bool]]:
    """Tell which rows have nothing in any cell; spreadsheets leave such rows at the end."""
    blank = data.isna().all(axis=1).to_numpy(copy=True)
    nothing = f'{separator}" \t\r\n'.encode()
    for at in np.flatnonzero(blank):
        blank[at] = not content[starts[at] : stops[at]].strip(nothing)
    return blank
