"""The page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from laporan.render.formats.format import Format, write_page

if TYPE_CHECKING:
    from laporan.render.document import Document


def _make(document: Document, look: Path, path: Path) -> None:
    sections = ("--section-divs", "--toc", "--toc-depth=2")
    write_page(document, look, path, "html5", "laporan.html", *sections)


ISI = "Laporan lengkap, untuk dibaca di layar"
FORMAT = Format("html", "HTML", "laporan.html", ISI, "html", _make)
