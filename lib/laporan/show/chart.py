"""A chart with what must be said with it."""

from __future__ import annotations

import base64
import html
import io
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.whole_file import write_whole
from laporan.show.display import Display, Markdown
from laporan.show.download import download
from laporan.show.drawn import draw_once
from laporan.show.keyed import plain_alt
from laporan.show.markup import escape
from laporan.show.pane import PAGE, PHONE, Pane
from laporan.show.style import in_house_style
from laporan.show.svg import compact

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Chart(Display):
    """A drawn figure.

    Attributes
    ----------
    draw
        Draws the figure for a pane, by matplotlib or seaborn; once for the page, once for a
        telephone.
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
    keys
        The figure's key for each row, of each column of numbers; ``+`` joins those of a sum.
    wide
        Whether the page gives it the whole width, and its caption no place beside it.
    """

    draw: Callable[[Pane], Figure]
    name: str
    caption: Markdown
    alt: Markdown
    bulan: Bulan
    data: pd.DataFrame
    keys: Mapping[str, Sequence[str]]
    wide: bool = False

    def markdown(self) -> str:
        """Write the picture, and give Markdown that shows it with caption and alt text."""
        path = self._write(PAGE, self.name)
        wide = " .lebar" if self.wide else ""
        alt, keys = plain_alt(self.alt)
        shown = (
            f"![{self.caption.text}](<{path}>)"
            f'{{#fig-{self.name}{wide} fig-alt="{escape(alt)}" bukti-alt="{keys}"}}'
        )
        return f"{shown}\n\n::: {{.unduh}}\n\n{self._extras()}\n\n:::"

    def html(self) -> str:
        """Give the picture itself and its caption."""
        buffer = io.BytesIO()
        with in_house_style():
            _drawn(self.draw, PAGE).savefig(buffer, format="png", dpi=110)
        picture = base64.b64encode(buffer.getvalue()).decode()
        alt = html.escape(plain_alt(self.alt)[0])
        image = f'<img alt="{alt}" src="data:image/png;base64,{picture}">'
        return f"<figure>{image}<figcaption>{self.caption.html()}</figcaption></figure>"

    def _extras(self) -> str:
        """Give what only the page has: the narrow picture, and the data."""
        path = self._write(PHONE, f"{self.name}-sempit")
        data = download(self.data, f"{self.name}-{self.bulan}.csv", self.keys)
        return f"![](<{path}>){{.sempit}}\n\n{data}"

    def _write(self, pane: Pane, name: str) -> str:
        with in_house_style() as style:
            kept = Project.find().drawings(self.bulan)
            svg = draw_once(lambda: self._svg(pane), kept, self.draw, pane, style)
        return write_picture(picture_path(name, self.bulan), svg)

    def _svg(self, pane: Pane) -> str:
        buffer = io.StringIO()
        figure = _drawn(self.draw, pane)
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
        return compact(buffer.getvalue())


def _drawn(draw: Callable[[Pane], Figure], pane: Pane) -> Figure:
    from laporan.show.figure_letters import fit_letters  # with matplotlib, which is slow to load

    figure = draw(pane)
    fit_letters(figure)
    return figure


def picture_path(name: str, bulan: Bulan) -> Path:
    """Give the place of a picture of the report."""
    folder = Project.find().processed(bulan) / "gambar"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.svg"


def write_picture(path: Path, svg: str) -> str:
    """Write a picture whole, and give its path for Quarto and pandoc.

    Those look from where the notebook runs.
    """
    write_whole(path, svg)
    return Path(os.path.relpath(path)).as_posix()
