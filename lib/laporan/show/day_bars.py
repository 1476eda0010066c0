"""The days of a month as bars: those on which people work, and the others paler."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd
from matplotlib.axes import Axes

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.show.pane import Pane, quiet

WEEK = 7


def day_bars(
    pane: Pane,
    axes: Axes,
    days: pd.Series[float],
    *,
    served: Collection[int],
    sent: Collection[int],
    named: Mapping[int, str],
) -> Axes:
    """Draw a bar a day; the highest and the last are told by their figures.

    Parameters
    ----------
    days
        Index: the days of the month, from 1 on.
    served
        The service days.
    sent
        Days to mark with a triangle.
    named
        Day to what stands above its bar.
    """
    brand = load_brand()
    colors = [brand["aksen" if day in served else "pudar"] for day in days.index]
    axes.bar(days.index.to_numpy(), days.to_numpy(dtype=float), width=0.78, color=colors)
    top = float(days.max()) or 1.0
    told = {int(days.to_numpy().argmax()) + 1, len(days)}
    for day, count in enumerate(days.tolist(), start=1):
        figure = [indonesian.angka(count)] if day in told else []
        mark = ["▼"] if day in sent else []
        if text := "\n".join([*mark, *figure]):
            _above(pane, axes, (day, count), text)
        if day in named:
            _above(pane, axes, (day, count), named[day], rotation=90)
    axes.set_ylim(0, top * 1.25)
    axes.set_xlim(0.3, len(days) + 0.7)
    shown = range(1, len(days) + 1, WEEK if pane.narrow else 1)
    axes.set_xticks(shown, map(str, shown))
    axes.set_yticks([])
    return quiet(axes)


def _above(
    pane: Pane, axes: Axes, place: tuple[float, float], text: str, rotation: float = 0
) -> None:
    axes.annotate(
        text, place, xytext=(0, 3), textcoords="offset points", ha="center", va="bottom",
        fontsize=pane.smallest, linespacing=1.05, color=load_brand()["tinta"], rotation=rotation,
    )  # fmt: skip
