"""The head of the report: title, month, language."""

from __future__ import annotations

from laporan.formats import daftar
from laporan.report import Report
from laporan.show import Markdown, box, sentence


def judul(lap: Report) -> Markdown:
    """Give the metadata block that the renderers read title and language from."""
    lines = [
        "title: Laporan Layanan Informasi DJPK",
        f"subtitle: {lap.bulan.label}",
        "lang: id-ID",
    ]
    if lap.contoh:
        lines.append(f"catatan-kaki: Data contoh ({_months(lap)}), bukan data sebenarnya")
    return Markdown("\n".join(["---", *lines, "---"]))


def sentence_contoh(lap: Report) -> Markdown:
    """Warn that the figures are made up, where they are; nothing for a real month."""
    if not lap.contoh:
        return Markdown("")
    return box(
        "catatan",
        sentence(
            "**Data contoh.** Angka laporan ini bertumpu pada data buatan ({bulan}), bukan pada "
            "data layanan yang sebenarnya.",
            bulan=_months(lap),
        ),
    )


def _months(lap: Report) -> str:
    return daftar(bulan.label for bulan in lap.contoh)
