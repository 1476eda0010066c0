"""Drawings as pixels: Word and PowerPoint take an SVG only beside a picture that stands for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from laporan.render.typesetting import compile_typst

if TYPE_CHECKING:
    from laporan.render.document import Document

# A chart of the page's width then has more pixels than any screen that shows it.
_PER_INCH = 192
_VECTOR = ".svg"


def in_pixels(document: Document, look: Path) -> Document:
    """Give a copy of a document whose drawings are PNGs, in a folder of their own.

    Parameters
    ----------
    document
        The report, with pictures by absolute paths.
    look
        The theme's folder, which holds the fonts that drawings may write with.
    """
    folder = look / "piksel"
    folder.mkdir(exist_ok=True)
    drawn = [name for name in document.images if name.endswith(_VECTOR) and Path(name).is_file()]
    pages = dict(zip(drawn, _rasterised(drawn, look), strict=True))
    places = {name: folder / f"{at}-{Path(name).stem}.png" for at, name in enumerate(drawn)}
    for name, png in pages.items():
        places[name].write_bytes(png)
    return document.with_images(lambda name: str(places.get(name, name)))


def _rasterised(drawings: list[str], look: Path) -> list[bytes]:
    if not drawings:
        return []
    page = "#set page(width: auto, height: auto, margin: 0pt)\n"
    images = (f"#image({json.dumps(name, ensure_ascii=False)})" for name in drawings)
    source = look / "piksel.typ"
    source.write_text(page + "\n#pagebreak()\n".join(images), "utf-8")
    return compile_typst(source, look, "Gambar", format="png", ppi=_PER_INCH)
