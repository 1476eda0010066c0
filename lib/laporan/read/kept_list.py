"""Lists that analysts keep by hand, as CSV or as a workbook, in columns that we name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from laporan.read.declaration import needed
from laporan.read.folder import cannot_open, check_inside
from laporan.read.header import Columns
from laporan.read.raw_table import RawTable
from laporan.read.tabular import read_tabular
from laporan.read.workbook import read_workbook


def read_kept_list(path: Path, columns: Sequence[str]) -> list[RawTable]:
    """Read a list; nothing where there is no such file.

    Parameters
    ----------
    path
        A CSV, or a workbook.
    columns
        All must be there; their headings' case and blanks don't matter.

    Raises
    ------
    LaporanError
        If it is a link out of its folder, can't be read, or lacks a column.
    """
    check_inside(path)
    if not path.is_file():
        return []
    known = Columns(tuple(map(needed, columns)))
    try:
        if path.suffix.casefold() == ".csv":
            return read_tabular(path, known)
        return [read_workbook(path, known)]
    except OSError as error:
        raise cannot_open(path, error) from error
