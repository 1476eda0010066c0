"""The audit of a finished month: its files, read again."""

from __future__ import annotations

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.prove.audit.basis import prepare
from laporan.prove.audit.expected import HTML, PDF, SLIDE
from laporan.prove.audit.judge import judge_page, judge_pdf
from laporan.prove.audit.pdf import read_pdf
from laporan.prove.audit.quality import judge_quality
from laporan.prove.audit.verdict import Audit
from laporan.render.results import MUTU


def audit_month(project: Project, bulan: Bulan) -> Audit:
    """Prove every number and every word of direction in a month's finished files.

    Raises
    ------
    LaporanError
        If the month was not rendered, or can't be opened.
    """
    folder = project.output(bulan)
    basis = prepare(project, bulan)
    audits = [Audit(0, basis.unproven)]
    for name in (HTML, SLIDE):
        if (folder / name).is_file():
            audits.append(judge_page(basis, name, (folder / name).read_text("utf-8")))
    if (folder / PDF).is_file():
        audits.append(judge_pdf(basis, read_pdf(folder / PDF)))
    if (folder / MUTU).is_file():
        page = (folder / MUTU).read_text("utf-8")
        audits.append(judge_quality(project, basis.evidence.lap, page))
    return Audit(
        sum(audit.proven for audit in audits),
        tuple(item for audit in audits for item in audit.unproven),
    )
