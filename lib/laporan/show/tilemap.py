"""A map of equal tiles, one a province: small islands count as much as large ones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.patches import FancyBboxPatch

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.show.pane import Pane, figure_of, quiet

GAP = 0.04
FLAT = 0.8  # height by width of a tile that has room for a name


@cache
def tiles() -> pd.DataFrame:
    """Give the place of each province: columns ``singkatan, kolom, baris``, index ``provinsi``."""
    with (files(__package__) / "petak.csv").open("rb") as file:
        return pd.read_csv(file, index_col="provinsi")


def tile_map(pane: Pane, axes: Axes, values: pd.Series[float]) -> Axes:
    """Draw the provinces as tiles, darker where the figure is higher, each with its figure.

    On a telephone the eastern half stands below the western.

    Parameters
    ----------
    values
        Index: provinces by short name (``Prov. Jambi``); one that is missing counts 0.
    """
    brand = load_brand()
    shades = LinearSegmentedColormap.from_list("aksen", [brand["lembut"], brand["aksen-sedang"]])
    grid = _folded(tiles()) if pane.narrow else tiles()
    counts = values.reindex(grid.index).fillna(0).astype(float).tolist()
    scale = Normalize(0, max(*counts, 1.0))
    shape = "round,pad=0,rounding_size=0.06"
    flat = 1 if pane.narrow else FLAT
    columns, rows = grid["kolom"].tolist(), grid["baris"].tolist()
    for column, row, name, count in zip(columns, rows, grid["singkatan"], counts, strict=True):
        corner = (column + GAP, row + GAP)
        shade = shades(scale(count))
        axes.add_patch(
            FancyBboxPatch(corner, 1 - 2 * GAP, 1 - 2 * GAP, boxstyle=shape, fc=shade, ec="none")
        )
        for text, down, look in (
            (str(name), 0.34, {"fontsize": 8.3 if pane.narrow else 7.8}),
            (indonesian.angka(count), 0.68, {"fontsize": 9.5, "fontweight": "semibold"}),
        ):
            axes.text(column + 0.5, row + down, text, look, ha="center", va="center")
    width, height = grid["kolom"].max() + 1, grid["baris"].max() + 1
    if pane.narrow:
        figure_of(axes).set_figheight(pane.width * height / width)
    axes.set(xlim=(0, width), ylim=(height, 0), aspect=flat)
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
