"""What cells of one's own show, in the house's style: set once, when a month is opened.

Under a renderer a DataFrame gives Markdown with a table in it, as the report's own tables do; in
JupyterLab it stays what it is there. A figure is SVG that says in words what it shows.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import matplotlib as mpl
import pandas as pd
from cycler import cycler
from great_tables import GT
from IPython.core.getipython import get_ipython
from matplotlib.figure import Figure
from matplotlib_inline.config import InlineBackend
from pandas.io.formats.style import Styler

from laporan.dasar.brand import load_brand
from laporan.show.altair_chart import live_bundle
from laporan.show.bare import find_table, own_table, raw_block
from laporan.show.described import describe_figure, write_ticks
from laporan.show.display import RENDERER_VARIABLES
from laporan.show.figure_letters import fit_letters
from laporan.show.frames import frame_table, size_text
from laporan.show.style import house_style
from laporan.show.svg import compact

# Of the marks in a figure, one after the other.
_COLORS = ("aksen", "hangat", "whatsapp", "hai-kemenkeu", "aksen-sedang", "live-chat", "redup")
_SIZE = (7.2, 4.0)
_ALTAIR = ("altair.vegalite.v5.api", "altair.vegalite.v6.api")
Bundle = Mapping[str, str]


def dress_kernel() -> None:
    """Set the style of charts and tables in the running kernel; elsewhere, do nothing."""
    shell: Any = get_ipython()
    if shell is None or not hasattr(shell, "kernel"):
        return
    colors = cycler(color=[load_brand()[name] for name in _COLORS])
    style: dict[Any, Any] = {**house_style(), "figure.figsize": _SIZE, "axes.prop_cycle": colors}
    mpl.rcParams.update(style)
    # Its own pictures would come before ours, and bear the time.
    InlineBackend.instance(parent=shell).figure_formats = set()
    formatter = shell.display_formatter
    bundles = formatter.mimebundle_formatter
    bundles.for_type(Figure, lambda figure, **_: figure_bundle(figure))
    if not any(name in os.environ for name in RENDERER_VARIABLES):
        return
    for version in _ALTAIR:
        # Known by its name: it is loaded by whoever uses it.
        bundles.for_type_by_name(version, "TopLevelMixin", lambda chart, **_: live_bundle(chart))
    writers: list[tuple[type, Callable[[Any], Bundle]]] = [
        (pd.DataFrame, frame_bundle),
        (pd.Series, lambda series: frame_bundle(series.to_frame())),
        (Styler, lambda styler: html_bundle(styler.to_html())),
        (GT, lambda gt: html_bundle(gt.as_raw_html())),
    ]
    for kind, write in writers:
        bundles.for_type(kind, lambda value, write=write, **_: write(value))
        # Any HTML among a cell's outputs makes Quarto load scripts from a network.
        formatter.formatters["text/html"].for_type(kind, lambda _: None)


def figure_bundle(figure: Figure) -> Bundle:
    """Give a figure as SVG that says what it shows."""
    write_ticks(figure)
    described = describe_figure(figure)
    fit_letters(figure)
    buffer = io.StringIO()
    figure.savefig(
        buffer, format="svg", bbox_inches="tight", metadata={"Date": None, "Creator": None}
    )
    head, mark, body = compact(buffer.getvalue()).partition(">")
    return {"image/svg+xml": f"{head}{mark}<desc>{escape(described)}</desc>{body}"}


def frame_bundle(frame: pd.DataFrame) -> Bundle:
    """Give a DataFrame as Markdown."""
    return {"text/markdown": own_table(frame_table(frame), size_text(frame))}


def html_bundle(html: str) -> Bundle:
    """Give HTML as Markdown: a table where it is one."""
    table = find_table(html, colored=True)
    return {"text/markdown": raw_block(html) if table is None else own_table(table)}
