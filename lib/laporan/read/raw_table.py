"""What every reader gives, whatever the file was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd


@dataclass(frozen=True)
class RawTable:
    """One table of one export file, every cell still text.

    Parameters
    ----------
    berkas
        The file's name. Tables stacked in one file share it.
    data
        Columns headed as in the file, all of dtype ``str``, an empty cell missing. The index is
        named ``baris``: the number of the row that an analyst sees in the file, from 1.
    keterangan
        What the file says about the table outside of it, such as ``Start date`` or a block's
        title (``judul``).
    """

    berkas: str
    data: pd.DataFrame
    keterangan: Mapping[str, str] = field(default_factory=dict)
