"""Counts as people and programs write them: ``1.707``, ``1,707``, ``36.0``, ``-``."""

from __future__ import annotations

import pandas as pd

from laporan.errors import LaporanError

# What a cell says where there is no value.
KOSONG = {"", "-", "–", "—"}

# A count in groups of three, or a count with nothing but zeros after its decimal mark.
_INDONESIAN = r"\d{1,3}(?:\.\d{3})+(?:,0+)?|\d+,0+"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?:\.0+)?|\d+\.0+"
_PLAIN = r"\d+"


def parse_counts(texts: pd.Series[str], *, berkas: str, kolom: str) -> pd.Series[int]:
    """Read the whole numbers of one column of one file.

    Whether ``1.707`` is a thousand or a fraction is told by the column as a whole: under one
    reading of the marks all its cells are counts.

    Parameters
    ----------
    texts
        Cells as written.
    berkas, kolom
        Named in the error.

    Returns
    -------
    Series of Int64
        Missing for an empty cell, ``-``, and what is no count under the column's reading.

    Raises
    ------
    LaporanError
        If some cells are counts under the one reading only, and others under the other.
    """
    cells = texts.str.strip().mask(is_blank(texts))
    indonesian = cells.str.fullmatch(_INDONESIAN).fillna(False)
    english = cells.str.fullmatch(_ENGLISH).fillna(False)
    thousands, decimal = ".", ","
    only_indonesian, only_english = cells[indonesian & ~english], cells[english & ~indonesian]
    # 1.000 and 1,000 are counts under both; a group of three is likelier than three zeros.
    both = cells[indonesian & english]
    if only_indonesian.empty and only_english.empty:
        only_indonesian = both[both.str.contains(".", regex=False)]
        only_english = both[both.str.contains(",", regex=False)]
    if len(only_indonesian) and len(only_english):
        raise LaporanError(
            f"{berkas}, kolom {kolom!r}: tanda ribuan tidak dapat ditentukan, karena "
            f"{only_indonesian.iloc[0]!r} (baris {_row(only_indonesian)}) dan "
            f"{only_english.iloc[0]!r} (baris {_row(only_english)}) mengikuti aturan yang "
            "berbeda. Tulislah semua angka di kolom itu dengan cara yang sama, misalnya 1.707."
        )
    readable = indonesian
    if len(only_english):
        thousands, decimal = decimal, thousands
        readable = english
    digits = (
        cells.where(readable | cells.str.fullmatch(_PLAIN).fillna(False))
        .str.replace(thousands, "", regex=False)
        .str.replace(rf"[{decimal}].*", "", regex=True)
    )
    return pd.to_numeric(digits, errors="coerce").astype("Int64")


def is_blank(texts: pd.Series[str]) -> pd.Series[bool]:
    """Tell which cells hold no value: missing, blank or a dash."""
    return texts.isna() | texts.str.strip().isin(KOSONG)


def _row(cells: pd.Series[str]) -> object:
    return cells.index[0]
