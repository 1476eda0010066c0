"""The page."""

from __future__ import annotations

from pathlib import Path

from laporan.render.formats.format import Format, write_page


def _make(report: str, look: Path, path: Path) -> None:
    sections = ("--section-divs", "--toc", "--toc-depth=2")
    write_page(report, look, path, "html5", "laporan.html", *sections)


ISI = "Laporan lengkap, untuk dibaca di layar"
FORMAT = Format("html", "HTML", "laporan.html", ISI, "html", _make)
