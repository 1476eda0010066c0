"""What a chart is drawn for: the page and slides, or a telephone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Pane:
    """A width to draw for.

    Attributes
    ----------
    width
        Inches.
    narrow
        Whether it is a telephone's, where panels stand under each other and names above marks.
    smallest
        The smallest type, in points.
    """

    width: float
    narrow: bool
    smallest: float

    def canvas(
        self, height: float, *, columns: int = 1, rows: int = 1, **kwargs: Any
    ) -> tuple[Figure, Any]:
        """Make a figure of the pane's width, outside of pyplot's global state.

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
        from matplotlib.figure import Figure

        if self.narrow and rows == 1:
            rows, columns, height = columns, 1, height * columns
        figure = Figure(figsize=(self.width, height), layout="constrained")
        return figure, figure.subplots(rows, columns, **kwargs)

    def panels(self, count: int, height: float) -> tuple[Figure, list[Axes]]:
        """Make axes side by side, five in a row; on a telephone two.

        Parameters
        ----------
        height
            Of a row, inches.
        """
        columns = min(2 if self.narrow else 5, count)
        rows = -(-count // columns)
        figure, axes = self.canvas(height * rows, columns=columns, rows=rows, squeeze=False)
        places = list(axes.flat)
        for empty in places[count:]:
            empty.set_axis_off()
        return figure, places[:count]


# The text column of the page, and half a slide's width; 9.6 points are 14 pixels on a slide.
PAGE = Pane(7.2, narrow=False, smallest=9.6)
# Of a telephone's screen, where letters stay as large as the text's.
PHONE = Pane(3.6, narrow=True, smallest=8.3)


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
