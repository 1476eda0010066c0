"""The forms of charts that sections draw; each draws on axes it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from laporan import formats
from laporan.brand import load_brand
from laporan.bulan import NAMA_BULAN, Bulan
from laporan.show.style import quiet

LABEL_LENGTH = 34
FEWEST_PLACES = 6  # that month_bars makes room for


def shorten(text: str, length: int = LABEL_LENGTH) -> str:
    """Cut a label that would push the marks off the chart."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def ranked_bars(
    axes: Axes,
    values: pd.Series[float],
    *,
    colors: Mapping[str, str] | None = None,
    highlight: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    decimals: int = 0,
) -> Axes:
    """Draw horizontal bars from zero, the first on top, each with its figure at its end.

    Parameters
    ----------
    values
        Index: categories in the order to draw.
    colors
        A colour a category; without, the highlighted ones have the accent and the rest is pale.
    labels
        Text at a bar's end in place of the figure alone.
    """
    brand = load_brand()
    accent = set(highlight)
    palette = [
        (colors or {}).get(name, brand["aksen" if name in accent else "pudar"])
        for name in values.index
    ]
    # Positions, not names: two long names may be equal once shortened.
    positions = [str(at) for at in range(len(values))]
    sns.barplot(
        x=values.to_numpy(dtype=float), y=positions, hue=positions, palette=palette, width=0.68,
        legend=False, saturation=1, orient="h", ax=axes,
    )  # fmt: skip
    axes.set_yticks(range(len(values)), [shorten(str(name)) for name in values.index])
    top = float(values.max()) if len(values) else 0.0
    axes.set_xlim(0, (top or 1) * 1.16)
    for at, (name, value) in enumerate(values.items()):
        text = (labels or {}).get(str(name)) or formats.angka(value, decimals)
        axes.text(
            value + (top or 1) * 0.012, at, text, va="center", ha="left",
            fontweight="semibold" if name in accent else "normal",
        )  # fmt: skip
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    return quiet(axes)


def month_bars(
    axes: Axes,
    series: pd.Series[float],
    *,
    bulan: Bulan,
    before: pd.Series[float] | None = None,
    color: str | None = None,
) -> Axes:
    """Draw the months of a year as bars from zero, the report's month in colour.

    Parameters
    ----------
    series, before
        Index: ``YYYY-MM``; ``before`` is the previous year's, drawn as a line of steps behind.
        Months without a figure stay empty.
    """
    brand = load_brand()
    months = bulan.year_to_date
    values = np.array([series.get(str(month), np.nan) for month in months], dtype=float)
    palette = [brand["pudar"]] * (len(months) - 1) + [color or brand["aksen"]]
    at = [str(position) for position in range(len(months))]
    sns.barplot(
        x=at, y=np.nan_to_num(values), hue=at, palette=palette, width=0.7,
        legend=False, saturation=1, ax=axes,
    )  # fmt: skip
    highest = [float(np.nanmax(values))] if np.isfinite(values).any() else [1.0]
    if before is not None and len(before):
        earlier = np.array([before.get(str(m.year_before), np.nan) for m in months], dtype=float)
        if np.isfinite(earlier).any():
            highest.append(float(np.nanmax(earlier)))
            axes.hlines(
                earlier, np.arange(len(months)) - 0.42, np.arange(len(months)) + 0.42,
                color=brand["turun"], linewidth=2, linestyle=(0, (2, 1)),
            )  # fmt: skip
            last = int(np.flatnonzero(np.isfinite(earlier))[-1])
            axes.annotate(
                f"{bulan.tahun - 1}: {formats.angka(earlier[last])}",
                (last + 0.42, earlier[last]), xytext=(4, 0), textcoords="offset points",
                color=brand["turun"], va="center", fontsize=9.5, annotation_clip=False,
            )  # fmt: skip
    top = max(max(highest), 1.0)
    axes.set_ylim(0, top * 1.14)
    # Two months of a young year are two bars and not two walls.
    axes.set_xlim(-0.5, max(len(months), FEWEST_PLACES) - 0.5)
    for position, value in enumerate(values):
        known = bool(np.isfinite(value))
        axes.text(
            position, (value if known else 0) + top * 0.02,
            formats.angka(value) if known else "–", ha="center",
            fontweight="semibold" if position == len(months) - 1 else "normal",
        )  # fmt: skip
    axes.set_xticks(range(len(months)), [NAMA_BULAN[m.nomor - 1][:3] for m in months])
    axes.set_yticks([])
    return quiet(axes)


def heat(
    axes: Axes,
    table: pd.DataFrame,
    *,
    outline: tuple[float, float, float, float] | None = None,
) -> Axes:
    """Draw a heat map, the counts in its cells.

    Parameters
    ----------
    table
        Rows and columns in the order to draw.
    outline
        First column, first row, number of columns, number of rows of a frame around some cells.
    """
    brand = load_brand()
    shades = LinearSegmentedColormap.from_list("aksen", [brand["lembut"], brand["aksen-sedang"]])
    crowded = table.to_numpy().max()  # four digits fill a cell
    sns.heatmap(
        table, ax=axes, cmap=shades, cbar=False, linewidths=1.2, linecolor=brand["kertas"],
        annot=table.map(lambda v: formats.angka(v) if v else ""), fmt="",
        annot_kws={"fontsize": 8.5 if crowded < 1000 else 7, "color": brand["tinta"]}, vmin=0,
    )  # fmt: skip
    axes.tick_params(length=0)
    axes.set_yticklabels(axes.get_yticklabels(), rotation=0)
    if outline is not None:
        left, top, width, height = outline
        axes.add_patch(
            Rectangle(
                (left, top), width, height, fill=False, lw=2, ec=brand["turun"], clip_on=False
            )
        )
    return quiet(axes)
