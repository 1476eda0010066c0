"""The report for Word, to be edited."""

from __future__ import annotations

from pathlib import Path

from laporan.dasar.brand import load_brand
from laporan.render.formats.format import Beside, Format, write_file

REFERENCE = "acuan.docx"


def prepare(look: Path) -> None:
    """Write the reference file beside the theme."""
    from laporan.render.office.word_reference import write_word_reference

    write_word_reference(look / REFERENCE, load_brand())


def _make(report: str, look: Path, path: Path) -> None:
    write_file(report, look, path, "docx", f"--reference-doc={look / REFERENCE}")


def _finish(path: Path, _: Beside) -> None:
    from laporan.render.office.word import finish_word

    finish_word(path)


FORMAT = Format(
    "docx", "Word", "laporan.docx", "Laporan lengkap, untuk disunting di Word", "docx", _make,
    asked=True, pixels=True, prepare=prepare, finish=_finish,
)  # fmt: skip
