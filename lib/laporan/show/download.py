"""The data of a chart or table as a file to take along: CSV inside of a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

import pandas as pd

from laporan.dasar.inert import guard
from laporan.show.markup import plain

_BOM = "\ufeff"  # or a spreadsheet program takes UTF-8 for something else


def csv_text(data: pd.DataFrame) -> str:
    """Write a table as ``ukuran.csv`` is written; text that is like a formula is made inert.

    Parameters
    ----------
    data
        Columns are headings; numbers are not rounded, whole ones without a decimal point, what is
        missing is an empty cell.
    """
    cells = pd.DataFrame(
        {column: [_cell(value) for value in data[column]] for column in data.columns},
        dtype="object",
    )
    cells.columns = pd.Index([guard(plain(name)) for name in data.columns])
    return str(cells.to_csv(index=False, lineterminator="\r\n"))


def download(
    data: pd.DataFrame, file: str, keys: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> str:
    """Give a link that holds the data, in a box that only the page shows.

    Parameters
    ----------
    file
        The name it is kept under.
    keys
        For the proof: of a column the key of the figure in each row.
    """
    target = "data:text/csv;charset=utf-8," + quote(_BOM + csv_text(data), safe="")
    places = {str(name): place for place, name in enumerate(data.columns)}
    proof = "|".join(f"{places[name]}={' '.join(tokens)}" for name, tokens in keys.items())
    marked = f' bukti-data="{proof}"' if proof else ""
    return f'[Unduh data](<{target}>){{download="{file}"{marked}}}'


def _cell(value: object) -> str:
    if pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, str):
        return guard(plain(value))
    number = float(value)  # type: ignore[arg-type]
    return str(int(number)) if number.is_integer() else repr(number)
