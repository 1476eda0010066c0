"""The report on paper, by Typst."""

from __future__ import annotations

from pathlib import Path

import typst

from laporan.dasar.errors import LaporanError
from laporan.render.formats.format import Format, run_pandoc


def _make(report: str, look: Path, path: Path) -> None:
    source = look / "laporan-isi.typ"
    source.write_text(run_pandoc(report, look, "typst", "laporan.typ"), "utf-8")
    try:
        pdf = typst.compile(
            str(source),
            root="/",
            font_paths=[str(look / "huruf")],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except RuntimeError as error:
        raise LaporanError(f"PDF tidak dapat disusun oleh Typst: {error}") from error
    path.write_bytes(pdf)


FORMAT = Format("pdf", "PDF", "laporan.pdf", "Laporan lengkap, siap cetak", "typst", _make)
