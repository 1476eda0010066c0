"""What every reader gives, whatever the file was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd


def no_broken_rows() -> pd.DataFrame:
    """Give an empty list of broken rows."""
    return pd.DataFrame({"baris": pd.Series(dtype="int64"), "alasan": pd.Series(dtype="str")})


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
        What the file says about the table outside of it: see `laporan.read.notes.describe`.
    rusak
        Rows whose cells do not fit under the header: ``baris, alasan``. They are not in
        ``data``.
    peringatan
        What an analyst should know about the file.
    """

    berkas: str
    data: pd.DataFrame
    keterangan: Mapping[str, str] = field(default_factory=dict)
    rusak: pd.DataFrame = field(default_factory=no_broken_rows)
    peringatan: tuple[str, ...] = ()
