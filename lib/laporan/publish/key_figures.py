"""The figures that an issue is known by, on the archive page and on its own."""

from __future__ import annotations

from typing import NamedTuple


class KeyFigure(NamedTuple):
    """A figure by its name, and how it is printed."""

    indikator: str
    label: str
    decimals: int = 0


TIKET = KeyFigure("tiket.jumlah", "Tiket konsultasi")
KEY_FIGURES = (
    TIKET,
    KeyFigure("lapor.jumlah", "Email Lapor"),
    KeyFigure("video_conference.jumlah", "Video conference"),
    KeyFigure("tatap_muka.jumlah", "Konsultasi tatap muka"),
    KeyFigure("ppid.jumlah", "Layanan PPID"),
    KeyFigure("kepuasan.nilai", "Kepuasan (dari\u00a05)", 2),
)
