"""What may be told outside the machine of a month: lines in which nothing personal stands."""

from __future__ import annotations

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.prove.privacy.privacy_month import finder_of

WITHHELD = "(baris ini memuat data pribadi; bacalah di mesinnya)"
UNREADABLE = (
    "(rinciannya tidak disertakan: ekspornya tidak dapat dibaca, jadi tidak dapat diperiksa)"
)


def without_personal(project: Project, bulan: Bulan, texts: list[str]) -> list[str]:
    """Give texts without the lines that hold a personal value of the exports, or look like one.

    What can't be looked through is withheld as a whole.
    """
    try:
        finder = finder_of(project, bulan)
    except LaporanError:
        return [UNREADABLE if text else "" for text in texts]
    left = [
        "\n".join(WITHHELD if finder.kinds(line) else line for line in text.splitlines())
        for text in texts
    ]
    # A value of several lines is in none of them alone.
    return [WITHHELD if finder.kinds(text) else text for text in left]
