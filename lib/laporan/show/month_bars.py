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
    beneath: pd.Series[float] | None = None,
) -> Axes:
    """Draw the months of a year as bars from zero, the report's month in colour.

    Parameters
    ----------
    series, before
        Index: ``YYYY-MM``; ``before`` is the previous year's, drawn as a line of steps behind.
        Months without a figure stay empty.
    beneath
        Another figure of each month, written under its name; on a telephone that of the report's
        month where there is no room for all.
    """
    months = bulan.year_to_date
    values = _bars(axes, series, bulan, load_brand()["aksen"], 0.7)
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
    axes.set_xticks(range(len(months)), _named(pane, months, beneath))
    return _bare(axes)


def small_months(
    axes: Axes,
    series: pd.Series[float],
    *,
    bulan: Bulan,
    title: str,
    told: str,
    color: str,
    top: float | None = None,
) -> Axes:
    """Draw the months of a year in a small panel, the report's month in colour.

    Parameters
    ----------
    told
        The figures to read, set under the title: bars so narrow have no room for theirs.
    top
        The highest figure, where several panels share their scale.
    """
    months = bulan.year_to_date
    values = _bars(axes, series, bulan, color, 0.78)
    highest = top or max(float(np.nanmax(values)), 1.0)
    axes.set_ylim(min(0.0, float(np.nanmin(values))) * 1.05, highest * 1.05)
    axes.set_xlim(-0.8, max(len(months), FEWEST_PLACES) - 0.2)
    axes.set_title(title, loc="left", fontsize=11, fontweight="semibold", color=color, pad=20)
    axes.annotate(
        told, (0, 1), xycoords="axes fraction", xytext=(0, 5), textcoords="offset points",
        ha="left", va="bottom", fontsize=10.5,
    )  # fmt: skip
    ends = sorted({0, len(months) - 1})
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


def _named(pane: Pane, months: Sequence[Bulan], beneath: pd.Series[float] | None) -> list[str]:
    names = month_names(pane, months)
    if beneath is None:
        return names
    crowded = pane.narrow and len(months) > 8
    told = [month for month in months if not crowded or month == months[-1]]
    texts = {
        month: indonesian.angka(beneath[str(month)]) for month in told if str(month) in beneath
    }
    return [f"{name}\n{texts.get(month, '')}" for name, month in zip(names, months, strict=True)]


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
