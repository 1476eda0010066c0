"""What is proven, and what the proof finds; without what it takes to prove."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pypandoc

# What pandoc calls the form of an executed report, from its proof to its last format.
MARKDOWN = "markdown"
# The comment before what a cell shows: its number, from 1.
MARKER = re.compile(r"^<!-- sel (\d+) -->$")


def read_tree(markdown: str) -> str:
    """Let pandoc read a document, once for its proof and for all formats; give it as JSON."""
    return str(pypandoc.convert_text(markdown, "json", format=MARKDOWN))


@dataclass(frozen=True)
class Unproven:
    """A number or a word of direction that nothing proves.

    Attributes
    ----------
    cell
        The number of the notebook's cell, from 1.
    place
        Where in the cell.
    sentence
        The sentence that says it.
    text
        What is not proven.
    nearest
        The figure that it most likely means, or nothing.
    reason
        Why it is not proven.
    """

    cell: int
    place: str
    sentence: str
    text: str
    nearest: str
    reason: str

    def __str__(self) -> str:
        """Say it in one line."""
        near = f" Yang terdekat: {self.nearest}." if self.nearest else ""
        return (
            f"laporan.ipynb, sel ke-{self.cell}, {self.place}: “{self.text}” {self.reason} "
            f"dalam “{self.sentence}”.{near}"
        )


@dataclass(frozen=True)
class Said:
    """What the proof of a report found.

    Attributes
    ----------
    proven
        How many numbers and words of direction are proven.
    own
        How many more an analyst's cell has reckoned.
    unproven
        Those that nothing proves.
    """

    proven: int
    own: int
    unproven: tuple[Unproven, ...]

    @property
    def record(self) -> dict[str, Any]:
        """As ``jejak.json`` keeps it."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Said:
        """Read what ``jejak.json`` keeps."""
        unproven = tuple(Unproven(**each) for each in record["unproven"])
        return cls(record["proven"], record["own"], unproven)


@dataclass(frozen=True)
class Spoken:
    """The executed report.

    Attributes
    ----------
    tree
        As pandoc has read it, in JSON; a comment before each cell's text names its number.
    sources
        The code of each code cell, by its number.
    notes
        ``catatan.md``, as it was typed.
    """

    tree: str
    sources: Mapping[int, str]
    notes: str = ""

    @property
    def record(self) -> dict[str, Any]:
        """As it is handed to the process that proves it."""
        sources = list(self.sources.items())
        return {"tree": self.tree, "sources": sources, "notes": self.notes}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Spoken:
        """Read what was handed over."""
        return cls(record["tree"], dict(record["sources"]), record["notes"])
