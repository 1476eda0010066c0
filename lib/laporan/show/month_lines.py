"""Several courses over the months of a year, as lines on one axis, each with its name."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from laporan.dasar import indonesian
from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import Bulan
from laporan.show.month_bars import month_names
from laporan.show.pane import Pane, quiet

# Told apart in grey print, too: by colour, by mark and by stroke.
LOOKS = (("aksen", "o", "-"), ("hangat", "s", (0, (4, 2))))


def month_lines(
    pane: Pane, axes: Axes, courses: Mapping[str, pd.Series[float]], *, bulan: Bulan
) -> Axes:
    """Draw up to two courses from zero, every month with its figure, named at their ends.

    Parameters
    ----------
    courses
        Name to course; index: ``YYYY-MM``. Months without a figure stay empty.
    """
    months, brand = bulan.year_to_date, load_brand()
    top = max(float(course.max()) for course in courses.values()) or 1.0
    for (name, course), (color, mark, stroke) in zip(courses.items(), LOOKS, strict=False):
        values = np.array([course.get(str(month), np.nan) for month in months], dtype=float)
        axes.plot(
            np.arange(len(months)), values, color=brand[color], marker=mark, linestyle=stroke,
            markersize=5, clip_on=False,
        )  # fmt: skip
        for at, value in enumerate(values.tolist()):
            if value == value:
                axes.text(
                    at, value + top * 0.06, indonesian.angka(value), ha="center", va="bottom",
                    fontsize=pane.smallest + 1,
                    fontweight="semibold" if at == len(months) - 1 else "normal",
                )  # fmt: skip
        end = int(np.flatnonzero(np.isfinite(values))[-1])
        axes.annotate(
            name.replace(" ", "\n"), (end, values[end]), xytext=(10, 0),
            textcoords="offset points", ha="left", va="center", fontsize=11, color=brand[color],
            fontweight="semibold", annotation_clip=False,
        )  # fmt: skip
    axes.set_ylim(0, top * 1.2)
    axes.set_xlim(-0.3, (len(months) - 1) * (1.32 if pane.narrow else 1.18) + 0.3)
    axes.set_xticks(range(len(months)), month_names(pane, months))
    axes.set_yticks([])
    return quiet(axes)
