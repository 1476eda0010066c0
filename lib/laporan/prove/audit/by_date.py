"""Ways to prove a date, a month or a year: by the row or the figure that it is said of."""

from __future__ import annotations

import re
from datetime import date

from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.prove.audit.blocks import Block
from laporan.prove.audit.claims import DATE, Claim
from laporan.prove.audit.evidence import Evidence
from laporan.prove.audit.spelling import spell_day

_SNAPSHOT = re.compile(r"[Pp]otret (\d+) \($")
_UNTIL = re.compile(r"\b(per|s\.d\.|sampai) $", re.IGNORECASE)


def by_date(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a part of a date, of a month, or a year that stands alone."""
    for match in DATE.finditer(block.text):
        if match.start() <= claim.start < match.end():
            month = Bulan(int(match[3]), NAMA_BULAN.index(match[2]) + 1)
            if match[1]:
                return _is_day_said(month, int(match[1]), block, match.start(), evidence)
            return month in _months_said(block, match.start(), evidence)
    year = claim.text
    if len(year) == 4 and year.isdigit():
        before = block.text[: claim.start].split()
        follows_a_word = bool(before) and before[-1][0].isalpha()
        return follows_a_word and int(year) in _years_said(claim, block, evidence)
    return False


def _is_day_said(month: Bulan, day: int, block: Block, start: int, evidence: Evidence) -> bool:
    """Prove a full date by the row that has it, or as the end of the report's month.

    A date in a cell is proven with its row; here it stands in a sentence.
    """
    if not 1 <= day <= month.last_day.day:
        return False
    said, before = date(month.tahun, month.nomor, day), block.text[:start]
    snapshot = _SNAPSHOT.search(before)
    if snapshot is not None:
        wanted = {snapshot[1], spell_day(said)}
        return any(wanted <= set(row) for row in evidence.rows)
    return _UNTIL.search(before) is not None and said == evidence.bulan.last_day


def _years_said(claim: Claim, block: Block, evidence: Evidence) -> set[int]:
    said = {evidence.bulan.tahun}
    if re.search(r"[Tt]ahun $", block.text[: claim.start]) or "sejak Januari " in block.text:
        said.add(evidence.bulan.tahun - 1)
    return said


def _months_said(block: Block, position: int, evidence: Evidence) -> set[Bulan]:
    """Give the months that a block speaks of: the report's, and those of its figures."""
    months = {evidence.bulan}
    for run in block.runs:
        month = Bulan.parse(run.key[0])
        months.add(month)
        if run.key[1].endswith(("_bulan_lalu", ".perubahan_bulanan")):
            months.add(month.previous)
        if run.key[1].endswith(("_tahun_lalu", ".perubahan_tahunan")):
            months.add(month.year_before)
    before = block.text[:position]
    if before.endswith("sejak "):
        months |= {evidence.bulan.year_to_date[0], evidence.first_month}
    if block.row and not block.line:
        return {evidence.bulan, evidence.bulan.previous, evidence.bulan.year_before}
    if re.search(r"(dari|terhadap|seperti|dengan|pada|jumlah|tiket|:.*) $", before):
        months.add(evidence.bulan.previous)
    if re.search(r"(Tidak ada pembanding|tidak mempunyai)", block.text) or not before:
        months.add(evidence.bulan.year_before)
    if evidence.lap.contoh and "ontoh" in block.text:
        months |= set(evidence.lap.contoh)
    return months
