"""What a figure of matplotlib says, in words: its titles, labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.ticker import ScalarFormatter

from laporan.dasar import indonesian
from laporan.dasar.inert import shorten, visible

_MANY = 12  # of values, beyond which their range is said
_LONGEST = 1500
_PLAIN = re.compile(r"([-−]?)(\d+)(?:\.(\d+))?")


def describe_figure(figure: Figure) -> str:
    """Say what a figure shows, panel by panel, for those who don't see it."""
    title = figure.get_suptitle()
    parts = [title, *(_axes(axes) for axes in figure.axes if axes.get_visible())]
    text = " ".join(f"{visible(part).rstrip('.')}." for part in parts if visible(part))
    return shorten(text, _LONGEST)


def write_ticks(figure: Figure) -> None:
    """Let axes that count say numbers as Indonesians write them."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            if type(axis.get_major_formatter()) is ScalarFormatter:
                axis.set_major_formatter(_Indonesian(useOffset=False))


class _Indonesian(ScalarFormatter):
    """Ticks with a decimal comma, and a dot between thousands unless they are years."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        text = str(super().__call__(x, pos))
        found = _PLAIN.fullmatch(text)
        if found is None:
            return text
        sign, whole, rest = found.groups()
        axis: Any = self.axis
        low, high = axis.get_view_interval()
        if not (1900 <= low <= high <= 2100):
            whole = f"{int(whole):,}".replace(",", ".")
        return f"{sign}{whole}{',' + rest if rest else ''}"


def _axes(axes: Axes) -> str:
    axes_named = [("sumbu x", axes.get_xlabel()), ("sumbu y", axes.get_ylabel())]
    said = [
        axes.get_title() or axes.get_title("left"),
        *(f"{place}: {label}" for place, label in axes_named if label),
        *_bars(axes),
        *_lines(axes),
        *_points(axes),
        *(text.get_text() for text in axes.texts),
    ]
    return "; ".join(part for part in said if part)


def _bars(axes: Axes) -> Iterator[str]:
    for container in axes.containers:
        if not isinstance(container, BarContainer) or not container.patches:
            continue
        flat = container.orientation == "horizontal"
        bars = container.patches
        middles = [
            bar.get_y() + bar.get_height() / 2 if flat else bar.get_x() + bar.get_width() / 2
            for bar in bars
        ]
        lengths = [bar.get_width() if flat else bar.get_height() for bar in bars]
        yield _series("batang", container.get_label(), _names(axes, flat, middles), lengths)


def _lines(axes: Axes) -> Iterator[str]:
    for line in axes.get_lines():
        across, up = (np.asarray(part, dtype=float) for part in line.get_data(orig=False))
        # Error bars are lines, too, of which some are nowhere.
        if len(up) > 1 and not np.isnan(across).any():
            yield _series("garis", line.get_label(), _names(axes, False, list(across)), list(up))


def _points(axes: Axes) -> Iterator[str]:
    for collection in axes.collections:
        points = np.asarray(collection.get_offsets())
        if len(points) > 1:
            yield f"{indonesian.angka(len(points))} titik"


def _series(kind: str, label: object, names: Sequence[str], values: Sequence[float]) -> str:
    name = str(label)
    name = "" if name.startswith("_") else f" {name}"
    numbers = [float(value) for value in values]
    if len(numbers) <= _MANY and all(names):
        listed = ", ".join(f"{n} {_number(v)}" for n, v in zip(names, numbers, strict=True))
        return f"{kind}{name}: {listed}"
    low, high = min(numbers), max(numbers)
    return (
        f"{kind}{name}: {indonesian.angka(len(numbers))} nilai, "
        f"dari {_number(low)} sampai {_number(high)}"
    )


def _names(axes: Axes, flat: bool, places: Sequence[float]) -> list[str]:
    """Give the tick's label at each place, or how the axis would write the place."""
    axis = axes.yaxis if flat else axes.xaxis
    ticks = zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=False)
    labels = {round(float(place), 6): tick.get_text() for place, tick in ticks}
    write = axis.get_major_formatter().format_data_short
    return [visible(labels.get(round(float(place), 6)) or str(write(place))) for place in places]


def _number(value: float) -> str:
    if value != value:
        return "tidak ada"
    return indonesian.angka(value, 0 if value.is_integer() else 2)
