"""What a PDF holds: for the eye, for the ear, and for programs."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
from pypdfium2 import raw

from laporan.prove.same.difference import squeezed

# Pixels a point: fine enough to see a bar that is a hair longer.
_SCALE = 1.5
_NEAR = 90  # points above or below a picture in which its caption is looked for

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class PaperPage:
    """A page: its text, what is read aloud for pictures, its marks, and where it leads."""

    text: str
    alts: tuple[str, ...]
    marks: tuple[str, ...]
    links: tuple[str, ...]


class Paper:
    """A PDF, read. Pages are drawn only when they are asked for."""

    def __init__(self, content: bytes) -> None:
        self._document = pypdfium2.PdfDocument(content)
        self.pages = tuple(map(_read_page, self._document))
        self.facts = _facts(self._document)
        self._drawn: dict[int, Pixels] = {}

    def drawn(self, number: int) -> Pixels:
        """Draw a page, counted from 0, in grey."""
        if number not in self._drawn:
            bitmap = self._document[number].render(scale=_SCALE, grayscale=True)
            self._drawn[number] = np.array(bitmap.to_numpy())
        return self._drawn[number]

    def near(self, number: int, box: tuple[float, float, float, float]) -> str:
        """Give the text in and about a part of a page: left, top, right, bottom in pixels."""
        page = self._document[number]
        height = page.get_height()
        top, bottom = box[1] / _SCALE, box[3] / _SCALE
        text = page.get_textpage().get_text_bounded(
            left=0, right=page.get_width(), top=height - top + 1, bottom=height - bottom - _NEAR
        )
        return squeezed(text) or squeezed(self.pages[number].text)


@lru_cache(maxsize=4)
def read_paper(content: bytes) -> Paper | None:
    """Read a PDF; nothing where it is none."""
    try:
        return Paper(content)
    except pypdfium2.PdfiumError:
        return None


def differing_box(found: Pixels, expected: Pixels) -> tuple[float, float, float, float] | None:
    """Give the part in which two drawn pages differ: left, top, right, bottom."""
    if found.shape != expected.shape:
        return 0, 0, float(found.shape[1]), float(found.shape[0])
    rows, columns = np.nonzero((found != expected).reshape(*found.shape[:2], -1).any(axis=2))
    if not rows.size:
        return None
    return float(columns.min()), float(rows.min()), float(columns.max()), float(rows.max())


def _read_page(page: Any) -> PaperPage:
    text = page.get_textpage().get_text_range().replace("\r\n", "\n")
    alts: list[str] = []
    marks: list[str] = []
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            _read_marks(raw.FPDF_StructTree_GetChildAtIndex(tree, index), alts, marks)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return PaperPage(text, tuple(alts), tuple(marks), tuple(_links(page, page.pdf)))


def _read_marks(element: Any, alts: list[str], marks: list[str]) -> None:
    marks.append(_wide(raw.FPDF_StructElement_GetType, element))
    alt = _wide(raw.FPDF_StructElement_GetAltText, element)
    alts += [squeezed(alt)] if alt else []
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _read_marks(child, alts, marks)


def _wide(function: Any, *arguments: Any) -> str:
    length = function(*arguments, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _links(page: Any, document: Any) -> Iterator[str]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        text = _wide(raw.FPDFAnnot_GetStringValue, annotation, b"Contents")
        box = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
        action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(annotation))
        address = ctypes.create_string_buffer(2048)
        raw.FPDFAction_GetURIPath(document, action, address, len(address))
        text += address.value.decode("ascii", "replace")
        edges = (box.left, box.top, box.right, box.bottom)
        yield f"anotasi {kind} di {', '.join(f'{edge:.1f}' for edge in edges)} {text}".strip()
        raw.FPDFPage_CloseAnnot(annotation)


def _facts(document: Any) -> dict[str, str]:
    facts = {f"keterangan {name}": value for name, value in document.get_metadata_dict().items()}
    outline = [bookmark.get_title() for bookmark in document.get_toc()]
    scripts = raw.FPDFDoc_GetJavaScriptActionCount(document)
    return facts | {
        "daftar isi berkas": " / ".join(outline),
        "lampiran": str(document.count_attachments()),
        "skrip": str(scripts),
    }
