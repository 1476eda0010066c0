"""The covering letter of the report."""

from __future__ import annotations

from pathlib import Path

from laporan.render.formats.docx import REFERENCE, prepare
from laporan.render.formats.format import Beside, Format, first_page, write_file


def _make(report: str, look: Path, path: Path) -> None:
    reference = f"--reference-doc={look / REFERENCE}"
    write_file(report, look, path, "docx", reference, *first_page("surat", look))


def _finish(path: Path, beside: Beside) -> None:
    from laporan.render.office.letter import finish_letter

    finish_letter(path, beside)


FORMAT = Format(
    "nota", "nota dinas", "nota.docx", "Nota dinas pengantar laporan", "", _make,
    asked=True, published=False, pixels=True, prepare=prepare, finish=_finish,
)  # fmt: skip
