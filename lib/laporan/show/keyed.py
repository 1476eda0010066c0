"""Words and numbers that carry the keys of the figures which they are read from.

A figure writes its own key. What is said *of* figures carries theirs: which way one went, which is
the largest, by how much two differ, what several add up to. The renderers drop these marks; the
proof of what is said reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from laporan.dasar import indonesian
from laporan.dasar.arah import Arah
from laporan.measure.angka import Angka
from laporan.show.display import Markdown
from laporan.show.markup import escape

_MARKED = re.compile(
    r'\[((?:\\.|[^\[\]\\])*)\]\{(?:\.angka )?(data-kunci|bukti-\w+|data-asal)="([^"]*)"\}'
)
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Gerak:
    """Which way a figure went, with the figures that say so.

    Attributes
    ----------
    arah
        The direction.
    dari
        A change, or two figures: the one before and the one after; several, where all went so.
    """

    arah: Arah
    dari: tuple[tuple[Angka, ...], ...]

    @classmethod
    def of(cls, change: Angka) -> Gerak:
        """Read the direction of a change."""
        return cls(Arah.of(change.nilai), ((change,),))

    @classmethod
    def between(cls, before: Angka, now: Angka) -> Gerak:
        """Read the direction from one figure to another."""
        return cls(Arah.between(before.nilai, now.nilai), ((before, now),))

    @property
    def token(self) -> str:
        """The keys of its figures, as one attribute holds them."""
        return "|".join(map(tokens, self.dari))

    def __add__(self, other: Gerak) -> Gerak:
        """Say the direction of both at once."""
        if self.arah is not other.arah:
            raise ValueError(f"{self.arah} and {other.arah} are no one direction")
        return Gerak(self.arah, (*self.dari, *other.dari))

    @property
    def panah(self) -> Markdown:
        """The arrow and the word: ``▲ naik``."""
        return self.written(f"{self.arah.panah} {self.arah}".strip())

    def written(self, text: str) -> Markdown:
        """Write it in words of one's own."""
        return Markdown(f'[{text}]{{bukti-arah="{self.token}"}}')

    def __str__(self) -> str:
        """Write the word with its keys, as Markdown."""
        return self.written(str(self.arah)).text


def tokens(figures: Iterable[Angka]) -> str:
    """Join the keys of figures."""
    return " ".join(figure.token for figure in figures)


def puncak(text: str, first: Angka, others: Iterable[Angka] | None = None) -> Markdown:
    """Write a word such as ``terbanyak``.

    Parameters
    ----------
    first
        The figure that it is said of.
    others
        Those that it is held against; without, all other categories of its kind.
    """
    all_others = first._replace(kategori="").token + "*"
    against = all_others if others is None else tokens(others)
    return Markdown(f'[{escape(text)}]{{bukti-puncak="{first.token} {against}"}}')


def selisih(before: Angka, now: Angka) -> Markdown:
    """Write by how much two figures differ."""
    text = indonesian.angka(abs(now.nilai - before.nilai))
    return Markdown(f'[{text}]{{bukti-selisih="{tokens([before, now])}"}}')


def jumlah(figures: Sequence[Angka]) -> Markdown:
    """Write what figures add up to."""
    text = indonesian.angka(sum(figure.nilai for figure in figures))
    return Markdown(f'[{text}]{{bukti-jumlah="{tokens(figures)}"}}')


def plain_alt(alt: Markdown) -> tuple[str, str]:
    """Part an alternative text from its keys: an attribute can hold no spans.

    Returns
    -------
    text, keys
        The text, and for each span where it stands and what it carries, as the proof reads it.
    """
    text, keys, end = "", [], 0
    for match in _MARKED.finditer(alt.text):
        text += _unescaped(alt.text[end : match.start()])
        shown = _unescaped(match[1])
        kind = match[2].rpartition("-")[2]
        keys.append(f"{len(text)}+{len(shown)}:{kind}:{quote(match[3], safe=',:')}")
        text += shown
        end = match.end()
    return text + _unescaped(alt.text[end:]), " ".join(keys)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
