"""Where texts hold values of persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from laporan.prove.privacy.persons import Origin, Persons
from laporan.prove.privacy.words import Words, numbers_of, words_of

# Tells whether words stand in a text that is no personal data, and so prove nothing.
Explained = Callable[[Words], bool]


class Search:
    """Looks for the values of persons in texts.

    Parameters
    ----------
    persons
        What to look for.
    fixed
        Whether words stand in what the program itself says.
    """

    def __init__(self, persons: Persons, fixed: Explained) -> None:
        self._persons = persons
        self._fixed = fixed
        self._by_first: dict[str, list[tuple[Words, Origin]]] = defaultdict(list)
        for words, origin in (*persons.words.items(), *persons.sentences.items()):
            self._by_first[words[0]].append((words, origin))
        self._open: str | None = None

    def find(self, text: str) -> Iterator[Origin]:
        """Give the cells whose values stand in a text, each once."""
        found: dict[Origin, None] = {}
        words = words_of(text)
        for place, word in enumerate(words):
            for value, origin in self._by_first.get(word, ()):
                if words[place : place + len(value)] == value and not self._is_explained(value):
                    found[origin] = None
        for number in numbers_of(text):
            if number in self._persons.numbers:
                found[self._persons.numbers[number]] = None
        yield from found

    def _is_explained(self, value: Words) -> bool:
        """Tell whether a finding has another reason than the person.

        A single word may be an everyday one, and a sentence one that is printed everywhere; a
        full name in an open column is a name all the same.
        """
        if self._fixed(value):
            return True
        is_name = value in self._persons.words and len(value) > 1
        return not is_name and is_within(value, self._open_text())

    def _open_text(self) -> str:
        if self._open is None:
            self._open = join(self._persons.open_texts)
        return self._open


def join(texts: Iterable[str]) -> str:
    """Write texts so that `is_within` finds words in them, and none across their ends."""
    return "\n".join(f" {' '.join(words_of(text))} " for text in texts)


def is_within(value: Words, text: str) -> bool:
    """Tell whether words follow one another in a text that `join` wrote."""
    return f" {' '.join(value)} " in text
