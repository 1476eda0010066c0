"""What in a text can be wrong: numbers and words of direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from laporan.dasar.arah import KATA, TERBANYAK, TERSEDIKIT
from laporan.dasar.bulan import NAMA_BULAN

NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")
DIRECTIONS = {
    **{word: arah.value for arah, words in KATA.items() for word in words},
    **dict.fromkeys(TERBANYAK, 2),
    **dict.fromkeys(TERSEDIKIT, -2),
}
_WORD = re.compile(
    "|".join(
        re.escape(word) if not word[0].isalpha() else rf"\b{word}\b"
        for word in sorted(DIRECTIONS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_CLAIM = re.compile(f"{NUMBER.pattern}|{_WORD.pattern}", re.IGNORECASE)
SINCE = re.compile(rf"\bsejak ({'|'.join(NAMA_BULAN)}) (\d{{4}})\b", re.IGNORECASE)
DATE = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(NAMA_BULAN)}) (\d{{4}})\b")


@dataclass(frozen=True)
class Claim:
    """A number or a word of direction, at its place in a text."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is a number."""
        return self.text[0].isdigit()

    @property
    def sign(self) -> int:
        """Which way it points: 1 and -1 for changes, 0 for none, 2 and -2 for the extremes."""
        return DIRECTIONS[self.text.lower()]


def claims_in(text: str) -> Iterator[Claim]:
    """Find all numbers and words of direction in a text."""
    for match in _CLAIM.finditer(text):
        yield Claim(match[0], match.start(), match.end())


def has_claims(text: str) -> bool:
    """Tell whether a text holds any."""
    return _CLAIM.search(text) is not None
