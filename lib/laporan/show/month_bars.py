"""The months of a year: as bars, large or small, and how they are labelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.show.labels import LETTER
from laporan.show.pane import Pane, figure_of, quiet

FEWEST_PLACES = 6  # that bars make room for: two months of a young year are no walls


def month_bars(
    pane: Pane,
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
    months = bulan.year_to_date
    values = _bars(axes, series, bulan, color or load_brand()["aksen"], 0.7)
    highest = [float(np.nanmax(values))] if np.isfinite(values).any() else [1.0]
    if before is not None and len(before):
        earlier = np.array([before.get(str(m.year_before), np.nan) for m in months], dtype=float)
        if np.isfinite(earlier).any():
            highest.append(float(np.nanmax(earlier)))
            _steps(pane, axes, earlier, bulan.tahun - 1)
    top = max(max(highest), 1.0)
    axes.set_ylim(0, top * 1.14)
    places = max(len(months), FEWEST_PLACES)
    axes.set_xlim(-0.5, places - 0.5)
    label_months(pane, axes, values, places, top * 0.02)
    axes.set_xticks(range(len(months)), month_names(pane, months))
    return _bare(axes)


def small_months(
    axes: Axes, series: pd.Series[float], *, bulan: Bulan, title: str, color: str
) -> Axes:
    """Draw the months of a year in a small panel: the first and the report's month are told."""
    months = bulan.year_to_date
    values = _bars(axes, series, bulan, color, 0.78)
    top = max(float(np.nanmax(values)), 1.0)
    axes.set_ylim(0, top * 1.22)
    axes.set_xlim(-0.8, max(len(months), FEWEST_PLACES) - 0.2)
    last = len(months) - 1
    # Two high bars side by side leave no room for two figures.
    for position in sorted({0, last} if len(months) > 3 else {last}):
        if np.isfinite(values[position]):
            right = position == last and position > 0
            axes.text(
                position + (0.45 if right else -0.45), values[position] + top * 0.03,
                indonesian.angka(values[position]), ha="right" if right else "left", va="bottom",
                fontsize=10, fontweight="semibold" if position == last else "normal",
            )  # fmt: skip
    axes.set_title(title, loc="left", fontsize=11, fontweight="semibold", color=color, pad=6)
    ends = sorted({0, last})
    axes.set_xticks(ends, [months[end].nama[:3] for end in ends])
    return _bare(axes)


def mark_months(pane: Pane, axes: Axes, marks: Mapping[str, str], bulan: Bulan) -> None:
    """Mark the months in which something happened by numbers in a box, just above the ground.

    Parameters
    ----------
    marks
        ``YYYY-MM`` to the numbers.
    """
    brand = load_brand()
    box = {"boxstyle": "round,pad=0.25", "facecolor": brand["kertas"], "edgecolor": brand["tinta"]}
    for position, month in enumerate(bulan.year_to_date):
        if text := marks.get(str(month)):
            axes.annotate(
                text, (position, 0), xycoords=("data", "axes fraction"), xytext=(0, 10),
                textcoords="offset points", ha="center", va="center", fontsize=pane.smallest,
                color=brand["tinta"], bbox={**box, "linewidth": 0.8},
            )  # fmt: skip


def label_months(pane: Pane, axes: Axes, values: np.ndarray, places: int, lift: float) -> None:
    """Write each month's figure above its mark; where there is no room for all, the telling ones.

    Those are the report's month, the highest and the lowest.
    """
    texts = [indonesian.angka(value) if np.isfinite(value) else "–" for value in values]
    slot = figure_of(axes).get_figwidth() * 72 * 0.96 / places
    size = min(11.0, slot / (LETTER * max(len(text) for text in texts)))
    shown = set(range(len(values)))
    if size < pane.smallest:
        known = np.flatnonzero(np.isfinite(values))
        ends = [known[np.argmax(values[known])], known[np.argmin(values[known])]]
        shown, size = {len(values) - 1, *map(int, ends)}, pane.smallest
    for position, (value, text) in enumerate(zip(values, texts, strict=True)):
        if position in shown:
            axes.text(
                position, np.nan_to_num(value) + lift, text, ha="center", fontsize=size,
                fontweight="semibold" if position == len(values) - 1 else "normal",
            )  # fmt: skip


def month_names(pane: Pane, months: Sequence[Bulan]) -> list[str]:
    """Write months below their marks, by a letter where twelve stand on a telephone."""
    length = 1 if pane.narrow and len(months) > 8 else 3
    return [NAMA_BULAN[month.nomor - 1][:length] for month in months]


def _bars(
    axes: Axes, series: pd.Series[float], bulan: Bulan, color: str, width: float
) -> np.ndarray:
    """Draw a bar a month, the last in colour, and give the figures."""
    months = bulan.year_to_date
    values = np.array([series.get(str(month), np.nan) for month in months], dtype=float)
    shades = [load_brand()["pudar"]] * (len(months) - 1) + [color]
    axes.bar(np.arange(len(months)), np.nan_to_num(values), width=width, color=shades)
    return values


def _steps(pane: Pane, axes: Axes, earlier: np.ndarray, tahun: int) -> None:
    brand = load_brand()
    at = np.arange(len(earlier))
    axes.hlines(
        earlier, at - 0.42, at + 0.42, color=brand["turun"], linewidth=2, linestyle=(0, (2, 1))
    )
    last = int(np.flatnonzero(np.isfinite(earlier))[-1])
    gap = "\n" if pane.narrow else " "
    axes.annotate(
        f"{tahun}:{gap}{indonesian.angka(earlier[last])}",
        (last + 0.42, earlier[last]), xytext=(4, 0), textcoords="offset points",
        color=brand["turun"], va="center", fontsize=9.6, annotation_clip=False,
    )  # fmt: skip


def _bare(axes: Axes) -> Axes:
    axes.set_yticks([])
    return quiet(axes)
