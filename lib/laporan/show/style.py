"""The look of charts, taken from the brand; charts enter it once, by :func:`styled`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import cache, wraps
from typing import Any, ParamSpec

import matplotlib as mpl
import seaborn as sns
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from laporan.dasar.brand import font_folder, load_brand
from laporan.show.chart import Chart
from laporan.show.display import Display

P = ParamSpec("P")

WIDTH = 7.2  # inches: the text column of the page, and half a slide's width
NARROW = 3.6  # of a telephone's screen, where letters stay as large as the text's

_narrow: ContextVar[bool] = ContextVar("narrow", default=False)


@cache
def _rc() -> Any:  # a dictionary whose keys matplotlib spells out one by one
    brand = load_brand()
    for file in sorted(font_folder().glob("*.ttf")):
        font_manager.fontManager.addfont(file)
    return {
        **sns.axes_style("white"),
        "font.family": [brand.family],
        "font.size": 11,
        "text.color": brand["tinta"],
        "axes.labelcolor": brand["redup"],
        "axes.edgecolor": brand["garis"],
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "xtick.color": brand["redup"],
        "ytick.color": brand["tinta"],
        "xtick.labelcolor": brand["redup"],
        "ytick.labelcolor": brand["tinta"],
        "xtick.bottom": False,
        "ytick.left": False,
        "figure.facecolor": brand["kertas"],
        "axes.facecolor": brand["kertas"],
        # A dollar sign in a name is a dollar sign.
        "text.parse_math": False,
        "grid.color": brand["garis"],
        "lines.linewidth": 2,
        # The same chart gives the same bytes.
        "svg.hashsalt": "laporan",
        "svg.fonttype": "path",
    }


def styled(draw: Callable[P, Display]) -> Callable[P, Display]:
    """Let a chart function draw in the report's style, and leave matplotlib as it was.

    It draws twice, the second time for a telephone; :func:`is_narrow` tells which it is.
    """

    @wraps(draw)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> Display:
        with mpl.rc_context(_rc()):
            shown = draw(*args, **kwargs)
            if not isinstance(shown, Chart):
                return shown
            with _narrowed():
                again = draw(*args, **kwargs)
        return replace(shown, narrow=again.figure) if isinstance(again, Chart) else shown

    return wrapper


def is_narrow() -> bool:
    """Tell whether the picture being drawn is the telephone's."""
    return _narrow.get()


@contextmanager
def _narrowed() -> Iterator[None]:
    token = _narrow.set(True)
    try:
        yield
    finally:
        _narrow.reset(token)


def canvas(height: float, *, columns: int = 1, rows: int = 1, **kwargs: Any) -> tuple[Figure, Any]:
    """Make a figure of the report's width, outside of pyplot's global state.

    Parameters
    ----------
    height
        Inches.
    columns, rows
        Of panels; on a telephone, panels that stood side by side stand under each other.

    Returns
    -------
    figure, axes
        ``axes`` as :meth:`matplotlib.figure.Figure.subplots` gives them.
    """
    if is_narrow() and rows == 1:
        rows, columns, height = columns, 1, height * columns
    figure = Figure(figsize=(NARROW if is_narrow() else WIDTH, height), layout="constrained")
    return figure, figure.subplots(rows, columns, **kwargs)


def figure_of(axes: Axes) -> Figure:
    """Give the figure that axes stand in."""
    figure = axes.get_figure(root=True)
    if figure is None:
        raise ValueError("axes without a figure")
    return figure


def quiet(axes: Axes) -> Axes:
    """Take away frame, ticks and numbers where labels stand at the marks themselves."""
    axes.set(xlabel="", ylabel="")
    axes.tick_params(length=0)
    return axes
