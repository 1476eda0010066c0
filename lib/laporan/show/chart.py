"""A chart with what must be said with it."""

from __future__ import annotations

import base64
import io
import os
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.show.display import Display, Markdown
from laporan.show.download import download
from laporan.show.markup import escape
from laporan.show.svg import compact
from laporan.show.undrawn import empty_svg, is_drawn


@dataclass(frozen=True)
class Chart(Display):
    """A drawn figure.

    Attributes
    ----------
    figure
        Drawn by matplotlib or seaborn.
    name
        Short and unique in the report: ``kanal`` becomes ``#fig-kanal``.
    caption
        What is to be seen, and the source.
    alt
        What the picture says, in words and figures, for those who don't see it.
    bulan
        The report's month; the picture is kept beside the month's cleaned tables.
    data
        What is drawn, mark by mark, for those who want to reckon with it.
    wide
        Whether the page gives it the whole width, and its caption no place beside it.
    narrow
        The same drawn for a telephone.
    """

    figure: Figure
    name: str
    caption: Markdown
    alt: str
    bulan: Bulan
    data: pd.DataFrame
    wide: bool = False
    narrow: Figure | None = None

    def markdown(self) -> str:
        """Write the picture, and give Markdown that shows it with caption and alt text."""
        path = _write_svg(self.figure, self.name, self.bulan)
        wide = " .lebar" if self.wide else ""
        alt = escape(self.alt)
        shown = f'![{self.caption.text}](<{path}>){{#fig-{self.name}{wide} fig-alt="{alt}"}}'
        return f"{shown}\n\n::: {{.unduh}}\n\n{self._extras()}\n\n:::"

    def html(self) -> str:
        """Give the picture itself and its caption."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png", dpi=110)
        picture = base64.b64encode(buffer.getvalue()).decode()
        return f'<img src="data:image/png;base64,{picture}">{self.caption.html()}'

    def _extras(self) -> str:
        """Give what only the page has: the narrow picture, and the data."""
        parts = []
        if self.narrow is not None:
            path = _write_svg(self.narrow, f"{self.name}-sempit", self.bulan)
            parts.append(f"![](<{path}>){{.sempit}}")
        parts.append(download(self.data, f"{self.name}-{self.bulan}.csv"))
        return "\n\n".join(parts)


def picture_path(name: str, bulan: Bulan) -> Path:
    """Give the place of a picture of the report."""
    folder = Project.find().processed(bulan) / "gambar"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.svg"


def _write_svg(figure: Figure, name: str, bulan: Bulan) -> str:
    path = picture_path(name, bulan)
    if not is_drawn():
        return write_picture(path, empty_svg(figure))
    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "laporan", "svg.fonttype": "path"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return write_picture(path, compact(buffer.getvalue()))


def write_picture(path: Path, svg: str) -> str:
    """Write a picture whole, and give its path for Quarto and pandoc.

    Those look from where the notebook runs.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(svg, "utf-8")
    part.replace(path)
    return Path(os.path.relpath(path)).as_posix()
