"""The forms of charts that sections draw; each draws on axes it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from laporan import formats
from laporan.brand import load_brand
from laporan.bulan import NAMA_BULAN, Bulan
from laporan.show.style import canvas, figure_of, is_narrow, quiet
from laporan.show.undrawn import drawing

LABEL_LENGTH = 34  # characters of a line beside a bar
FEWEST_PLACES = 6  # that month_bars makes room for
LETTER = 0.53  # of the size of type: how wide a figure or a letter is
SMALLEST = 8.3  # points; 11 pixels on a telephone


def shorten(text: str, length: int = LABEL_LENGTH) -> str:
    """Set a label in two lines, and cut what would not even go into those."""
    return "\n".join(wrap(text, length, max_lines=2, placeholder=" …", break_on_hyphens=False))


@drawing
def ranked_bars(
    axes: Axes,
    values: pd.Series[float],
    *,
    colors: Mapping[str, str] | None = None,
    highlight: Sequence[str] = (),
    labels: Mapping[str, str] | None = None,
    decimals: int = 0,
    top: float | None = None,
) -> Axes:
    """Draw horizontal bars from zero, the first on top, each with its figure at its end.

    On a telephone the names stand above their bars.

    Parameters
    ----------
    values
        Index: categories in the order to draw.
    colors
        A colour a category; without, the highlighted ones have the accent and the rest is pale.
    labels
        Text at a bar's end in place of the figure alone.
    top
        The highest value, where several panels share their scale.
    """
    brand = load_brand()
    accent = set(highlight)
    names = [str(name) for name in values.index]
    palette = [
        (colors or {}).get(name, brand["aksen" if name in accent else "pudar"]) for name in names
    ]
    # Positions, not names: two long names may be equal once shortened.
    positions = [str(at) for at in range(len(values))]
    sns.barplot(
        x=values.to_numpy(dtype=float), y=positions, hue=positions, palette=palette,
        width=0.44 if is_narrow() else 0.68, legend=False, saturation=1, orient="h", ax=axes,
    )  # fmt: skip
    texts = [
        (labels or {}).get(name) or formats.angka(value, decimals)
        for name, value in zip(names, values, strict=True)
    ]
    scale = top or (float(values.max()) if len(values) else 0.0) or 1.0
    axes.set_xlim(0, scale * (1 + _room(axes, names, texts)))
    for at, (name, value, text) in enumerate(zip(names, values, texts, strict=True)):
        axes.text(
            value + scale * 0.012, at, text, va="center", ha="left",
            fontweight="semibold" if name in accent else "normal",
        )  # fmt: skip
    _name_bars(axes, names)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    return quiet(axes)


@drawing
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
            _steps(axes, earlier, bulan.tahun - 1)
    top = max(max(highest), 1.0)
    axes.set_ylim(0, top * 1.14)
    # Two months of a young year are two bars and not two walls.
    places = max(len(months), FEWEST_PLACES)
    axes.set_xlim(-0.5, places - 0.5)
    label_months(axes, values, places, top * 0.02)
    axes.set_xticks(range(len(months)), month_names(months))
    axes.set_yticks([])
    return quiet(axes)


def panels(count: int, height: float) -> tuple[Figure, list[Axes]]:
    """Make axes side by side, five in a row; on a telephone two.

    Parameters
    ----------
    height
        Of a row, inches.
    """
    columns = min(2 if is_narrow() else 5, count)
    rows = -(-count // columns)
    figure, axes = canvas(height * rows, columns=columns, rows=rows, squeeze=False)
    places = list(axes.flat)
    for empty in places[count:]:
        empty.set_axis_off()
    return figure, places[:count]


@drawing
def small_months(
    axes: Axes, series: pd.Series[float], *, bulan: Bulan, title: str, color: str
) -> Axes:
    """Draw the months of a year in a small panel: the first and the report's month are told."""
    months = bulan.year_to_date
    values = np.array([series.get(str(month), np.nan) for month in months], dtype=float)
    at = np.arange(len(months))
    shades = [load_brand()["pudar"]] * (len(months) - 1) + [color]
    axes.bar(at, np.nan_to_num(values), width=0.78, color=shades)
    top = max(float(np.nanmax(values)), 1.0)
    axes.set_ylim(0, top * 1.22)
    axes.set_xlim(-0.8, max(len(months), FEWEST_PLACES) - 0.2)
    # Two high bars side by side leave no room for two figures.
    for position in sorted({0, len(months) - 1} if len(months) > 3 else {len(months) - 1}):
        if np.isfinite(values[position]):
            last = position == len(months) - 1
            axes.text(
                position, values[position] + top * 0.03, formats.angka(values[position]),
                ha="right" if last and position else "left", va="bottom", fontsize=10,
                fontweight="semibold" if last else "normal",
            )  # fmt: skip
            axes.texts[-1].set_x(position + (0.45 if last and position else -0.45))
    axes.set_title(title, loc="left", fontsize=11, fontweight="semibold", color=color, pad=6)
    ends = sorted({0, len(months) - 1})
    axes.set_xticks(ends, [months[end].nama[:3] for end in ends])
    axes.set_yticks([])
    return quiet(axes)


