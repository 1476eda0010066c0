"""The figure that a wrong number is nearest to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from laporan.measure import Angka

_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?")


def closest_figure(found: str, expected: str, figures: Sequence[Angka]) -> str:
    """Name the figure nearest to the first number that stands there and must not; else nothing."""
    wanted = set(_NUMBER.findall(expected))
    wrong = next((number for number in _NUMBER.findall(found) if number not in wanted), None)
    if wrong is None or not figures:
        return ""
    value = float(wrong.replace(".", "").replace(",", "."))
    figure = min(figures, key=lambda each: (abs(abs(each.nilai) - value), each.key))
    return f"{figure.name} = {figure.text('2' if figure.nilai % 1 else '')}"
