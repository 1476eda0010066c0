"""The figures that an issue is known by, on the archive page and on its own."""

from __future__ import annotations

from typing import NamedTuple

from laporan.measure.angka import Angka

_SCALE = "skala 1-"


class KeyFigure(NamedTuple):
    """A figure by its name, and how it is printed."""

    indikator: str
    label: str
    decimals: int = 0


TIKET = KeyFigure("tiket.jumlah", "Tiket")
KEY_FIGURES = (
    TIKET,
    KeyFigure("lapor.jumlah", "Email Lapor"),
    KeyFigure("video_conference.jumlah", "Video conference"),
    KeyFigure("tatap_muka.jumlah", "Konsultasi tatap muka"),
    KeyFigure("ppid.jumlah", "Layanan PPID"),
    KeyFigure("kepuasan.nilai", "Kepuasan", 2),
)


def out_of(figure: Angka | None) -> str:
    """Say of a rating the highest that its month's form has: ``dari 5``; nothing of a count."""
    if figure is None or not figure.satuan.startswith(_SCALE):
        return ""
    return f"dari\u00a0{figure.satuan.removeprefix(_SCALE)}"