def label_months(axes: Axes, values: np.ndarray, places: int, lift: float) -> None:
    """Write each month's figure above its mark; where there is no room for all, the telling ones.

    Those are the report's month, the highest and the lowest.
    """
    texts = [formats.angka(value) if np.isfinite(value) else "–" for value in values]
    slot = figure_of(axes).get_figwidth() * 72 * 0.96 / places
    size = min(11.0, slot / (LETTER * max(len(text) for text in texts)))
    shown = set(range(len(values)))
    if size < SMALLEST:
        known = np.flatnonzero(np.isfinite(values))
        ends = [known[np.argmax(values[known])], known[np.argmin(values[known])]]
        shown, size = {len(values) - 1, *map(int, ends)}, SMALLEST
    for position, (value, text) in enumerate(zip(values, texts, strict=True)):
        if position in shown:
            axes.text(
                position, np.nan_to_num(value) + lift, text, ha="center", fontsize=size,
                fontweight="semibold" if position == len(values) - 1 else "normal",
            )  # fmt: skip


def month_names(months: Sequence[Bulan]) -> list[str]:
    """Write months below their marks, by a letter where twelve stand on a telephone."""
    length = 1 if is_narrow() and len(months) > 8 else 3
    return [NAMA_BULAN[month.nomor - 1][:length] for month in months]


@drawing
def heat(
    axes: Axes,
    table: pd.DataFrame,
    *,
    outline: tuple[float, float, float, float] | None = None,
) -> Axes:
    """Draw a heat map, the counts in its cells; on a telephone it stands on end.

    Parameters
    ----------
    table
        Rows and columns in the order to draw.
    outline
        First column, first row, number of columns, number of rows of a frame around some cells.
    """
    brand = load_brand()
    if is_narrow():
        table = table.T.rename(columns=lambda name: str(name)[:3])
        outline = (outline[1], outline[0], outline[3], outline[2]) if outline else None
        figure_of(axes).set_figheight(0.24 * len(table) + 0.4)
    shades = LinearSegmentedColormap.from_list("aksen", [brand["lembut"], brand["aksen-sedang"]])
    # Four digits fill a cell.
    size = SMALLEST + 0.7 if is_narrow() or table.to_numpy().max() < 1000 else 7
    sns.heatmap(
        table, ax=axes, cmap=shades, cbar=False, linewidths=1.2, linecolor=brand["kertas"],
        annot=table.map(lambda v: formats.angka(v) if v else ""), fmt="",
        annot_kws={"fontsize": size, "color": brand["tinta"]}, vmin=0,
        yticklabels=True, xticklabels=True,
    )  # fmt: skip
    axes.tick_params(length=0)
    axes.set_yticklabels(axes.get_yticklabels(), rotation=0)
    axes.set_xticklabels(axes.get_xticklabels(), rotation=0)
    if outline is not None:
        left, top, width, height = outline
        axes.add_patch(
            Rectangle(
                (left, top), width, height, fill=False, lw=2, ec=brand["turun"], clip_on=False
            )
        )
    return quiet(axes)


def _steps(axes: Axes, earlier: np.ndarray, tahun: int) -> None:
    brand = load_brand()
    at = np.arange(len(earlier))
    axes.hlines(
        earlier, at - 0.42, at + 0.42, color=brand["turun"], linewidth=2, linestyle=(0, (2, 1))
    )
    last = int(np.flatnonzero(np.isfinite(earlier))[-1])
    gap = "\n" if is_narrow() else " "
    axes.annotate(
        f"{tahun}:{gap}{formats.angka(earlier[last])}",
        (last + 0.42, earlier[last]), xytext=(4, 0), textcoords="offset points",
        color=brand["turun"], va="center", fontsize=9.5, annotation_clip=False,
    )  # fmt: skip


def _room(axes: Axes, names: Sequence[str], texts: Sequence[str]) -> float:
    """Reckon what the figures need beside the longest bar, as a part of that bar."""
    size = 11 * LETTER
    width = figure_of(axes).get_figwidth() * 72 / axes.get_subplotspec().get_geometry()[1]  # type: ignore[union-attr]
    if not is_narrow():
        lines = [line for name in names for line in shorten(name).split("\n")]
        width -= max((len(line) for line in lines), default=0) * size
    needed = max((len(text) for text in texts), default=0) * size * 1.08 + 6
    return needed / max(width - needed, 40)


def _name_bars(axes: Axes, names: Sequence[str]) -> None:
    if not is_narrow():
        axes.set_yticks(range(len(names)), [shorten(name) for name in names])
        return
    axes.set_yticks([])
    figure = figure_of(axes)
    figure.set_figheight(max(figure.get_figheight(), 0.5 * len(names) * len(figure.axes)))
    axes.set_ylim(len(names) - 0.7, -0.75)
    for at, name in enumerate(names):
        line = wrap(name, 44, max_lines=1, placeholder=" …")
        axes.text(0, at - 0.27, "".join(line), ha="left", va="bottom", fontsize=10)
