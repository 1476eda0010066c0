"""Side sources that are not fit: what is wrong with them withholds their figures, and no other's.

Only what makes the tickets' figures wrong stops a report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from laporan.clean.koreksi.written import PEMERIKSAAN
from laporan.dasar.temuan import Temuan
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData


def held_back(month: MonthData) -> MonthData:
    """Give a month without the side sources that what was found in them speaks against."""
    return replace(month.without(unfit(month.temuan)), temuan=tuple(map(withholding, month.temuan)))


def unfit(findings: Iterable[Temuan]) -> tuple[str, ...]:
    """Name the side sources of findings that block."""
    return tuple(dict.fromkeys(each.sumber for each in findings if _concerns_side(each)))


def withholding(finding: Temuan) -> Temuan:
    """Let a finding withhold its source in place of blocking, where that is a side source."""
    if not _concerns_side(finding):
        return finding
    return replace(finding, menghentikan=False, menahan=True)


def _concerns_side(finding: Temuan) -> bool:
    # A correction that does not fit is a mistake of who wrote it, who is told at once.
    return finding.menghentikan and finding.pemeriksaan != PEMERIKSAAN and is_side(finding.sumber)


def is_side(sumber: str) -> bool:
    """Tell whether a report can be made without a source."""
    return sumber in SOURCES and not SOURCES[sumber].required
