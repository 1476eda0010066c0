"""The slides."""

from __future__ import annotations

from pathlib import Path

from laporan.render.formats.format import Format, write_page


def _make(report: str, look: Path, path: Path) -> None:
    reveal = ("-V", f"reveal-folder={look / 'reveal'}", "--slide-level=2")
    write_page(report, look, path, "revealjs", "slide.html", *reveal)


FORMAT = Format("slide", "slide", "slide.html", "Laporan sebagai slide", "revealjs", _make)
