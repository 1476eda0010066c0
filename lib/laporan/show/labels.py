"""Names and figures as they stand at marks: how wide they are, and in how many lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from textwrap import wrap

BESIDE = 34  # characters of a line beside a bar
LETTER = 0.53  # of the size of type: how wide a figure or a letter is


def set_names(names: Sequence[str], length: int = BESIDE) -> list[str]:
    """Set each name in up to two lines.

    A name that would not go into them is cut at its end, or in its middle where another name
    would come out the same: no two different names are ever set alike.
    """
    labels: list[str] = []
    for name in names:
        labels.append(next(label for label in _forms(name, length) if label not in labels))
    return labels


def text_width(texts: Sequence[str], size: float) -> float:
    """Estimate the width of the longest line, in points."""
    lines = [line for text in texts for line in text.split("\n")]
    return max((len(line) for line in lines), default=0) * size * LETTER


def _forms(name: str, length: int) -> Iterator[str]:
    start = wrap(name, length, max_lines=2, placeholder=" …", break_on_hyphens=False)
    yield "\n".join(start)
    first = wrap(name, length, break_on_hyphens=False)[0]
    end = wrap(name[::-1], length - 2, break_on_hyphens=False)[0][::-1]
    yield f"{first}\n… {end}"
    for number in count(2):
        yield f"{first}\n… ({number})"
