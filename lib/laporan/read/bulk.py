"""The fast way through a large, regular file: Arrow's reader, and only the columns needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv

NEWLINE, QUOTE, CARRIAGE_RETURN = b'\n"\r'
Lines = np.ndarray[tuple[int], np.dtype[np.int64]]
TEXT = pd.StringDtype("pyarrow", na_value=np.nan)


def read_bulk(
    text: str, first_line: int, separator: str, names: Sequence[str], wanted: Collection[str]
) -> pd.DataFrame | None:
    """Read the rows below a header, if every one of them has the header's number of cells.

    Parameters
    ----------
    text
        The whole file.
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
        Indexed by ``baris``; None if the file is irregular and has to be read row by row.
    """
    body = _from_line(text.encode(), first_line)
    try:
        table = csv.read_csv(
            pa.BufferReader(pa.py_buffer(body)),
            csv.ReadOptions(column_names=list(names)),
            csv.ParseOptions(delimiter=separator, newlines_in_values=True),
            csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()),
                include_columns=[name for name in names if name and name in wanted],
                null_values=[""],
                strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None
    lines = _record_lines(body)
    if len(lines) != table.num_rows:
        return None
    data: pd.DataFrame = table.to_pandas(types_mapper=lambda _: TEXT)
    data.columns = data.columns.astype("str")
    data.index = pd.Index(lines + first_line, name="baris", dtype="int64")
    return data


def _from_line(raw: bytes, line: int) -> memoryview:
    start = 0
    for _ in range(line - 1):
        start = raw.index(b"\n", start) + 1
    return memoryview(raw)[start:]


def _record_lines(body: memoryview) -> Lines:
    """Give the line, from 0, at which each record starts.

    A cell may hold line breaks: only those outside of quotes, before which the number of quotes
    is even, end a record. A blank line is no record.
    """
    characters = np.frombuffer(body, dtype=np.uint8)
    ends = np.flatnonzero(characters == NEWLINE)
    if characters[-1] != NEWLINE:
        ends = np.append(ends, len(body))
    quotes = np.flatnonzero(characters == QUOTE)
    last_lines = np.flatnonzero(np.searchsorted(quotes, ends) % 2 == 0)
    first_lines = np.concatenate(([0], last_lines[:-1] + 1))
    starts = np.concatenate(([0], ends + 1))[first_lines]
    blank = (ends[last_lines] - starts <= 1) & np.isin(
        characters[np.minimum(starts, len(body) - 1)], (NEWLINE, CARRIAGE_RETURN)
    )
    return first_lines[~blank].astype(np.int64)
