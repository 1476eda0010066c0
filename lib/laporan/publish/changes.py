"""The figures of an issue, and what became of them in the next version."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from laporan.dasar.inert import guard
from laporan.measure import INDIKATOR
from laporan.measure.angka import Angka, figures_of
from laporan.measure.ukuran_csv import format_nilai, parse_ukuran, quoted

Key = tuple[str, str, str, str]
Figures = Mapping[Key, Angka]

MISSING = "–"
_CHANGES_HEAD = ("bulan", "indikator", "dimensi", "kategori", "lama", "baru", "satuan")
_MOST_DECIMALS = 12


@dataclass(frozen=True)
class Change:
    """A figure that was corrected; None where a version does not have it."""

    lama: Angka | None
    baru: Angka | None

    @property
    def figure(self) -> Angka:
        """Give the figure as it stands now, or as it stood before it went."""
        figure = self.baru or self.lama
        if figure is None:
            raise ValueError("a change needs a figure")
        return figure

    def texts(self) -> tuple[str, str]:
        """Write the old and the new figure with as many decimals as tell them apart."""
        decimals = 2 if any(_is_broken(each) for each in (self.lama, self.baru)) else 0
        texts = self._texts(decimals)
        while texts[0] == texts[1] and decimals < _MOST_DECIMALS:
            decimals += 1
            texts = self._texts(decimals)
        return texts

    def _texts(self, decimals: int) -> tuple[str, str]:
        old, new = (
            figure.text(str(decimals)) if figure else MISSING for figure in (self.lama, self.baru)
        )
        return old, new


def parse_figures(content: bytes, name: str) -> dict[Key, Angka]:
    """Read the content of an ``ukuran.csv``.

    Raises
    ------
    LaporanError
        If it is not what ``laporan render`` writes.
    """
    return {figure.key: figure for figure in figures_of(parse_ukuran(content, name))}


def find_changes(old: Figures, new: Figures) -> tuple[Change, ...]:
    """List the figures that differ, by key; equal within rounding of the machine is equal."""
    changes = (Change(old.get(key), new.get(key)) for key in sorted({*old, *new}))
    return tuple(change for change in changes if not _is_same(change))


def format_changes(changes: Iterable[Change]) -> bytes:
    """Write corrections as CSV, the figures in full."""
    lines: list[Iterable[str]] = [_CHANGES_HEAD]
    for change in changes:
        values = (format_nilai(f.nilai) if f else "" for f in (change.lama, change.baru))
        key, unit = change.figure.key, change.figure.satuan
        lines.append([*map(guard, key), *values, guard(unit)])
    return "".join(",".join(map(quoted, line)) + "\n" for line in lines).encode()


def label_of(figure: Angka) -> str:
    """Say what a figure is, ``Tiket menurut topik: DAK Fisik (WhatsApp)``; else give its name."""
    known = INDIKATOR.get(figure.indikator)
    if known is None:
        return figure.name
    _, _, within = figure.dimensi.partition(":")
    category = f": {figure.kategori}" if figure.kategori else ""
    return known.nama + category + (f" ({within})" if within else "")


def _is_same(change: Change) -> bool:
    old, new = change.lama, change.baru
    if old is None or new is None:
        return False
    near = math.isclose(old.nilai, new.nilai, rel_tol=1e-9, abs_tol=1e-9)
    return near and old.satuan == new.satuan


def _is_broken(figure: Angka | None) -> bool:
    return figure is not None and not figure.nilai.is_integer()
