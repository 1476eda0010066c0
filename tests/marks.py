"""What a chart draws, read from the drawing, and held against what it says it draws."""

from __future__ import annotations

from collections.abc import Iterator

import matplotlib as mpl
import numpy as np
from matplotlib.collections import LineCollection, QuadMesh
from matplotlib.container import BarContainer
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch
from pandas.api.types import is_numeric_dtype

from laporan.dasar.indonesian import angka
from laporan.show import Chart, Pane
from laporan.show.style import house_style


def draw(chart: Chart, pane: Pane) -> Figure:
    with mpl.rc_context(house_style()):
        return chart.draw(pane)


def marks_of(figure: Figure) -> list[list[float]]:
    """Give the values that are drawn, a list a series, in the order of the eye."""
    return [values for axes in figure.axes for values in _marks(axes) if len(values)]


def _marks(axes: mpl.axes.Axes) -> Iterator[list[float]]:
    for bars in axes.containers:
        if isinstance(bars, BarContainer):
            upright = bars.orientation != "horizontal"
            start = [p.get_y() if upright else p.get_x() for p in bars.patches]
            assert not np.any(start), "bars must begin at zero"
            yield [float(p.get_height() if upright else p.get_width()) for p in bars.patches]
    for line in axes.lines:
        if line.get_transform() == axes.get_xaxis_transform():
            continue  # across the whole height; its place is told by its text
        if not _is_dots(line):
            yield [float(value) for value in line.get_ydata()]
    for drawn in axes.collections:
        if isinstance(drawn, QuadMesh):
            yield [float(value) for value in np.asarray(drawn.get_array()).ravel()]
        elif isinstance(drawn, LineCollection):
            yield [float(run[0][1]) for run in drawn.get_segments() if len(run)]
    if any(isinstance(patch, FancyBboxPatch) for patch in axes.patches):
        texts = [text.get_text().replace(".", "") for text in axes.texts]
        yield [float(text) for text in texts if text.isdecimal()]
        for at in (0, 1):
            yield [float(text.split("/")[at]) for text in texts if "/" in text]


def _is_dots(line: Line2D) -> bool:
    """Tell whether a line is dots at bars that lie, whose difference is told beside the bars."""
    return str(line.get_linestyle()) == "None"


def dots_of(figure: Figure) -> list[list[float]]:
    """Give the values of such dots, a list a series."""
    lines = [line for axes in figure.axes for line in axes.lines if _is_dots(line)]
    return [[float(value) for value in line.get_xdata()] for line in lines]


def told_of(chart: Chart) -> list[list[float]]:
    """Give the columns of numbers that the chart says it draws."""
    data = chart.data
    return [
        [float(value) for value in data[column]]
        for column in data.columns
        if is_numeric_dtype(data[column])
    ]


def texts_of(figure: Figure) -> str:
    labels = [
        label.get_text()
        for axes in figure.axes
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels())
    ]
    texts = [text.get_text() for axes in figure.axes for text in axes.texts]
    return " | ".join([*labels, *texts]).replace("\n", " ")


def check_marks(chart: Chart, pane: Pane) -> None:
    """Hold lengths, order and labels of all marks against the chart's data."""
    figure = draw(chart, pane)
    drawn, told = marks_of(figure), told_of(chart)
    assert drawn, f"{chart.name}: nothing is drawn"
    rows = [list(row) for row in zip(*told, strict=True)]
    # A heat map's data are its rows, on a telephone its columns.
    flat = [value for row in rows for value in row]
    runs = [*told, flat, [value for column in told for value in column]]
    for values in [*drawn, *dots_of(figure)]:
        assert any(_is_run(values, run) for run in runs) or _is_map(chart, values, told), (
            f"{chart.name}: {values} is not in its data {told}"
        )
    covered = sum(map(len, drawn))
    wanted = int(np.isfinite(told[0]).sum())
    assert covered >= wanted, f"{chart.name}: {wanted - covered} values are not drawn"
    _check_labels(chart, figure, drawn)


def _is_run(values: list[float], run: list[float]) -> bool:
    """Tell whether values stand in a run, one after the other; months without a figure are 0."""
    finite = [value for value in values if np.isfinite(value)]
    return any(
        known == run[at : at + len(known)]
        for known in (finite, [value for value in finite if value])
        for at in range(len(run) - len(known) + 1)
    )


def _is_map(chart: Chart, values: list[float], told: list[list[float]]) -> bool:
    return chart.name == "provinsi" and sorted(values) in map(sorted, told)


def _check_labels(chart: Chart, figure: Figure, drawn: list[list[float]]) -> None:
    """Hold that the last mark is told by its figure, and the largest where there is room."""
    shown = texts_of(figure)
    for values in drawn:
        known = [value for value in values if np.isfinite(value)]
        assert angka(known[-1]) in shown or known[-1] == 0, f"{chart.name}: {known[-1]} not told"
        if len(figure.axes) < 3:
            assert angka(max(known)) in shown, f"{chart.name}: {max(known)} not told"
