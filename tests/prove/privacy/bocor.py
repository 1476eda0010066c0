"""Puts personal values where they must not be, and counts how many are found.

    python tests/prove/privacy/bocor.py 2023-07 [--contoh N] [--seed S] [--data FOLDER]

Every value of a personal column of a month's raw exports, as the exports have it, is put into
every kind of place that a finished file has, in every form that it could take: each must be found.
The exit status is 1 if one is not.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tempat import FORMS, NAME_FORMS, PLACES

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings, load_settings
from laporan.prove.privacy.cells import Cell, read_cells
from laporan.prove.privacy.finished import parts_of
from laporan.prove.privacy.persons import Origin, Persons, gather_persons
from laporan.prove.privacy.search import Search
from laporan.read.declaration import Isi
from laporan.read.private_columns import kind_of

# So many values go into one file.
BATCH = 400
SHOWN = 20


class Tried(NamedTuple):
    """A value that was put somewhere, and whether it was found."""

    tempat: str
    bentuk: str
    cell: Cell
    found: bool


def try_places(
    persons: Persons, cells: Sequence[Cell], settings: Settings, folder: Path
) -> Iterator[Tried]:
    """Put the values of cells into all places, in all forms."""
    search = Search(persons, settings)
    wanted = {cell: origins_of(persons, gather_persons([cell], settings)) for cell in cells}
    of_persons = [cell for cell in cells if kind_of(cell.sumber, cell.kolom, settings) is Isi.ORANG]
    for tempat, write in PLACES.items():
        for bentuk, form in (FORMS | NAME_FORMS).items():
            # What somebody wrote is printed as it is, or not at all.
            written = cells if bentuk in FORMS else of_persons
            for start in range(0, len(written), BATCH):
                batch = written[start : start + BATCH]
                path = write([form(cell.isi.strip()) for cell in batch], folder)
                found = {
                    origin
                    for _, text in parts_of(path.name, path.read_bytes())
                    for origin in search.find(text)
                }
                for cell in batch:
                    yield Tried(tempat, bentuk, cell, not wanted[cell].isdisjoint(found))


def origins_of(persons: Persons, alone: Persons) -> set[Origin]:
    """Give the cells by which the values of one cell are known."""
    return {
        *(persons.words[words] for words in alone.words),
        *(persons.sentences[words] for words in alone.sentences),
        *(persons.numbers[number] for number in alone.numbers),
    }


def searched_cells(cells: Iterable[Cell], settings: Settings) -> list[Cell]:
    """Give a cell for each different content that is looked for."""
    different = {cell.isi: cell for cell in cells}.values()
    return [cell for cell in different if gather_persons([cell], settings).count]


def main(arguments: Sequence[str]) -> int:
    """Try the values of a month."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bulan", type=Bulan.parse)
    parser.add_argument("--contoh", type=int, help="number of values (all of them)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args(arguments)
    project = Project.find(options.data)
    settings = load_settings(project.settings_file)
    cells = list(read_cells(project.raw(options.bulan), settings))
    searched = searched_cells(cells, settings)
    if options.contoh:
        searched = random.Random(options.seed).sample(searched, options.contoh)
    persons = gather_persons(cells, settings)
    counts: Counter[str] = Counter()
    missed: list[Tried] = []
    with tempfile.TemporaryDirectory() as folder:
        for tried in try_places(persons, searched, settings, Path(folder)):
            counts[tried.tempat] += 1
            missed += [] if tried.found else [tried]
    for tempat, count in counts.items():
        print(f"{tempat}: {count} ditaruh")
    for tried in missed[:SHOWN]:
        cell = tried.cell
        print(f"lolos: {tried.tempat}, {tried.bentuk}: {cell.berkas}, {cell.kolom}, {cell.baris}")
    print(f"Jumlah: {len(searched)} isi pribadi, {counts.total()} ditaruh, {len(missed)} lolos.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
