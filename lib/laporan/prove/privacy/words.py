"""Texts as they are compared: their words and the numbers in them, however they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

Words = tuple[str, ...]

EMAIL = re.compile(r"[\w.+\-]{1,64}@[\w\-]+(?:\.[\w\-]+)+")
# Between texts that are read one by one: no words follow one another across it.
END = "\n\x00\n"
_WORD = re.compile(r"[^\W_]+|\x00")
# Digits as people group them; what stands between two numbers of a list is more than that.
_RUN = re.compile(r"(?<!\w)\+?\(?\d+(?:[ .\-()]{1,3}\d+)*(?!\w)")
_PREFIX = re.compile(r"^(?:62|0)")
MOST_GROUPS = 6


def readable(text: str) -> str:
    """Drop what is not seen, and write each letter and digit in its plain form."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.isascii():
        return plain
    # Among them the hyphen that a line's end took: soft in HTML, U+FFFE in a PDF's text.
    return "".join(c for c in plain if unicodedata.category(c) != "Cf" and c != "\ufffe")


def words_of(text: str) -> Words:
    """Give the words, in the form of a search: without case, accents and marks."""
    return tuple(_WORD.findall(_folded(readable(text))))


def _folded(text: str) -> str:
    """Write text so that its large, small and accented forms are one (Unicode's D146)."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    # Taken apart last, since some letters have their accent only when they are large.
    apart = unicodedata.normalize("NFKD", folded).casefold()
    return "".join(c for c in apart if unicodedata.category(c) != "Mn")


def numbers_of(text: str) -> Iterator[str]:
    """Give the digits of each group of numbers, without the prefix of a country or an area."""
    for match in _RUN.finditer(readable(text)):
        groups = re.findall(r"\d+", match[0])
        for first in range(len(groups)):
            for last in range(first + 1, min(first + MOST_GROUPS, len(groups)) + 1):
                yield canonical("".join(groups[first:last]))


def whole_numbers_of(text: str) -> Iterator[str]:
    """Give the digits of each run of groups as one number."""
    for match in _RUN.finditer(readable(text)):
        yield canonical("".join(re.findall(r"\d+", match[0])))


def canonical(digits: str) -> str:
    """Write a telephone number without 0 or 62; other numbers lose such a beginning, too."""
    return _PREFIX.sub("", digits, count=1)
