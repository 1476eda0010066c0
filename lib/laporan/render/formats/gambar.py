"""The first page as a picture for a chat."""

from __future__ import annotations

from pathlib import Path

import typst

from laporan.dasar.errors import LaporanError
from laporan.render.formats.format import Format, first_page, run_pandoc

# A point of the template is a pixel.
_PER_INCH = 72


def _make(report: str, look: Path, path: Path) -> None:
    source = look / "bagikan-isi.typ"
    picture = first_page("gambar", look)
    source.write_text(run_pandoc(report, look, "typst", "bagikan.typ", *picture), "utf-8")
    try:
        png = typst.compile(
            str(source),
            root="/",
            format="png",
            ppi=_PER_INCH,
            font_paths=[str(look / "huruf")],
            ignore_system_fonts=True,
        )
    except RuntimeError as error:
        raise LaporanError(f"Gambar tidak dapat disusun oleh Typst: {error}") from error
    path.write_bytes(png)


FORMAT = Format(
    "gambar", "gambar", "bagikan.png", "Halaman pertama sebagai gambar, untuk dibagikan", "", _make,
    asked=True,
)  # fmt: skip
