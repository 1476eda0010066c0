"""What the analysts conclude and suggest, in their own words."""

from __future__ import annotations

from laporan.sections.report import Report
from laporan.show import Markdown, sentence


def sentence_evaluasi(lap: Report) -> Markdown:
    """Give the notes under "Evaluasi dan saran", or say that there are none."""
    notes = lap.catatan.get("Evaluasi dan saran")
    if notes is None:
        return sentence("Tidak ada catatan evaluasi dan saran untuk {bulan}.", bulan=lap.bulan)
    return notes
