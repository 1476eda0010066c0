"""Complaints, as the analysts wrote them down."""

from __future__ import annotations

from laporan.sections.report import Report
from laporan.show import Markdown, sentence


def sentence_pengaduan(lap: Report) -> Markdown:
    """Give the complaints about others."""
    return _written(lap, "Pengaduan")


def sentence_keluhan(lap: Report) -> Markdown:
    """Give the complaints about the service."""
    return _written(lap, "Keluhan")


def _written(lap: Report, name: str) -> Markdown:
    return lap.catatan.get(name) or sentence(
        "Catatan {nama} untuk {bulan} belum ditulis.", nama=name.lower(), bulan=lap.bulan
    )
