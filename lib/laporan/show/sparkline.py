"""A line as small as a word: how a figure came to be what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import Bulan
from laporan.show.chart import picture_path, write_picture
from laporan.show.display import Markdown
from laporan.show.keyed import plain_alt
from laporan.show.markup import escape

FEWEST = 3  # points that make a course
WIDTH, HEIGHT, EDGE = 120, 32, 4


@dataclass(frozen=True)
class Sparkline:
    """The course of a figure, for a card.

    Attributes
    ----------
    values
        In order; the last is the card's.
    name
        Short and unique in the report.
    alt
        What the line says, in words and figures.
    bulan
        The report's month.
    """

    values: Sequence[float]
    name: str
    alt: Markdown
    bulan: Bulan

    def markdown(self) -> str:
        """Write the picture, and give Markdown that shows it."""
        place = picture_path(f"garis-{self.name}", self.bulan)
        path = write_picture(place, _svg(self.values))
        alt, keys = plain_alt(self.alt)
        return f'![](<{path}>){{.garis-kecil fig-alt="{escape(alt)}" bukti-alt="{keys}"}}'


def _svg(values: Sequence[float]) -> str:
    brand = load_brand()
    top = max(*values, 1.0)
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    points = [
        (EDGE + step * at, HEIGHT - EDGE - value / top * (HEIGHT - 2 * EDGE))
        for at, value in enumerate(values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
        f'<path d="M{EDGE} {HEIGHT - 1}H{WIDTH - EDGE}" stroke="{brand["garis"]}"/>'
        f'<polyline points="{line}" fill="none" stroke="{brand["pudar"]}" stroke-width="2.5" '
        f'stroke-linejoin="round"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" '
        f'fill="{brand["aksen"]}"/></svg>'
    )
