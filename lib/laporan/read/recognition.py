"""Which source a file is of, by what is in it: its name says nothing here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import Settings
from laporan.read.attendance_report import read_attendance
from laporan.read.declaration import Source
from laporan.read.disguise import refuse_page
from laporan.read.encoding import to_utf8
from laporan.read.folder import columns_of
from laporan.read.header import Cells, Columns
from laporan.read.records import SEPARATORS, long_cells, read_rows
from laporan.read.sources import SOURCES
from laporan.read.workbook import is_workbook, read_sheets

# A header stands in the first rows of a table, below the titles and remarks of the exporter.
FIRST_ROWS = 60
# Of a text so much is looked at: the first rows of the widest export are a tenth of it.
FIRST_BYTES = 1 << 18


@dataclass(frozen=True)
class Candidate:
    """A source that a file may be of.

    Attributes
    ----------
    missing
        The columns that the file lacks to be read as that source.
    known
        How many of its columns the source knows.
    fits
        Whether it is a workbook, or a text, as the source's files are.
    """

    source: Source
    missing: tuple[str, ...]
    known: int
    fits: bool

    @property
    def is_whole(self) -> bool:
        """Whether the file can be read as it is."""
        return self.fits and not self.missing

    @property
    def _order(self) -> tuple[bool, int, bool, int, bool]:
        extra = self.source.extra
        return not self.is_whole, -self.known, extra, len(self.missing), not self.fits


def candidates(path: Path, settings: Settings) -> list[Candidate]:
    """List the sources that a file may be of, the likeliest first.

    Those with which it shares no column are left out.

    Parameters
    ----------
    path
        The file, under any name.
    settings
        The analysts' settings, which head further columns.

    Raises
    ------
    LaporanError
        If it is neither a workbook nor a text, or is damaged.
    """
    raw = path.read_bytes()
    workbook = is_workbook(raw)
    rows = list(_workbook_rows(path) if workbook else _text_rows(raw, path.name))
    found = [
        candidate
        for source in SOURCES.values()
        if not source.attendance
        and (candidate := _candidate(source, rows, settings, workbook=workbook)).known
    ]
    if not workbook and (meeting := _attendance(path)):
        found.append(meeting)
    return sorted(found, key=lambda each: each._order)


def surely(found: Sequence[Candidate]) -> Source | None:
    """Give the source that a file is surely of: it is read whole, and no other knows as much.

    What only adds to other sources is told by its name, where another knows as much.
    """
    whole = [each for each in found if each.is_whole]
    first = [each for each in whole if each.known == whole[0].known]
    if len([each for each in first if not each.source.extra] or first) != 1:
        return None
    return whole[0].source


def free_name(source: Source, path: Path, folder: Path) -> str:
    """Give the first of a source's names that is free in a folder, whatever its case.

    Parameters
    ----------
    path
        The file that is to be named so; a workbook keeps its kind.
    """
    taken = {each.name.casefold() for each in folder.iterdir()}
    names = (file_name(source, number, path.suffix.casefold()) for number in count(1))
    return next(name for name in names if name.casefold() not in taken)


def file_name(source: Source, number: int, suffix: str) -> str:
    """Give the name that a source's files have: ``tiket.csv``, ``tiket-2.csv``."""
    stem, _, kind = source.pattern.partition("*")
    # A workbook keeps its own kind: .xls, .xlsx, .xlsm; so does a text in its place.
    kept = source.workbook and (
        suffix.startswith(".xls") or (source.text_pattern and suffix == ".csv")
    )
    ending = suffix if kept else kind.replace("*", "x")
    return f"{stem.rstrip('-')}{f'-{number}' if number > 1 else ''}{ending}"


def _candidate(
    source: Source, rows: Iterable[Cells], settings: Settings, *, workbook: bool
) -> Candidate:
    read, all_known = columns_of(source, settings), Columns(source.columns)
    fits = source.workbook == workbook or (bool(source.text_pattern) and not workbook)
    best = Candidate(source, tuple(read.missing(())), 0, fits=fits)
    for row in rows:
        named = {*read.name(row), *all_known.name(row)} & {*read.names, *all_known.names}
        here = Candidate(source, tuple(read.missing(row)), len(named), best.fits)
        if named and here._order < best._order:
            best = here
    return best


def _attendance(path: Path) -> Candidate | None:
    (source,) = (each for each in SOURCES.values() if each.attendance)
    try:
        table = read_attendance(path)
    except LaporanError:
        return None
    return Candidate(source, (), len(table.data.columns), fits=True)


def _workbook_rows(path: Path) -> Iterator[Cells]:
    for sheet in read_sheets(path):
        if sheet.visible:
            yield from sheet.grid[:FIRST_ROWS]


def _text_rows(raw: bytes, berkas: str) -> Iterator[Cells]:
    content = to_utf8(raw, berkas)
    refuse_page(content, berkas)
    start = content[:FIRST_BYTES]
    with long_cells():
        for separator in SEPARATORS:
            try:
                yield from (
                    row.cells for row in islice(read_rows(start, separator, berkas), FIRST_ROWS)
                )
            except LaporanError:
                continue  # a quote that the cut left open
