"""What the raw exports say of persons, in the form in which it is looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from laporan.dasar.settings import Settings
from laporan.prove.privacy.cells import Cell
from laporan.prove.privacy.compared_words import (
    EMAIL,
    END,
    Words,
    plain_addresses,
    readable,
    whole_numbers_of,
    words_of,
)
from laporan.prove.privacy.detect import own_contacts
from laporan.prove.privacy.names import LEAST_LETTERS, letters, names_in
from laporan.read.declaration import Isi
from laporan.read.private_columns import kind_of

# A number with fewer digits, a sentence with fewer words stands in texts that have nothing to do
# with it.
LEAST_DIGITS, LEAST_WORDS = 7, 3
# A longer sentence is found by any so many of its words: what is printed may be cut.
RUN_WORDS = 6
# Within a sentence, shorter ones are dates and amounts.
LEAST_DIGITS_IN_TEXT = 9
_NOBODY = {("anonymous",), ("anonim",), ("n", "a"), ("tidak", "ada"), ("nihil",)}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.+\-Z]*)?|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}")


class Origin(NamedTuple):
    """The cell that a value was found in first."""

    berkas: str
    kolom: str
    baris: int


@dataclass
class Persons:
    """The personal values of raw exports.

    Attributes
    ----------
    words
        Names, addresses, keys: found in whatever order and spacing.
    sentences
        The runs of `RUN_WORDS` words of which free texts consist; short texts as a whole.
    numbers
        Telephone and identity numbers, as `canonical` writes them.
    agents
        The names of agents, the declared exception.
    skipped
        Where values were too short, by file and column: the numbers of the rows.
    open_texts
        What the open columns hold.
    columns
        The personal columns, by file.
    """

    words: dict[Words, Origin] = field(default_factory=dict)
    sentences: dict[Words, Origin] = field(default_factory=dict)
    numbers: dict[str, Origin] = field(default_factory=dict)
    agents: set[Words] = field(default_factory=set)
    skipped: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    open_texts: set[str] = field(default_factory=set)
    columns: set[tuple[str, str]] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many different values are looked for; a free text counts by its runs of words."""
        return len(self.words) + len(self.sentences) + len(self.numbers)


def gather_persons(cells: Iterable[Cell], settings: Settings) -> Persons:
    """Take the personal values out of the cells of raw exports."""
    persons = Persons()
    kinds: dict[tuple[str, str], Isi] = {}
    for cell in cells:
        key = (cell.sumber, cell.kolom)
        kind = kinds.get(key) or kinds.setdefault(key, kind_of(*key, settings))
        if kind is Isi.TERBUKA:
            persons.open_texts |= {cell.isi, unescape(cell.isi)}
        elif kind is Isi.AGEN:
            persons.agents.update(names_in(cell.isi))
        elif words_of(cell.isi) not in _NOBODY and not _DATE.fullmatch(cell.isi.strip()):
            _add(persons, cell, is_person=kind is Isi.ORANG)
    own = own_contacts(settings)
    innocent = {words_of(text) for text in (*settings["data_pribadi"]["bukan_pribadi"], *own)}
    for words in persons.agents | innocent:
        persons.words.pop(words, None)
        persons.sentences.pop(words, None)
    for number in own:
        persons.numbers.pop(number, None)
    return persons


def _add(persons: Persons, cell: Cell, *, is_person: bool) -> None:
    origin = Origin(cell.berkas, cell.kolom, cell.baris)
    persons.columns.add((cell.berkas, cell.kolom))
    # Some exports write an apostrophe as "&#039;", and who prints it may undo that or not.
    text = END.join(dict.fromkeys([cell.isi, unescape(cell.isi)]))
    text = plain_addresses(readable(text))
    addresses = [words_of(address) for address in EMAIL.findall(text)]
    rest = EMAIL.sub(" ", text)
    least = LEAST_DIGITS if is_person else LEAST_DIGITS_IN_TEXT
    numbers = [number for number in whole_numbers_of(rest) if len(number) >= least]
    names, runs = [], []
    if is_person:
        names = [name for name in names_in(rest) if letters(name) >= LEAST_LETTERS]
    else:
        runs = [run for each in rest.split(END) for run in _runs(words_of(each))]
    for words in (*addresses, *names):
        persons.words.setdefault(words, origin)
    for words in runs:
        persons.sentences.setdefault(words, origin)
    for number in numbers:
        persons.numbers.setdefault(number, origin)
    if not (addresses or names or runs or numbers):
        persons.skipped[origin.berkas, origin.kolom].append(origin.baris)


def _runs(words: Words) -> Iterator[Words]:
    if len(words) < LEAST_WORDS:
        return
    for first in range(max(1, len(words) - RUN_WORDS + 1)):
        yield words[first : first + RUN_WORDS]
