"""The report's messages for PowerPoint, to be edited."""

from __future__ import annotations

from pathlib import Path

from laporan.dasar.brand import load_brand
from laporan.render.formats.format import Beside, Format, write_file

REFERENCE = "acuan.pptx"


def _prepare(look: Path) -> None:
    from laporan.render.office.slide_reference import write_slide_reference

    write_slide_reference(look / REFERENCE, load_brand())


def _make(report: str, look: Path, path: Path) -> None:
    reference = f"--reference-doc={look / REFERENCE}"
    write_file(report, look, path, "pptx", reference, "--slide-level=2")


def _finish(path: Path, _: Beside) -> None:
    from laporan.render.office.slides import finish_slides

    finish_slides(path, load_brand())


FORMAT = Format(
    "pptx", "PowerPoint", "slide.pptx", "Pokok laporan sebagai slide, untuk disunting di "
    "PowerPoint", "pptx", _make, asked=True, pixels=True, prepare=_prepare, finish=_finish,
)  # fmt: skip
