"""A heat map, the counts in its cells."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Rectangle

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.show.pane import Pane, figure_of, quiet


def heat(
    pane: Pane,
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
    if pane.narrow:
        table = table.T.rename(columns=lambda name: str(name)[:3])
        outline = (outline[1], outline[0], outline[3], outline[2]) if outline else None
        figure_of(axes).set_figheight(0.24 * len(table) + 0.4)
    shades = LinearSegmentedColormap.from_list("aksen", [brand["lembut"], brand["aksen-sedang"]])
    # Four digits fill a cell.
    size = 9 if pane.narrow or table.to_numpy().max() < 1000 else 7
    import seaborn as sns  # takes as long to load as all else that a page needs

    sns.heatmap(
        table, ax=axes, cmap=shades, cbar=False, linewidths=1.2, linecolor=brand["kertas"],
        annot=table.map(_written), fmt="",
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


def _written(value: float) -> str:
    """Write what is half or more; of less the shade says enough."""
    text = indonesian.angka(value)
    return "" if text == "0" else text
