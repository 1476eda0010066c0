"""The quality report, which must say what the book of the cleaning says."""

from __future__ import annotations

from laporan.check.quality import quality_html
from laporan.dasar.project import Project
from laporan.prove.audit.blocks import read_blocks
from laporan.prove.audit.claims import claims_in
from laporan.prove.audit.compare import compare_blocks
from laporan.prove.audit.verdict import Audit, Unproven
from laporan.read.folder import CONTOH
from laporan.render.results import MUTU
from laporan.sections.report import Report


def judge_quality(project: Project, lap: Report, page: str) -> Audit:
    """Judge the text of a finished quality report against one made anew."""
    contoh = (project.raw(lap.bulan) / CONTOH).exists()
    expected = quality_html(lap.bersih, contoh=contoh)
    differences, equal = compare_blocks(read_blocks(expected), read_blocks(page))
    return Audit(
        sum(1 for block in equal for _ in claims_in(block.text)),
        tuple(Unproven(MUTU, each.place, each.shown, each.reason) for each in differences),
    )
