"""Where texts hold values of persons.

A name is looked for without what stands between its letters, in any order of its words:
``Nugroho, Wahyu``, ``W a h y u  N u g r o h o`` and ``#WahyuNugroho`` are Wahyu Nugroho, and so is
``Nugroho, Dr. Wahyu``. The words of an address may be kept apart in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import permutations
from typing import NamedTuple

from laporan.dasar.settings import Settings
from laporan.prove.privacy.compared_words import Words, numbers_of, words_of
from laporan.prove.privacy.names import DEGREES, LEAST_LETTERS, TITLES
from laporan.prove.privacy.persons import Origin, Persons
from laporan.prove.privacy.sayings import Sayings, program_sayings, settings_texts

# What may stand between the words of a name or an address.
_BETWEEN = TITLES | DEGREES | {"s", "e", "m", "si", "kom", "sos", "at", "et", "a", "dot", "titik"}
# All orders of so many words are looked for; of more, those that begin elsewhere.
_FEW_WORDS = 3
# A name of fewer letters, cut where it has no space, is made up of words like any other.
_LEAST_LETTERS_CUT = 8
# So many words are the letters of an address.
_LONGEST = 64


class _Value(NamedTuple):
    words: Words
    origin: Origin


class Search:
    """Looks for the values of persons in texts.

    Parameters
    ----------
    persons
        What to look for.
    settings
        The analysts' settings: what they let the report print is no finding.
    """

    def __init__(self, persons: Persons, settings: Settings) -> None:
        self._persons, self._settings = persons, settings
        self._longest = max(map(len, persons.numbers), default=0)
        self._sentence_lengths: dict[str, set[int]] = defaultdict(set)
        for words in persons.sentences:
            self._sentence_lengths[words[0]].add(len(words))
        # Names as one word, and all that they begin with.
        self._whole: dict[str, list[_Value]] = defaultdict(list)
        self._begun: set[str] = set()
        for words, origin in persons.words.items():
            for whole in {"".join(order) for order in _orders(words)}:
                self._whole[whole].append(_Value(words, origin))
                self._begun.update(whole[:length] for length in range(1, len(whole) + 1))

    def find(self, text: str) -> Iterator[Origin]:
        """Give the cells whose values stand in a text, each once."""
        found: dict[Origin, None] = {}
        words = words_of(text)
        for place, word in enumerate(words):
            if word in self._begun:
                found |= dict.fromkeys(self._names_at(words, place))
            if word in self._sentence_lengths:
                found |= dict.fromkeys(self._sentences_at(words, place))
        if self._longest:
            for number in numbers_of(text, self._longest):
                if number in self._persons.numbers:
                    found[self._persons.numbers[number]] = None
        yield from found

    def _names_at(self, words: Words, place: int) -> Iterator[Origin]:
        """Read on from a word as long as a name begins so."""
        read = {"": 0}  # with the number of words that it was written in
        for end in range(place, min(place + _LONGEST, len(words))):
            word = words[end]
            more = {
                begun + word: pieces + 1
                for begun, pieces in read.items()
                if begun + word in self._begun
            }
            for whole, pieces in more.items():
                for value in self._whole.get(whole, ()):
                    alone = not _has_letters_around(words, place, end)
                    written = _is_written(value.words, whole, pieces, alone=alone)
                    if written and not self._is_own(value.words, words, place, end):
                        yield value.origin
            # Among single letters, a short word is one of them.
            passed = word in _BETWEEN and end > place and len(words[place]) > 1
            read = read | more if passed else more
            if not read:
                return

    def _is_own(self, value: Words, words: Words, first: int, last: int) -> bool:
        """Tell whether the program says so itself; a full name in a setting is one all the same."""
        if first == last and len(value) == 1:
            return any(sayings.explain(words, first) for sayings in (program_sayings(), self._said))
        return program_sayings().hold(value)

    def _sentences_at(self, words: Words, place: int) -> Iterator[Origin]:
        """Find the sentences that begin at a word; those printed everywhere prove nothing."""
        for length in self._sentence_lengths[words[place]]:
            value = words[place : place + length]
            if value in self._persons.sentences and not (
                program_sayings().hold(value) or self._open.hold(value)
            ):
                yield self._persons.sentences[value]

    @cached_property
    def _said(self) -> Sayings:
        agents = (" ".join(name) for name in self._persons.agents)
        return Sayings([*settings_texts(self._settings), *agents])

    @cached_property
    def _open(self) -> Sayings:
        return Sayings(self._persons.open_texts)


def _orders(words: Words) -> Iterator[Words]:
    """Give the orders and short forms that a name is written in."""
    if len(words) <= _FEW_WORDS:
        yield from permutations(words)
    else:
        yield from (words[first:] + words[:first] for first in range(len(words)))
        yield words[::-1]
    first, *middle, last = words if len(words) > 1 else (*words, "")
    if middle:
        yield (first, *(word[0] for word in middle), last)
        yield (first, *(word for word in middle if len(word) > 1), last)


def _is_written(value: Words, whole: str, pieces: int, *, alone: bool) -> bool:
    """Tell whether what makes up a name's letters was written as a name is.

    A single word may be spaced out; cut in two, "Wulandari" is ``wulan dari``, and few letters
    among more of them are the variables of a script.
    """
    if pieces in (1, len(value)):
        return True
    if len(value) > 1:
        return pieces == len(whole) or len(whole) >= _LEAST_LETTERS_CUT
    return pieces == len(whole) and (alone or len(whole) > LEAST_LETTERS)


def _has_letters_around(words: Words, first: int, last: int) -> bool:
    around = words[max(first - 1, 0) : first] + words[last + 1 : last + 2]
    return any(len(word) == 1 and word.isalpha() for word in around)
