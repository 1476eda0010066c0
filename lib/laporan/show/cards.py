"""Summary cards: a figure, what it counts, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from laporan.measure.angka import Angka
from laporan.show.display import Markdown
from laporan.show.markup import escape
from laporan.show.sparkline import Sparkline


@dataclass(frozen=True)
class Card:
    """One card.

    Attributes
    ----------
    nilai
        The figure, or ``None`` where its source was not supplied.
    label
        What it counts: ``tiket konsultasi``.
    keterangan
        A short remark in words, or nothing.
    garis
        The course of the figure, or nothing.
    spec
        How the figure is written, as :meth:`laporan.show.Angka.text` has it.
    """

    nilai: Angka | None
    label: str
    keterangan: Markdown | None = None
    garis: Sparkline | None = None
    spec: str = ""

    def markdown(self) -> str:
        """Give the card as a fenced division."""
        value = format(self.nilai, self.spec) if self.nilai else "–"
        remark = self.keterangan.text if self.keterangan else ""
        parts = [
            f"::: {{.kartu-nilai}}\n{value}\n:::",
            f"::: {{.kartu-label}}\n{escape(self.label)}\n:::",
        ]
        if remark:
            parts.append(f"::: {{.kartu-ket}}\n{remark}\n:::")
        if self.garis is not None:
            parts.append(f"::: {{.kartu-garis}}\n{self.garis.markdown()}\n:::")
        return ":::: {.kartu}\n\n" + "\n\n".join(parts) + "\n\n::::"


def cards(items: Iterable[Card]) -> Markdown:
    """Set cards in a row that wraps."""
    inner = "\n\n".join(card.markdown() for card in items)
    return Markdown(f"::::: {{.kartu-baris}}\n\n{inner}\n\n:::::")
