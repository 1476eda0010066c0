"""The look of charts, taken from the brand; charts enter it once, by :func:`styled`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl
import seaborn as sns
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from laporan.brand import font_folder, load_brand

P = ParamSpec("P")
R = TypeVar("R")

WIDTH = 7.2  # inches: the text column of the page, and half a slide's width


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


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """Let a chart function draw in the report's style, and leave matplotlib as it was."""

    @wraps(draw)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context(_rc()):
            return draw(*args, **kwargs)

    return wrapper


def canvas(height: float, *, columns: int = 1, rows: int = 1, **kwargs: Any) -> tuple[Figure, Any]:
    """Make a figure of the report's width, outside of pyplot's global state.

    Parameters
    ----------
    height
        Inches.

    Returns
    -------
    figure, axes
        ``axes`` as :meth:`matplotlib.figure.Figure.subplots` gives them.
    """
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    return figure, figure.subplots(rows, columns, **kwargs)


def quiet(axes: Axes) -> Axes:
    """Take away frame, ticks and numbers where labels stand at the marks themselves."""
    axes.set(xlabel="", ylabel="")
    axes.tick_params(length=0)
    return axes
