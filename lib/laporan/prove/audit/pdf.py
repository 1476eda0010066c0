"""The text of a PDF, page by page, and the alternative texts in its structure."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from laporan.prove.audit.blocks import squeeze


@dataclass(frozen=True)
class PdfText:
    """What a PDF says: to those who see it, and to those who hear it."""

    pages: tuple[str, ...]
    alts: tuple[str, ...]


def read_pdf(source: Path | bytes) -> PdfText:
    """Read a PDF; raises what pypdfium2 raises where it is none."""
    with pypdfium2.PdfDocument(source) as document:
        pages, alts = [], []
        for page in document:
            pages.append(page.get_textpage().get_text_range().replace("\r\n", "\n"))
            alts += _page_alts(page)
    return PdfText(tuple(pages), tuple(alts))


def _page_alts(page: Any) -> list[str]:
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        roots = [raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
        return [alt for root in roots for alt in _alts(root)]
    finally:
        raw.FPDF_StructTree_Close(tree)


def _alts(element: Any) -> Iterator[str]:
    length = raw.FPDF_StructElement_GetAltText(element, None, 0)
    if length > 2:
        buffer = ctypes.create_string_buffer(length)
        raw.FPDF_StructElement_GetAltText(element, buffer, length)
        yield squeeze(buffer.raw.decode("utf-16-le").rstrip("\0"))
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _alts(child)
