"""What a claim can be proven by, gathered once a month and looked up by those who prove."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.prove.audit.blocks import Key, squeeze
from laporan.prove.audit.fixed import find_names, places_of, wording
from laporan.prove.audit.labelled import Labelled, label_figures
from laporan.prove.audit.listed import listed_rows
from laporan.sections.report import Report


@dataclass(frozen=True, eq=False)
class Evidence:
    """All that a month's claims can rest on.

    Attributes
    ----------
    lap
        The month, opened anew.
    figures
        The rows of the finished ``ukuran.csv``, which were compared with those measured anew.
    notes
        The text of ``catatan.md``, with the figures in place of their names.
    refuted
        Numbers that were typed into the notes and that no figure bears out.
    inputs
        What ``jejak.json`` says of the files that the report rests on.
    """

    lap: Report
    figures: Mapping[Key, Angka]
    notes: str
    refuted: frozenset[str]
    inputs: tuple[Mapping[str, Any], ...]

    @property
    def bulan(self) -> Bulan:
        """The report's month."""
        return self.lap.bulan

    @cached_property
    def by_text(self) -> dict[str, list[Labelled]]:
        """Figures by the form in which they are written."""
        return label_figures(self.figures, self.differences)

    @cached_property
    def differences(self) -> dict[str, float]:
        """Topic to the difference of its tickets from the month before."""
        month, found = str(self.bulan), {}
        for key, figure in self.figures.items():
            if key[:3] == (month, "tiket.topik_bulan_lalu", "topik"):
                now = self.figures.get((month, "tiket.topik", "topik", figure.kategori))
                found[figure.kategori] = (now.nilai if now else 0.0) - figure.nilai
        return found

    @cached_property
    def changes(self) -> dict[tuple[str, str], float]:
        """Dimension and category of tickets to the change from the month before."""
        return {
            key[2:]: figure.nilai
            for key, figure in self.figures.items()
            if key[:2] == (str(self.bulan), "tiket.perubahan_bulanan") and key[3]
        }

    def changes_since(self, month: Bulan) -> dict[tuple[str, str], float]:
        """Dimension and category of tickets to the difference from another month."""
        found = {}
        for key, figure in self.figures.items():
            first = self.figures.get((str(month), *key[1:]))
            if key[:2] == (str(self.bulan), "tiket.jumlah") and key[3] and first:
                found[key[2:]] = figure.nilai - first.nilai
        return found

    @cached_property
    def first_month(self) -> Bulan:
        """The first month of the year of which the tickets are known."""
        known = (
            m for m in self.bulan.year_to_date if (str(m), "tiket.jumlah", "", "") in self.figures
        )
        return next(known, self.bulan)

    @cached_property
    def rows(self) -> set[tuple[str, ...]]:
        """The rows that the report may list."""
        return listed_rows(self.lap)

    def setting(self, name: str) -> object:
        """Give a setting by its name, ``kepuasan.minimum_penilai``; None where there is none."""
        value: Any = self.lap.settings
        for part in name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        return value

    @cached_property
    def warnings(self) -> frozenset[str]:
        """The findings on the data that the report lists, by the book of the cleaning."""
        return frozenset(squeeze(text) for text in self.lap.peringatan)

    def is_in_name(self, text: str, start: int, end: int) -> bool:
        """Tell whether a place in a text belongs to a longer name, or to longer fixed words."""
        return any(
            first <= start and end <= last and last - first > end - start + 1
            for first, last in self.spans(text)
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Find the names and fixed words in a text that hold digits or words of direction."""
        if text not in self._spans:
            low = text.lower()
            self._spans[text] = [
                place for piece in self._pieces if piece in low for place in places_of(piece, low)
            ]
        return self._spans[text]

    @cached_property
    def _spans(self) -> dict[str, list[tuple[int, int]]]:
        return {}

    @cached_property
    def _pieces(self) -> list[str]:
        names = find_names(self.lap, self.figures, self.inputs)
        return sorted({piece.lower() for piece in (*names, *wording())})
