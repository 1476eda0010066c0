"""A place at which a finished file is not what its data give, as people are told of it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# A region's kind is written short: it ends no sentence.
_SENTENCE = re.compile(r"(?<=[.;:!?])(?<!Kab\.)(?<!Prov\.)\s+")
_AROUND = 40  # characters beside what differs in a text without sentences
_SHOWN = 120


@dataclass(frozen=True)
class Difference:
    """A place at which a file differs.

    Attributes
    ----------
    file
        The name of the file.
    place
        Where in it, for people: section, table, row, page.
    found, expected
        What stands there, and what must; empty where there is nothing.
    sentence
        What it stands in.
    nearest
        The figure that may be meant, with its value.
    """

    file: str
    place: str
    found: str
    expected: str
    sentence: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        """Tell it in one line."""
        text = f"{self.file}, {self.place}: {self._what}"
        if self.sentence and self.sentence not in (self.found, self.expected):
            text += f", dalam “{_short(self.sentence)}”"
        return text + (f". Angka terdekat: {self.nearest}" if self.nearest else "")

    @property
    def _what(self) -> str:
        if not self.found:
            return f"hilang, seharusnya {_short(self.expected)!r}"
        if not self.expected:
            return f"tertulis {_short(self.found)!r}, yang tidak dihasilkan data bulan ini"
        return f"tertulis {_short(self.found)!r}, seharusnya {_short(self.expected)!r}"


def squeezed(text: str) -> str:
    """Give a text with single spaces."""
    return " ".join(text.split())


def steps(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[bool, slice, slice]]:
    """Give the runs in which two sequences are equal and in which they differ, in order."""
    for name, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield name == "equal", slice(i1, i2), slice(j1, j2)


def apart(found: Sequence[object], expected: Sequence[object]) -> int:
    """Give the place of the first character, or byte, in which two texts differ."""
    pairs = zip(found, expected, strict=False)
    shorter = min(len(found), len(expected))
    return next((at for at, (ours, theirs) in enumerate(pairs) if ours != theirs), shorter)


def sentence_at(text: str, at: int) -> str:
    """Give the sentence of a text that holds a place."""
    start = 0
    for match in _SENTENCE.finditer(text):
        if match.end() > at:
            return text[start : match.start()]
        start = match.end()
    return text[start:]


def cut_apart(found: str, expected: str) -> tuple[str, str]:
    """Cut two texts to where they differ, with the words around it."""
    start = apart(found, expected)
    same = apart(found[start:][::-1], expected[start:][::-1])
    return _around(found, start, len(found) - same), _around(expected, start, len(expected) - same)


def _around(text: str, start: int, end: int) -> str:
    if start == end == 0 and not text:
        return ""
    return squeezed(text[max(0, start - _AROUND) : end + _AROUND])


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
