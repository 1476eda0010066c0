"""The slides."""

from pathlib import Path

from laporan.render.document import Document
from laporan.render.formats.format import Format, write_page


def _make(document: Document, look: Path, path: Path) -> None:
    reveal = ("-V", f"reveal-folder={look / 'reveal'}", "--slide-level=2")
    write_page(document, look, path, "revealjs", "slide.html", *reveal)


FORMAT = Format("slide", "slide", "slide.html", "Laporan sebagai slide", "revealjs", _make)
