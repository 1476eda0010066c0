"""What pandoc leaves undone in a presentation: numbers, words of pictures, bytes."""

from __future__ import annotations

from copy import deepcopy
from itertools import count
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Pt

from laporan.dasar.brand import Brand
from laporan.render.office.package_bytes import write_document
from laporan.render.office.slide_reference import LINE, body_place

_CELL, _COVER = Pt(14), Pt(36)
_NO_NAME = "Gambar"


def finish_slides(path: Path, brand: Brand) -> None:
    """Finish the presentation that an engine made, so that it has the same bytes each time."""
    slides = Presentation(str(path))
    for slide in slides.slides:
        for shape in list(slide.shapes):
            if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
                _say_picture(slide, shape)
                _fill(shape, slides.slide_width)
            elif shape.has_table:
                _set_table(shape, brand)
        _number(slide)
        # Pandoc gives several shapes of a slide one number; who reads aloud tells them by it.
        for at, name in zip(count(1), slide.element.iter(qn("p:cNvPr")), strict=False):
            name.set("id", str(at))
    for paragraph in slides.slides[0].shapes.title.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.color.rgb = _COVER, _color(brand["malam"])
    slides.core_properties.language = "id-ID"
    write_document(path, slides)


def _say_picture(slide: Any, picture: Any) -> None:
    """Give a picture its words, which pandoc writes below it, in place of its file's name."""
    words = picture._element.getnext()
    text = ""
    if words is not None and words.tag == qn("p:sp"):
        text = "".join(each.text or "" for each in words.iter(qn("a:t")))
        slide.shapes._spTree.remove(words)
    picture._element.find(".//" + qn("p:cNvPr")).set("descr", text or _NO_NAME)


def _fill(picture: Any, width: int) -> None:
    """Let a picture take the room below the title."""
    left, top, room, height = body_place(width)
    wide, high = picture.image.size
    scale = min(room / wide, height / high)
    picture.width, picture.height = int(wide * scale), int(high * scale)
    picture.left, picture.top = left + (room - picture.width) // 2, top


def _set_table(shape: Any, brand: Brand) -> None:
    """Set a table in the brand's colours: a head, and rules between rows."""
    table = shape.table
    table.horz_banding = False
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            cell.fill.solid()
            ground = brand["malam"] if at == 0 else brand["lembut" if at % 2 else "kertas"]
            cell.fill.fore_color.rgb = _color(ground)
            for paragraph in cell.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = _CELL
                    run.font.color.rgb = _color(brand["kertas" if at == 0 else "tinta"])
        row.height = LINE


def _number(slide: Any) -> None:
    """Give a slide its number, as the field that its layout has for it."""
    numbers = (PP_PLACEHOLDER.SLIDE_NUMBER,)
    if any(shape.placeholder_format.type in numbers for shape in slide.placeholders):
        return
    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type in numbers:
            slide.shapes._spTree.append(deepcopy(shape._element))


def _color(color: str) -> Any:
    read: Any = RGBColor.from_string
    return read(color.lstrip("#").upper())
