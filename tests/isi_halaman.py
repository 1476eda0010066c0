"""How full the pages of the PDF are: the lowest mark by the height of the type area."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pypdfium2
from takar import Takaran

# The type area of the theme (lib/laporan/render/theme/laporan.typ), in points from the page's head.
TOP, FOOT = 62, 785
PAPER = 250  # what is lighter is no mark


def measure_pdf(path: Path) -> Iterator[Takaran]:
    """Measure a PDF: bytes, pages, and how full each page is."""
    yield Takaran(path.name, "berat", path.stat().st_size, "bita")
    fills = page_fills(path)
    yield Takaran(path.name, "banyaknya", len(fills), "halaman")
    for number, fill in enumerate(fills, 1):
        yield Takaran(path.name, f"isi halaman {number}", round(100 * fill), "persen")


def page_fills(path: Path) -> list[float]:
    """Give how far down the marks of each page reach, as a share of the type area's height."""
    with pypdfium2.PdfDocument(path) as document:
        return [_fill(page.render(grayscale=True).to_numpy()) for page in document]


def _fill(grey: np.ndarray) -> float:
    marked = np.flatnonzero((grey[TOP:FOOT] < PAPER).any(axis=1))
    return float(marked[-1] + 1) / (FOOT - TOP) if len(marked) else 0.0
