"""The look of charts, taken from the brand.

What draws is loaded by whoever draws: a page is put together without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from laporan.dasar.brand import font_folder, load_brand


@cache
def house_style() -> Any:  # a dictionary whose keys matplotlib spells out one by one
    """Give matplotlib's settings in the look of the brand."""
    from matplotlib import font_manager

    brand = load_brand()
    for file in sorted(font_folder().glob("*.ttf")):
        font_manager.fontManager.addfont(file)
    return {
        # The next four are seaborn's "white", which would bring all of scipy.stats with it.
        "axes.axisbelow": True,
        "lines.solid_capstyle": "round",
        "patch.edgecolor": "w",
        "patch.force_edgecolor": True,
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


@contextmanager
def in_house_style() -> Iterator[dict[Any, Any]]:
    """Draw in the look of the brand, and give all of matplotlib's settings."""
    import matplotlib as mpl

    with mpl.rc_context(house_style()):
        yield dict(mpl.rcParams)
