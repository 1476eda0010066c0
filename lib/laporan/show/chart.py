"""A chart with what must be said with it."""

from __future__ import annotations

import base64
import io
import os
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from laporan.bulan import Bulan
from laporan.project import Project
from laporan.show.display import Display, Markdown
from laporan.show.markup import escape


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
    """

    figure: Figure
    name: str
    caption: Markdown
    alt: str
    bulan: Bulan

    def markdown(self) -> str:
        """Write the picture, and give Markdown that shows it with caption and alt text."""
        path = self._write_svg()
        # Quarto and pandoc look for the picture from where the notebook runs.
        relative = Path(os.path.relpath(path)).as_posix()
        alt = escape(self.alt)
        return f'![{self.caption.text}](<{relative}>){{#fig-{self.name} fig-alt="{alt}"}}'

    def html(self) -> str:
        """Give the picture itself and its caption."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png", dpi=110)
        picture = base64.b64encode(buffer.getvalue()).decode()
        return f'<img src="data:image/png;base64,{picture}">{self.caption.html()}'

    def _write_svg(self) -> Path:
        folder = Project.find().processed(self.bulan) / "gambar"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.name}.svg"
        part = folder / f".{self.name}.{os.getpid()}.svg"
        with mpl.rc_context({"svg.hashsalt": "laporan", "svg.fonttype": "path"}):
            self.figure.savefig(part, format="svg", metadata={"Date": None, "Creator": None})
        part.replace(path)
        return path
