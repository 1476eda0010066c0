"""A table's header is the row that has the columns that the source must have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from heapq import nlargest

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.inert import shorten
from laporan.read.declaration import Column

Cells = Sequence[str]
# What stands in a cell without being seen: marks without width, and soft hyphens.
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"))
# A share has another heading than its count by its per cent sign alone.
_SIGNS = re.compile(r"[^\w%]+|_+")
# So many of a column's headings are told where it is missing.
NAMED = 3
# A stranger's cell may be a whole book; a message shows its beginning.
LONGEST_SHOWN = 60
# So many of a file's columns are listed: those most like the ones that are missing.
LISTED = 30


@dataclass(frozen=True)
class Columns:
    """The columns of a source that are read, as its declaration and the settings have them.

    Parameters
    ----------
    read
        The columns; see `laporan.read.declaration.Column`.
    """

    read: tuple[Column, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names, in the spelling that the cleaners use."""
        return tuple(column.name for column in self.read)

    @cached_property
    def _known(self) -> Mapping[str, str]:
        """The name of each heading, folded."""
        return {
            fold(heading): column.name
            for column in self.read
            for heading in (*column.also, column.name)
        }

    @cached_property
    def _needs(self) -> Mapping[str, list[Column]]:
        """The columns that give what the source can't do without."""
        needs: dict[str, list[Column]] = {}
        for column in self.read:
            if column.need:
                needs.setdefault(column.need, []).append(column)
        return needs

    def missing(self, cells: Cells) -> list[str]:
        """Give what a row lacks to be the header."""
        present = {self._known.get(fold(cell)) for cell in cells}
        return [
            _one_of(columns)
            for columns in self._needs.values()
            if not any(column.name in present for column in columns)
        ]

    def heads(self, cells: Cells) -> bool:
        """Tell whether a row is the header."""
        return not self.missing(cells)

    def name(self, cells: Cells) -> list[str]:
        """Give the columns' names: known ones in our spelling, repeated ones numbered."""
        seen: dict[str, int] = {}
        names = []
        for cell in cells:
            name = self._known.get(fold(cell), tidy(cell))
            seen[name] = seen.get(name, 0) + 1
            names.append(name if seen[name] == 1 or not name else f"{name} ({seen[name]})")
        return names

    def headings(self, cells: Cells) -> dict[str, str]:
        """Give the file's headings of the known columns that it heads otherwise than we do."""
        return {
            name: tidy(cell)
            for cell, name in zip(cells, self.name(cells), strict=True)
            if name in self.names and fold(cell) != fold(name)
        }

    def doubles(self, names: Cells) -> dict[str, str]:
        """Give the repeats of known columns, as `name` numbers them, each with its first's name."""
        known = set(self.names)
        parts = {name: name.rpartition(" (")[0] for name in names if name.endswith(")")}
        return {name: first for name, first in parts.items() if first in known}


def _one_of(columns: Sequence[Column]) -> str:
    headings = [heading for column in columns for heading in (column.name, *column.also)]
    more = " atau padanannya" if len(headings) > NAMED else ""
    return " atau ".join(headings[:NAMED]) + more


def tidy(text: str) -> str:
    """Take line breaks and runs of spaces of a header cell as one space."""
    return " ".join(text.translate(_UNSEEN).split())


def fold(text: str) -> str:
    """Give the form in which header cells are compared: without case and punctuation."""
    plain = tidy(text).casefold()
    # A heading of signs alone, such as #, is told by them.
    return " ".join(_SIGNS.sub(" ", plain).split()) or plain


def trim(cells: Cells) -> list[str]:
    """Drop the empty cells at the end of a row."""
    last = max((at for at, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return list(cells[:last])


def no_header(berkas: str, rows: Iterable[Cells], columns: Columns) -> LaporanError:
    """Make the error for a file without a header: what is missing, and what is there."""
    best = min(
        (row for row in map(trim, rows) if row),
        key=lambda row: (len(columns.missing(row)), -len(row)),
        default=[],
    )
    missing = columns.missing(best)
    present = [shorten(tidy(cell), LONGEST_SHOWN) for cell in best if cell.strip()]
    hints = [
        f"{close[0]!r} barangkali yang dimaksud dengan {name!r}"
        for name in missing
        if (close := get_close_matches(name, present, n=1, cutoff=0.75))
    ]
    more = f", dan {angka(len(present) - LISTED)} lainnya" if len(present) > LISTED else ""
    listed = _most_like(present, missing)
    return LaporanError(
        f"{berkas}: kolom wajib tidak ditemukan: {', '.join(missing)}. "
        f"Kolom yang ada: {', '.join(listed) + more or '(tidak ada)'}. "
        + (f"{'; '.join(hints)}. " if hints else "")
        + "Periksa apakah berkas ini ekspor yang benar, lalu perbaiki judul kolomnya."
    )


def _most_like(present: Sequence[str], missing: Sequence[str]) -> list[str]:
    """Choose the columns to list, in the order of the file."""

    def likeness(at: int) -> float:
        return max(SequenceMatcher(None, fold(present[at]), fold(name)).ratio() for name in missing)

    if len(present) <= LISTED:
        return list(present)
    return [present[at] for at in sorted(nlargest(LISTED, range(len(present)), key=likeness))]
