"""What is said in one place of a report, with what its words and figures carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

# What an element carries: a figure's key, a direction's keys, those of an extreme, an origin, a
# text that is listed, a named source.
CARRIED = {
    "data-kunci": "kunci",
    "bukti-arah": "arah",
    "bukti-puncak": "puncak",
    "bukti-selisih": "selisih",
    "bukti-jumlah": "jumlah",
    "data-asal": "asal",
    "bukti-teks": "teks",
    "sumber": "sumber",
}
# The attributes that say something to those who don't see.
SPOKEN = ("fig-alt", "alt", "title", "aria-label", "fig-cap", "tbl-cap", "lst-cap", "summary")
# An address that brings text of its own.
_BRINGING_ADDRESS = re.compile(r"\s*(?:data|javascript|vbscript):", re.IGNORECASE)
_PIXELS = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp|avif);", re.IGNORECASE)


@dataclass(frozen=True)
class Run:
    """A stretch of a passage and what it carries: its kind, as in ``CARRIED``, and the value."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True)
class Passage:
    """What is said in one place.

    Attributes
    ----------
    cell
        The number of the notebook's cell, from 1; 0 before the first.
    place
        Where in the cell, in words.
    text
        What is said.
    runs
        The stretches that carry something.
    column
        The cells above it, where it stands in a table's row of sums.
    row
        The number of its row, where it is the first of a table's row.
    unread
        What brings text here that can't be read, in words; ``text`` is how it begins.
    """

    cell: int
    place: str
    text: str
    runs: tuple[Run, ...] = ()
    column: tuple[str, ...] = ()
    row: int = 0
    unread: str = ""


@dataclass(frozen=True)
class Speaker:
    """Makes the passages of one cell.

    Attributes
    ----------
    cell
        Its number.
    carried
        What the divisions around them carry.
    """

    cell: int
    carried: tuple[tuple[str, str], ...] = ()

    def passage(self, place: str, text: str, runs: Iterable[Run] = ()) -> Passage:
        """Say something; all of it carries what is around it, too."""
        around = (Run(0, len(text), kind, value) for kind, value in self.carried)
        return Passage(self.cell, place, text, (*runs, *around))

    def address(self, address: str, place: str) -> Iterator[Passage]:
        """Tell of an address that brings text of its own, or acts."""
        match = _BRINGING_ADDRESS.match(address)
        if match and not _PIXELS.match(address):
            yield replace(self.passage(place, f"{match[0].strip()}…"), unread="alamat")
