"""Ranked bars, each with its name and its figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeGuard

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.show.labels import set_names, text_width
from laporan.show.pane import Pane, figure_of, quiet

SIZE = 11  # points of a figure, and of a name beside its bar
# Of a bar with its name above it, in points.
BAR, GAP, NAME, LINE = 16, 3, 10, 12.5
ABOVE = 44  # characters of a line above a bar


def ranked_bars(
    pane: Pane,
    axes: Axes,
    values: pd.Series[float],
    *,
    colors: Mapping[str, str] | None = None,
    highlight: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    before: pd.Series[float] | None = None,
    before_name: str = "",
    top: float | None = None,
) -> Axes:
    """Draw horizontal bars from zero, the first on top, their figures in a column at the right.

    On a telephone the names stand above their bars.

    Parameters
    ----------
    values
        Index: categories in the order to draw.
    colors
        A colour a category; without, the highlighted ones have the accent and the rest is pale.
    labels
        Text beside a bar in place of the figure alone.
    before, before_name
        Figures to compare with, each a dot at its bar, and what the dots are called.
    top
        The highest value, where several panels share their scale.
    """
    brand = load_brand()
    names, accent, labels = [str(name) for name in values.index], set(highlight), labels or {}
    own = colors or {}
    shades = [own.get(name, brand["aksen" if name in accent else "pudar"]) for name in names]
    if pane.narrow:
        _stretch(axes, names)
    place = _names_above if pane.narrow else _names_beside
    thickness, beside = place(axes, names)
    axes.barh(np.arange(len(names)), values.to_numpy(dtype=float), height=thickness, color=shades)
    texts = [
        labels.get(name) or indonesian.angka(value)
        for name, value in zip(names, values, strict=True)
    ]
    scale = top or max((float(each.max()) for each in (values, before) if _some(each)), default=1)
    right = (scale or 1.0) * (1 + _room(axes, beside, texts))
    axes.set_xlim(0, right)
    for at, (name, text) in enumerate(zip(names, texts, strict=True)):
        axes.text(
            right, at, text, va="center", ha="right", fontsize=SIZE,
            fontweight="semibold" if name in accent else "normal",
        )  # fmt: skip
    if _some(before):
        _dots(pane, axes, before.reindex(values.index), before_name)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    return quiet(axes)


def _some(values: pd.Series[float] | None) -> TypeGuard[pd.Series[float]]:
    return values is not None and bool(values.notna().any())


def _dots(pane: Pane, axes: Axes, before: pd.Series[float], name: str) -> None:
    """Draw a dot at each bar, ringed so that it is seen on it and beside it; name the first.

    On a telephone, where the bar's own name stands above it, they are named above all bars.
    """
    brand = load_brand()
    (dots,) = axes.plot(
        before.to_numpy(dtype=float), np.arange(len(before)), linestyle="none", marker="o",
        markersize=7, markerfacecolor=brand["hangat"], markeredgecolor=brand["kertas"],
        markeredgewidth=1.5, clip_on=False,
    )  # fmt: skip
    if pane.narrow:
        figure = figure_of(axes)
        figure.set_figheight(figure.get_figheight() + LINE / 72)
        axes.legend(
            [dots], [name], loc="lower left", bbox_to_anchor=(0, 1), frameon=False, fontsize=NAME,
            labelcolor=brand["hangat"], handlelength=1, handletextpad=0.3, borderpad=0,
            borderaxespad=0,
        )  # fmt: skip
        return
    first = int(np.flatnonzero(before.notna())[0])
    axes.annotate(
        name, (float(before.iloc[first]), first), xytext=(0, 9), textcoords="offset points",
        ha="center", va="bottom", fontsize=NAME, color=brand["hangat"],
        annotation_clip=False,
    )  # fmt: skip


def _names_beside(axes: Axes, names: Sequence[str]) -> tuple[float, float]:
    """Name the bars at their left; give their thickness, and the width of the names in points."""
    labels = set_names(names)
    axes.set_yticks(range(len(names)), labels)
    axes.set_ylim(len(names) - 0.5, -0.5)
    return 0.68, text_width(labels, SIZE)


def _stretch(axes: Axes, names: Sequence[str]) -> None:
    """Make the figure as high as bars with their names above them need."""
    figure = figure_of(axes)
    panels = axes.get_subplotspec().get_geometry()[0]  # type: ignore[union-attr]
    needed = _pitch(set_names(names, ABOVE)) * len(names) * panels / 72
    figure.set_figheight(max(figure.get_figheight(), needed) if panels > 1 else needed)


def _pitch(labels: Sequence[str]) -> float:
    """Give the points from bar to bar."""
    lines = max((label.count("\n") + 1 for label in labels), default=1)
    return BAR + GAP + LINE * lines + 5


def _names_above(axes: Axes, names: Sequence[str]) -> tuple[float, float]:
    """Name the bars above them; give what the other form gives."""
    labels = set_names(names, ABOVE)
    pitch = _pitch(labels)
    half = BAR / 2 / pitch
    axes.set_yticks([])
    axes.set_ylim(len(names) - 1 + half + 2 / pitch, half - 1)
    for at, label in enumerate(labels):
        axes.text(
            0, at - half - GAP / pitch, label, ha="left", va="bottom", fontsize=NAME,
            linespacing=1.1,
        )  # fmt: skip
    return BAR / pitch, 0.0


def _room(axes: Axes, beside: float, texts: Sequence[str]) -> float:
    """Reckon what the figures need beside the longest bar, as a part of that bar."""
    columns = axes.get_subplotspec().get_geometry()[1]  # type: ignore[union-attr]
    width = figure_of(axes).get_figwidth() * 72 / columns - beside
    needed = text_width(texts, SIZE) * 1.08 + 6
    return needed / max(width - needed, 40)
