"""Followers of the social media, kept by hand."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.dasar.indonesian import angka
from laporan_sample.sample import Sample
from laporan_sample.workbook import Cell, Sheet, workbook


def write_media_sosial(sample: Sample) -> dict[str, bytes]:
    """Write followers and village accounts, numbers partly as text."""
    media = sample.month.media
    rows: list[Sequence[Cell]] = [
        [
            "Instagram",
            angka(media["ig_pengikut"]),
            media["ig_desa_baru"],
            media["ig_desa"],
        ],
        ["Twitter", angka(media["tw_pengikut"]), "-", "-"],
        ["Facebook", angka(media["fb_pengikut"]), "-", None],
    ]
    written = workbook(
        Sheet(
            "Pengikut",
            ["Media", "Pengikut", "Akun Desa Baru", "Akun Desa"],
            rows,
            title=["Pengikut Media Sosial DJPK", f"Per akhir {sample.bulan.label}"],
            widths=[14, 12, 16, 12],
        )
    )
    return {"media-sosial.xlsx": written}
