"""Lists that analysts keep by hand, as CSV or as a workbook, in columns that we name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from laporan.dasar.errors import LaporanError
from laporan.read.declaration import needed
from laporan.read.folder import cannot_open, check_inside
from laporan.read.header import Columns
from laporan.read.raw_table import RawTable
from laporan.read.struck import ABU_ABU, DICORET
from laporan.read.tabular import read_tabular
from laporan.read.workbook import JUDUL_LAGI, read_workbook

# What says nothing, and what whoever keeps the list has crossed out.
_TAKEN_BACK = (JUDUL_LAGI, DICORET, ABU_ABU)
QUOTED = (
    'Isi yang memuat koma atau titik koma ditulis di antara dua tanda petik: "salah pilih, lihat '
    'rekaman".'
)


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
        If it is a link out of its folder, can't be read, or lacks a column, or if a row doesn't fit
        under the header: nobody looks for that in a quality report, as for those of exports.
    """
    check_inside(path)
    if not path.is_file():
        return []
    known = Columns(tuple(map(needed, columns)))
    try:
        is_text = path.suffix.casefold() == ".csv"
        tables = read_tabular(path, known) if is_text else [read_workbook(path, known)]
    except OSError as error:
        raise cannot_open(path, error) from error
    if lost := [text for table in tables for text in _lost(table)]:
        raise LaporanError("\n".join([*lost, QUOTED]))
    return tables


def _lost(table: RawTable) -> Iterator[str]:
    """Tell of the rows that are not in a table's data, though they say something."""
    skipped = table.dilewati[~table.dilewati["aturan"].isin(_TAKEN_BACK)]
    for book in (table.rusak, skipped):
        for baris, why in book.itertuples(index=False):
            yield f"{table.berkas} baris {baris}: {why}."
