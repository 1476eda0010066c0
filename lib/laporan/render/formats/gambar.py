"""The first page as a picture for a chat."""

from __future__ import annotations

from pathlib import Path

from laporan.render.formats.format import Format, first_page, run_pandoc
from laporan.render.typesetting import compile_typst

# A point of the template is a pixel.
_PER_INCH = 72


def _make(report: str, look: Path, path: Path) -> None:
    source = look / "bagikan-isi.typ"
    picture = first_page("gambar", look)
    source.write_text(run_pandoc(report, look, "typst", "bagikan.typ", *picture), "utf-8")
    [png] = compile_typst(source, look, "Gambar", format="png", ppi=_PER_INCH)
    path.write_bytes(png)


FORMAT = Format(
    "gambar", "gambar", "bagikan.png", "Halaman pertama sebagai gambar, untuk dibagikan", "", _make,
    asked=True,
)  # fmt: skip
