"""The reference file of PowerPoint: pandoc's layouts in the brand's colours and type."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu

from laporan.dasar.brand import Brand
from laporan.render.office.word_reference import pandoc_reference

# The colours that PowerPoint offers whoever edits, by the names that the brand has for them.
_SCHEME = {
    "dk1": "tinta", "lt1": "kertas", "dk2": "malam", "lt2": "lembut", "accent1": "aksen",
    "accent2": "hangat", "accent3": "whatsapp", "accent4": "hai-kemenkeu", "accent5": "live-chat",
    "accent6": "pudar", "hlink": "aksen", "folHlink": "redup",
}  # fmt: skip
# Of a slide ten inches wide; text on it is as large as on a slide of the browser.
_EDGE, _TITLE_TOP, _TITLE_HEIGHT, _BODY_TOP, _BODY_HEIGHT, LINE = (
    Emu(int(inches * 914400)) for inches in (0.5, 0.3, 0.85, 1.25, 3.75, 0.3)
)


def body_place(width: int) -> tuple[int, int, int, int]:
    """Give the room below a slide's title: left, top, width, height."""
    return _EDGE, _BODY_TOP, width - 2 * _EDGE, _BODY_HEIGHT


def write_slide_reference(path: Path, brand: Brand) -> None:
    """Write the reference file of presentations."""
    slides = Presentation(BytesIO(pandoc_reference("reference.pptx")))
    _set_theme(slides, brand)
    for shapes in (slides.slide_master, *slides.slide_layouts):
        for shape in shapes.placeholders:
            _place(shape, shapes, slides.slide_width)
    _set_type(slides.slide_master)
    slides.save(str(path))


def _set_theme(slides: Any, brand: Brand) -> None:
    for part in _themes(slides):
        theme = etree.fromstring(part.blob)
        for name, color in _SCHEME.items():
            for entry in theme.iter(qn(f"a:{name}")):
                entry[:] = [etree.Element(qn("a:srgbClr"), val=brand[color].lstrip("#"))]
        for kind in ("majorFont", "minorFont"):
            for fonts in theme.iter(qn(f"a:{kind}")):
                for latin in fonts.iterchildren(qn("a:latin")):
                    latin.set("typeface", brand.family)
        part._blob = etree.tostring(theme, encoding="UTF-8", xml_declaration=True, standalone=True)


def _themes(slides: Any) -> Iterator[Any]:
    return (p for p in slides.part.package.iter_parts() if "/theme/" in str(p.partname))


_TITLES = (1, 3)
_BODIES = (2, 7)


def _place(shape: Any, on: Any, width: int) -> None:
    """Put titles at the left, and what they stand over below them."""
    kind = int(shape.placeholder_format.type)
    if on.name == "Title Slide":
        for level in shape._element.iter(qn("a:lvl1pPr")):
            level.set("algn", "l")
        return
    if kind in _TITLES:
        shape.left, shape.top = _EDGE, _TITLE_TOP
        shape.width, shape.height = width - 2 * _EDGE, _TITLE_HEIGHT
    elif kind in _BODIES and on.name in ("", "Title and Content"):
        shape.left, shape.top, shape.width, shape.height = body_place(width)


def _set_type(master: Any) -> None:
    """Set sizes and alignment of all titles and texts, in the master's own styles."""
    styles = master.element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    run = title.find(qn("a:defRPr"))
    run.set("sz", "2400")
    run.set("b", "1")
    for level, size in enumerate(("1800", "1600", "1400"), start=1):
        body = styles.find(qn("p:bodyStyle")).find(qn(f"a:lvl{level}pPr"))
        body.find(qn("a:defRPr")).set("sz", size)
