"""Whether the rows of a table have its header's number of cells, and what it means if not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.read.header import trim

Mask = np.ndarray[tuple[int], np.dtype[np.bool]]

# The reason for which the pieces of a row are put aside.
TERPENGGAL = "baris terpenggal oleh pergantian baris di dalam sel yang tidak diapit tanda petik"
# Short rows of a narrow table can add up by chance.
WIDE = 8
# A number, or a date with or without a time, as programs write them.
_VALUE = re.compile(r"[\d.,]*\d%?|\d{4}-\d\d-\d\d([ T].*)?|\d{1,2}/\d{1,2}/\d{2,4}.*")


def unpad(rows: Sequence[list[str]], width: int, header: int) -> list[list[str]]:
    """Drop the empty cells at the end of rows that spreadsheets pad to the widest of the file.

    Then the header, or nearly every row, has as many. A row that is longer than all others has a
    cell too many somewhere, even if its last one is empty.

    Parameters
    ----------
    rows
        The rows' cells.
    width
        The number of columns that have a name.
    header
        The number of the header's cells, with the empty ones at its end.
    """
    lengths = pd.Series([len(cells) for cells in rows], dtype="int64")
    padded = max(width, header, *lengths.mode().head(1))
    return [
        cells[: max(width, len(trim(cells)))] if len(cells) <= padded else cells for cells in rows
    ]


def refuse_shifted(lengths: pd.Series[int], width: int, berkas: str) -> None:
    """Refuse a table most of whose rows have not the header's number of cells."""
    if 2 * (lengths != width).sum() <= len(lengths):
        return
    usual = lengths.mode().iloc[-1]
    usual = lengths[lengths != width].mode().iloc[-1] if usual == width else usual
    raise LaporanError(
        f"{berkas}: judul tabel punya {width} kolom, tetapi barisnya kebanyakan {usual} sel "
        f"(misalnya baris {lengths.index[lengths == usual][0]}). Isi kolom bergeser dari "
        "judulnya, sehingga berkas ini tidak dipakai. Unduh ulang ekspornya."
    )


def find_torn(lengths: pd.Series[int], width: int) -> Mask:
    """Find neighbours that are pieces of one row: they share a cell, and make up a whole row."""
    torn = np.zeros(len(lengths), dtype=bool)
    first = 0
    for at, length in enumerate(lengths):
        if length >= width or width < WIDE:
            first = at + 1
            continue
        cells = int(lengths.iloc[first : at + 1].sum()) - (at - first)
        if at > first and cells == width:
            torn[first : at + 1] = True
        if cells >= width:
            first = at + 1
    return torn


def drop_doubles(data: pd.DataFrame, doubles: Mapping[str, str], berkas: str) -> pd.DataFrame:
    """Drop columns that repeat others, cell for cell.

    Raises
    ------
    LaporanError
        If one differs from its first: which of them is right cannot be told.
    """
    for name, first in doubles.items():
        one, other = data[first].fillna("").str.strip(), data[name].fillna("").str.strip()
        differing = data.index[one.ne(other)]
        if len(differing):
            raise LaporanError(
                f"{berkas}: kolom {first!r} ada lebih dari satu, dan isinya berbeda di "
                f"{len(differing)} baris (misalnya baris {differing[0]}). Ganti nama kolom yang "
                "bukan untuk laporan di sumbernya, lalu ekspor ulang."
            )
    return data.drop(columns=list(doubles))


def refuse_rows_above(
    above: Sequence[tuple[int, Sequence[str]]], names: Sequence[str], berkas: str
) -> None:
    """Refuse a table with rows above its header, as where they were sorted together.

    Parameters
    ----------
    above
        The rows that stand right above the header, with their numbers.
    names
        The header's names.
    berkas
        The file's name.
    """
    width = len([name for name in names if name])
    rows = [
        baris
        for baris, cells in above
        if len([cell for cell in cells if cell.strip()]) == width and any(map(_is_value, cells))
    ]
    if width > 1 and rows:
        raise LaporanError(
            f"{berkas}, baris {rows[0]}: {len(rows)} baris berisi data, mulai baris ini, ada di "
            "atas judul kolomnya; barangkali pernah diurutkan bersama judulnya. Unduh ulang "
            "ekspornya, atau pindahkan judul kolom ke atas."
        )


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell.strip()) is not None


def warn_of_short(lengths: pd.Series[int], width: int, berkas: str) -> list[str]:
    """Say how many rows lack cells at their end, which spreadsheets leave out where empty."""
    short = lengths.index[lengths < width]
    if not len(short):
        return []
    return [
        f"{berkas}: {len(short)} baris punya lebih sedikit sel daripada judul tabelnya "
        f"(misalnya baris {short[0]}); sel yang tidak ada dianggap kosong."
    ]
