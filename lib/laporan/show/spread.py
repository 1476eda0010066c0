"""How often something took how long: steps of minutes as bars, and lines across them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.show.pane import Pane, quiet


def spread(
    pane: Pane,
    axes: Axes,
    steps: pd.Series[float],
    *,
    edges: Sequence[str],
    lines: Mapping[str, float],
) -> Axes:
    """Draw steps of the same width, side by side, each with its figure.

    Parameters
    ----------
    steps
        In their order.
    edges
        What stands at the beginning of each step.
    lines
        Text to place of a line, in steps from the left.
    """
    brand, top = load_brand(), float(steps.max()) or 1.0
    at = [place + 0.5 for place in range(len(steps))]
    axes.bar(at, steps.to_numpy(dtype=float), width=0.94, color=brand["pudar"])
    for place, count in zip(at, steps, strict=True):
        axes.text(
            place, count + top * 0.015, indonesian.angka(count), ha="center", va="bottom",
            fontsize=pane.smallest, zorder=4,
            bbox={"facecolor": brand["kertas"], "edgecolor": "none", "pad": 0.6},
        )  # fmt: skip
    for level, (text, place) in enumerate(lines.items()):
        height = 1.0 - 0.13 * level
        axes.axvline(place, ymax=height, color=brand["aksen"], linewidth=1.6)
        axes.annotate(
            text, (place, height), xycoords=("data", "axes fraction"), xytext=(4, 0),
            textcoords="offset points", ha="left", va="top", fontsize=pane.smallest + 0.6,
            fontweight="semibold", color=brand["aksen"],
        )  # fmt: skip
    axes.set_ylim(0, top * 1.5)
    axes.set_xlim(0, len(steps))
    axes.set_xticks(range(len(steps)), edges)
    axes.set_yticks([])
    return quiet(axes)
