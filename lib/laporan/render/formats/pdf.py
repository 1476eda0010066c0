"""The report on paper, by Typst."""

from __future__ import annotations

from pathlib import Path

from laporan.render.formats.format import Format, run_pandoc
from laporan.render.typesetting import compile_typst


def _make(report: str, look: Path, path: Path) -> None:
    source = look / "laporan-isi.typ"
    source.write_text(run_pandoc(report, look, "typst", "laporan.typ"), "utf-8")
    [pdf] = compile_typst(source, look, "PDF", pdf_standards=["ua-1"])
    path.write_bytes(pdf)


FORMAT = Format("pdf", "PDF", "laporan.pdf", "Laporan lengkap, siap cetak", "typst", _make)
