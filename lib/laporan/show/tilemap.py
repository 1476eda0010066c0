"""A map of equal tiles, one a province: small islands count as much as large ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import FancyBboxPatch

from laporan.dasar.brand import load_brand
from laporan.show.pane import Pane, figure_of, quiet

GAP = 0.04


@cache
def tiles() -> pd.DataFrame:
    """Give the place of each province: columns ``singkatan, kolom, baris``, index ``provinsi``."""
    with (files(__package__) / "petak.csv").open("rb") as file:
        return pd.read_csv(file, index_col="provinsi")


def tile_map(
    pane: Pane, axes: Axes, shades: pd.Series[float], lines: Mapping[str, tuple[str, str]]
) -> Axes:
    """Draw the provinces as tiles, darker where the share is larger, each with its figures.

    On a telephone the eastern half stands below the western.

    Parameters
    ----------
    shades
        Index: provinces by short name (``Prov. Jambi``); shares of 1.
    lines
        Province to what stands in its tile under its name: the first figure, and a second.
    """
    brand = load_brand()
    colors = LinearSegmentedColormap.from_list("aksen", [brand["lembut"], brand["aksen-sedang"]])
    grid = _folded(tiles()) if pane.narrow else tiles()
    shape = "round,pad=0,rounding_size=0.06"
    small = {"fontsize": 8.3}
    for province, row in grid.iterrows():
        left, top = float(row["kolom"]), float(row["baris"])
        shade = colors(float(shades.get(str(province), 0.0)))
        axes.add_patch(
            FancyBboxPatch(
                (left + GAP, top + GAP), 1 - 2 * GAP, 1 - 2 * GAP, boxstyle=shape, fc=shade,
                ec="none",
            )
        )  # fmt: skip
        figure, second = lines[str(province)]
        for text, down, look in (
            (str(row["singkatan"]), 0.22, small),
            (figure, 0.5, {"fontsize": 10, "fontweight": "semibold"}),
            (second, 0.79, small),
        ):
            axes.text(left + 0.5, top + down, text, look, ha="center", va="center")
    width, height = grid["kolom"].max() + 1, grid["baris"].max() + 1
    if pane.narrow:
        figure_of(axes).set_figheight(pane.width * height / width)
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    return quiet(axes)


def _folded(grid: pd.DataFrame) -> pd.DataFrame:
    """Put the right half of the map below the left one."""
    half = (int(grid["kolom"].max()) + 2) // 2
    east = grid["kolom"] >= half
    moved = grid.copy()
    moved.loc[east, "kolom"] -= half
    west_bottom = float(grid.loc[~east, "baris"].max()) + 1
    moved["baris"] = moved["baris"].astype(float)
    moved.loc[east, "baris"] += west_bottom + 0.5 - float(grid.loc[east, "baris"].min())
    return moved
