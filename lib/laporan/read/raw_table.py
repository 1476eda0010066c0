"""What every reader gives, whatever the file was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd


def book_of_rows(kind: str, baris: Iterable[int] = (), why: Iterable[str] = ()) -> pd.DataFrame:
    """List rows that are not in a table's data, each with the reason (``alasan``) or rule."""
    return pd.DataFrame(
        {"baris": pd.Series(list(baris), dtype="int64"), kind: pd.Series(list(why), dtype="str")}
    )


def no_broken_rows() -> pd.DataFrame:
    """Give an empty list of broken rows."""
    return book_of_rows("alasan")


def no_skipped_rows() -> pd.DataFrame:
    """Give an empty list of rows left out by a rule."""
    return book_of_rows("aturan")


@dataclass(frozen=True)
class RawTable:
    """One table of one export file, every cell still text.

    Parameters
    ----------
    berkas
        The file's name. Tables stacked in one file share it.
    data
        Columns headed as in the file, known ones in the spelling of the sources' list, all of
        dtype ``str``, an empty cell missing. The index is named ``baris``: the number of the row
        that an analyst sees in the file, from 1.
    keterangan
        What the file says about the table outside of it: see `laporan.read.lines_above.describe`.
    rusak
        Rows whose cells do not fit under the header: ``baris, alasan``. They are not in
        ``data``.
    dilewati
        Rows that a named rule leaves out: ``baris, aturan``. They are not in ``data`` either.
    peringatan
        What an analyst should know about the file.
    judul
        Columns that the file heads otherwise than ``data`` does, each with its heading there.
    lembar
        The sheets that the rows of ``data`` come from, in their order, each with the number of its
        rows; empty for a text.
    kata
        Words that surely name nobody, in small letters: they stay readable where a cell is told.
    """

    berkas: str
    data: pd.DataFrame
    keterangan: Mapping[str, str] = field(default_factory=dict)
    rusak: pd.DataFrame = field(default_factory=no_broken_rows)
    dilewati: pd.DataFrame = field(default_factory=no_skipped_rows)
    peringatan: tuple[str, ...] = ()
    judul: Mapping[str, str] = field(default_factory=dict)
    lembar: tuple[tuple[str, int], ...] = ()
    kata: frozenset[str] = frozenset()
