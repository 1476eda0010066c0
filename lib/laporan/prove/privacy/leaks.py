"""Personal data in one finished file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings
from laporan.prove.privacy.detect import find_suspects, own_contacts
from laporan.prove.privacy.persons import Persons
from laporan.prove.privacy.search import Search

SHOWN_ROWS = 3


@dataclass(frozen=True)
class Leak:
    """A personal value in a finished file.

    Attributes
    ----------
    berkas, bagian
        The file, and where in it.
    isi
        What it is, without saying it.
    """

    berkas: str
    bagian: str
    isi: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.berkas}, {self.bagian}: {self.isi}"


class Finder:
    """Finds personal data in the parts of files.

    Parameters
    ----------
    persons
        What the raw exports say of persons.
    settings
        The analysts' settings; their contacts are the service's own.
    """

    def __init__(self, persons: Persons, settings: Settings) -> None:
        self.persons = persons
        self._search = Search(persons, settings)
        self._own = own_contacts(settings)
        self._judged: dict[str, tuple[str, ...]] = {}

    def find(self, berkas: str, parts: Iterable[tuple[str, str]]) -> Iterator[Leak]:
        """Give the leaks of a file."""
        for bagian, text in parts:
            # Page and slides have the same charts, and each notebook has the same heads.
            if text not in self._judged:
                self._judged[text] = tuple(self._judge(text))
            yield from (Leak(berkas, bagian, found) for found in self._judged[text])

    def kinds(self, text: str) -> list[str]:
        """Say what kinds of personal data a text has, and nothing of what it is."""
        columns = (f"isi kolom {found.kolom!r} ekspor mentah" for found in self._search.find(text))
        forms = (f"yang berbentuk {found.bentuk}" for found in find_suspects(text, self._own))
        return list(dict.fromkeys([*columns, *forms]))

    def _judge(self, text: str) -> Iterator[str]:
        rows: dict[tuple[str, str], list[int]] = {}
        for origin in self._search.find(text):
            rows.setdefault((origin.berkas, origin.kolom), []).append(origin.baris)
        for (source, kolom), numbers in rows.items():
            yield f"memuat isi kolom {kolom!r} dari {source}, baris {list_rows(numbers)}"
        for suspect in dict.fromkeys(find_suspects(text, self._own)):
            yield f"{suspect.masked!r} berbentuk {suspect.bentuk}"


def list_rows(rows: list[int]) -> str:
    """Name the first rows of a list, and say how many there are."""
    shown = ", ".join(map(str, sorted(rows)[:SHOWN_ROWS]))
    return shown if len(rows) <= SHOWN_ROWS else f"{shown}, … ({angka(len(rows))} baris)"
