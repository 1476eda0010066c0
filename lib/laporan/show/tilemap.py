"""A map of equal tiles, one a province: small islands count as much as large ones."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.patches import FancyBboxPatch

from laporan import formats
from laporan.brand import load_brand
from laporan.show.style import quiet

GAP = 0.08


@cache
def tiles() -> pd.DataFrame:
    """Give the place of each province: columns ``singkatan, kolom, baris``, index ``provinsi``."""
    with (files(__package__) / "petak.csv").open("rb") as file:
        return pd.read_csv(file, index_col="provinsi")


def tile_map(axes: Axes, values: pd.Series[float]) -> Axes:
    """Draw the provinces as tiles, darker where the figure is higher, each with its figure.

    Parameters
    ----------
    values
        Index: provinces by short name (``Prov. Jambi``); one that is missing counts 0.
    """
    brand = load_brand()
    shades = LinearSegmentedColormap.from_list("aksen", [brand["lembut"], brand["aksen-sedang"]])
    grid = tiles().assign(nilai=values.reindex(tiles().index).fillna(0))
    scale = Normalize(0, max(float(grid["nilai"].max()), 1))
    for tile in grid.itertuples():
        axes.add_patch(
            FancyBboxPatch(
                (tile.kolom + GAP, tile.baris + GAP), 1 - 2 * GAP, 1 - 2 * GAP,
                boxstyle="round,pad=0,rounding_size=0.06", fc=shades(float(scale(tile.nilai))), ec="none",
            )
        )  # fmt: skip
        axes.text(tile.kolom + 0.5, tile.baris + 0.34, tile.singkatan, ha="center", va="center",
                  fontsize=7)  # fmt: skip
        axes.text(tile.kolom + 0.5, tile.baris + 0.68, formats.angka(tile.nilai), ha="center",
                  va="center", fontsize=9, fontweight="semibold")  # fmt: skip
    axes.set(xlim=(0, grid["kolom"].max() + 1), ylim=(grid["baris"].max() + 1, 0), aspect="equal")
    axes.set_axis_off()
    return quiet(axes)
