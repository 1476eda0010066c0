"""The figures of the published report, and the changes of each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from bagian import Sections

from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.measure import read_ukuran

# Where each figure stands; tests/render/test_letak.py holds the report to it, and to naming all of
# tests/measure/angka-2023-07.csv but the change of visitors, which is printed nowhere.
PLACES = Path(__file__).parents[2] / "render" / "letak-2023-07.csv"
PUBLISHED = Bulan(2023, 7)


class Change(Protocol):
    """A changed claim, where it stood, and what it was."""

    @property
    def file(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def claim(self) -> str: ...


C = TypeVar("C", bound=Change)


def changes_of_figures(
    folder: Path, sections: Mapping[str, Sections], changes: Iterable[C]
) -> dict[str, list[C]]:
    """Give the changes of each published figure in each file, by file, key and place.

    A figure is changed where its number is, in the section that it belongs to.
    """
    names = dict(zip(sections["laporan.html"].titles, sections["laporan.html"].names, strict=True))
    found: dict[tuple[str, str, str], list[C]] = {}
    for change in changes:
        own = sections[change.file]
        at = own.at(change.start)
        title = own.titles[at] if at >= 0 else ""
        found.setdefault((change.file, names.get(title, ""), change.claim), []).append(change)
    return {
        f"{file}: {key} = {text} di bagian {section}": found.get((file, section, text), [])
        for file in sections
        for key, section, text in _figures(folder)
    }


def _figures(folder: Path) -> Iterable[tuple[str, str, str]]:
    """Give each figure's key, its section, and how it is printed."""
    table = read_ukuran(folder / "ukuran.csv")
    table = table[table["bulan"] == str(PUBLISHED)]
    rows = {
        (row.indikator, row.dimensi, row.kategori): (row.nilai, row.satuan)
        for row in table.itertuples()
    }
    with PLACES.open(encoding="utf-8", newline="") as file:
        for place in csv.DictReader(file):
            key = (place["indikator"], place["dimensi"], place["kategori"])
            value, unit = rows[key]
            if unit == "persen":
                text = indonesian.persen(abs(value))
            else:
                text = indonesian.angka(value, 2 if unit.startswith("skala") else 0)
            yield ",".join(key), place["bagian"], text
