"""A line as small as a word: how a figure came to be what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
class Batas:
    """Limits that a course is drawn in.

    Attributes
    ----------
    bawah, tengah, atas
        The limits, and the line in the middle.
    sinyal
        1 or −1 where the last point gives a signal that way, 0 where it gives none.
    """

    bawah: float
    tengah: float
    atas: float
    sinyal: int


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
    batas
        The limits that it is judged by, or nothing.
    """

    values: Sequence[float]
    name: str
    alt: Markdown
    bulan: Bulan
    batas: Batas | None = None

    def markdown(self) -> str:
        """Write the picture, and give Markdown that shows it."""
        place = picture_path(f"garis-{self.name}", self.bulan)
        path = write_picture(place, _svg(self.values, self.batas))
        alt, keys = plain_alt(self.alt)
        return f'![](<{path}>){{.garis-kecil fig-alt="{escape(alt)}" bukti-alt="{keys}"}}'


def _svg(values: Sequence[float], batas: Batas | None = None) -> str:
    brand = load_brand()
    # A course within limits fills its height; one by itself begins at zero.
    lowest = min(*values, batas.bawah) if batas else 0.0
    highest = max(*values, batas.atas) if batas else max(*values, 1.0)
    step = (WIDTH - 2 * EDGE) / (len(values) - 1)

    def height(value: float) -> float:
        return HEIGHT - EDGE - (value - lowest) / (highest - lowest) * (HEIGHT - 2 * EDGE)

    points = [(EDGE + step * at, height(value)) for at, value in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    ground = f'<path d="M{EDGE} {HEIGHT - 1}H{WIDTH - EDGE}" stroke="{brand["garis"]}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
        f"{_band(batas, height) if batas else ground}"
        f'<polyline points="{line}" fill="none" stroke="{brand["pudar"]}" stroke-width="2.5" '
        f'stroke-linejoin="round"/>{_last(*points[-1], batas.sinyal if batas else 0)}</svg>'
    )


def _band(batas: Batas, height: Callable[[float], float]) -> str:
    """Shade what lies within the limits, with the line in the middle."""
    brand, top, below = load_brand(), height(batas.atas), height(batas.bawah)
    middle = height(batas.tengah)
    return (
        f'<rect x="{EDGE}" y="{top:.1f}" width="{WIDTH - 2 * EDGE}" height="{below - top:.1f}" '
        f'fill="{brand["aksen-lembut"]}"/><path d="M{EDGE} {middle:.1f}H{WIDTH - EDGE}" '
        f'stroke="{brand["garis"]}" stroke-dasharray="3 2"/>'
    )


def _last(x: float, y: float, sinyal: int) -> str:
    """Mark the last point: a dot, or for a signal a triangle that points its way."""
    if not sinyal:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{load_brand()["aksen"]}"/>'
    tip = y - 5 * sinyal
    base = y + 3.5 * sinyal
    return (
        f'<path d="M{x:.1f} {tip:.1f}L{x - 5:.1f} {base:.1f}H{x + 5:.1f}Z" '
        f'fill="{load_brand()["hangat"]}"/>'
    )
