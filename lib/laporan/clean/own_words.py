"""Words that name no person: of scales, of headings, of the lists in the settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from typing import Any

from laporan.clean.likert import WORDS
from laporan.dasar.settings import Settings, load_settings

# Lists of names that the offices themselves have.
_LISTS = ("tiket", "email_lapor", "media_sosial", "advokasi")
# What stands around them; names of months, "hari", "bulan" and "amat" are names of people, too.
_SMALL = (
    "sekali banget agak lumayan lebih kurang tidak belum ada tahu isi kosong nihil jumlah "
    "total dan atau di ke dari untuk dengan yang sampai pukul jam tanggal tahun minggu "
    "pekan senin selasa rabu kamis jumat sabtu batal ditunda selesai not none null of very"
)
# Names of people among the words of the lists.
_NAMES = frozenset({"asia", "dana"})
_ADDRESS = re.compile(r"\S*@\S*")
_WORD = re.compile(r"[^\W\d_]+")


def mask_text(text: str, known: Set[str] = frozenset()) -> str:
    """Keep the shape of a text and the words that name nobody: ``Budi, 0812`` is ``xxxx, 9999``.

    Parameters
    ----------
    text
        What stands in a cell.
    known
        Further words that name nobody, in small letters.
    """
    own = own_words()

    def shown(found: re.Match[str]) -> str:
        word = found[0].casefold()
        return found[0] if word in own or word in known else "x" * len(found[0])

    # An address is somebody's, whatever words it is made of.
    hidden = _ADDRESS.sub(lambda found: _WORD.sub(lambda word: "x" * len(word[0]), found[0]), text)
    return re.sub(r"\d", "9", _WORD.sub(shown, hidden))


def words_of(texts: Iterable[object]) -> frozenset[str]:
    """Give the words of texts, in small letters."""
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(str(text)))


def listed_words(settings: Settings) -> frozenset[str]:
    """Give the words of the settings' lists, in small letters: of topics, channels, kinds."""
    return words_of(item for name in _LISTS for item in _texts(settings[name])) - _NAMES


@cache
def own_words() -> frozenset[str]:
    """Give the words that name nobody whatever the analysts' settings are, in small letters."""
    scales = [text for row in WORDS for text in row]
    return (listed_words(load_settings()) | words_of([*scales, _SMALL])) - _NAMES


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
