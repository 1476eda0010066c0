"""The slides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from laporan.render.formats.format import Format, write_page

if TYPE_CHECKING:
    from laporan.render.document import Document


def _make(document: Document, look: Path, path: Path) -> None:
    reveal = ("-V", f"reveal-folder={look / 'reveal'}", "--slide-level=2")
    write_page(document, look, path, "revealjs", "slide.html", *reveal)


FORMAT = Format("slide", "slide", "slide.html", "Laporan sebagai slide", "revealjs", _make)
