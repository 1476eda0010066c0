"""A table's header is the row that has the columns that the source must have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.inert import shorten

Cells = Sequence[str]
# So many of a column's names are told where it is missing.
NAMED = 3
# A stranger's cell may be a whole book; a message shows its beginning.
LONGEST_SHOWN = 60
# So many of a file's columns are listed: an export of Deskpro has fewer.
LISTED = 80


@dataclass(frozen=True)
class Columns:
    """The columns of a source.

    Parameters
    ----------
    required
        Each a group of names of which one must be there.
    optional
        Names that are read where they are there.
    """

    required: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in the spelling that the cleaners use."""
        return (*(name for group in self.required for name in group), *self.optional)

    def missing(self, cells: Cells) -> list[str]:
        """Give what a row lacks to be the header."""
        present = {fold(cell) for cell in cells}
        return [
            _one_of(group)
            for group in self.required
            if not any(fold(name) in present for name in group)
        ]

    def heads(self, cells: Cells) -> bool:
        """Tell whether a row is the header."""
        return not self.missing(cells)

    def name(self, cells: Cells) -> list[str]:
        """Give the columns' names: known ones in our spelling, repeated ones numbered."""
        known = {fold(name): name for name in self.names}
        seen: dict[str, int] = {}
        names = []
        for cell in cells:
            name = known.get(fold(cell), tidy(cell))
            seen[name] = seen.get(name, 0) + 1
            names.append(name if seen[name] == 1 or not name else f"{name} ({seen[name]})")
        return names

    def doubles(self, names: Cells) -> dict[str, str]:
        """Give the repeats of known columns, as `name` numbers them, each with its first's name."""
        known = set(self.names)
        parts = {name: name.rpartition(" (")[0] for name in names if name.endswith(")")}
        return {name: first for name, first in parts.items() if first in known}


def _one_of(group: Sequence[str]) -> str:
    more = " atau padanannya" if len(group) > NAMED else ""
    return " atau ".join(group[:NAMED]) + more


def tidy(text: str) -> str:
    """Take line breaks and runs of spaces of a header cell as one space."""
    return " ".join(text.replace("\ufeff", "").split())


def fold(text: str) -> str:
    """Give the form in which header cells are compared."""
    return tidy(text).casefold()


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
    return LaporanError(
        f"{berkas}: kolom wajib tidak ditemukan: {', '.join(missing)}. "
        f"Kolom yang ada: {', '.join(present[:LISTED]) + more or '(tidak ada)'}. "
        + (f"{'; '.join(hints)}. " if hints else "")
        + "Periksa apakah berkas ini ekspor yang benar, lalu perbaiki judul kolomnya."
    )
