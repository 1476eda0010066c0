"""What a cell shows in JupyterLab, in the look of the page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from laporan.dasar.brand import load_brand

_COLOR = re.compile("@([a-z-]+)@")


def dress_output(html: str) -> str:
    """Put a cell's HTML into a box that has the style of the page.

    Each output has it for itself: JupyterLab may show any one of them without the others.
    """
    return f'<div class="laporan-sel"><style>{_style()}</style>\n{html}\n</div>'


@cache
def _style() -> str:
    text = (files(__package__) / "lab.css").read_text("utf-8")
    return _COLOR.sub(lambda found: load_brand()[found[1]], text)
