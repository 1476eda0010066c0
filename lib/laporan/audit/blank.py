"""A drawing surface that keeps only a picture's size: the audit reads text, not pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from matplotlib.backend_bases import FigureCanvasBase, register_backend
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.cbook import open_file_cm

_FORMAT = "svg"
_USUAL = "matplotlib.backends.backend_svg"


class FigureCanvas(FigureCanvasBase):
    """Writes an empty SVG of the figure's size."""

    def print_svg(self, file: Any, **_: Any) -> None:
        """Write the size, as the renderers' filters read it."""
        width, height = self.figure.get_size_inches() * 72
        if isinstance(file, io.BytesIO):
            # matplotlib asks for a renderer in this way, and stops the drawing at once.
            renderer: Any = RendererSVG
            self.figure.draw(renderer(width, height, io.StringIO()))
            return
        size = f'width="{width:g}pt" height="{height:g}pt" viewBox="0 0 {width:g} {height:g}"'
        with open_file_cm(file, "w", encoding="utf-8") as target:
            target.write(f'<svg xmlns="http://www.w3.org/2000/svg" {size}></svg>')


@contextmanager
def blank_pictures() -> Iterator[None]:
    """Let pictures be saved as empty ones of the same size."""
    register_backend(_FORMAT, __name__)
    try:
        yield
    finally:
        register_backend(_FORMAT, _USUAL)
