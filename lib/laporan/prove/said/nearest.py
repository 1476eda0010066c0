"""Which figure a typed number most likely means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from laporan.measure import INDIKATOR, Angka


def nearest_figure(
    sentence: str, value: float | None, percent: bool, figures: Iterable[Angka]
) -> str:
    """Name the figure that a sentence most likely means: by its words, then by its size."""
    words = set(re.findall(r"\w{3,}", sentence.lower()))
    likely = [each for each in figures if (each.satuan == "persen") == percent or value is None]
    if not likely:
        return ""
    figure = min(likely, key=lambda each: (-_likeness(words, sentence, each), _far(value, each)))
    return f"{{{figure.name}}} = {figure.text()}"


def _likeness(words: set[str], sentence: str, figure: Angka) -> int:
    """Count what the sentence and the figure's name have in common."""
    known = INDIKATOR.get(figure.indikator)
    own = set(re.findall(r"\w{3,}", f"{known.nama if known else ''} {figure.satuan}".lower()))
    named = bool(figure.kategori) and figure.kategori.lower() in sentence.lower()
    return len(words & own) + 2 * named - (bool(figure.dimensi) and not named)


def _far(value: float | None, figure: Angka) -> float:
    return 0.0 if value is None else abs(abs(figure.nilai) - value) / max(value, 1)
