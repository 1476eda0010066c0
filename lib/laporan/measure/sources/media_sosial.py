"""Followers of social media, as noted by hand."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import Indikator, define

PENGIKUT = define(
    "media_sosial.pengikut", "Pengikut", "akun",
    "Akun pengikut pada akhir bulan", "seluruh pengikut media itu", "media_sosial",
)  # fmt: skip
AKUN_DESA = define(
    "media_sosial.akun_desa", "Akun desa", "akun",
    "Akun pemerintah desa yang mengikuti", "seluruh pengikut", "media_sosial",
)  # fmt: skip
AKUN_DESA_BARU = define(
    "media_sosial.akun_desa_baru", "Akun desa baru", "akun",
    "Akun pemerintah desa yang mulai mengikuti pada bulan itu", "seluruh akun desa",
    "media_sosial",
)  # fmt: skip


def series_media_sosial(
    media_sosial: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Angka]:
    """Give the followers at the end of the month."""
    return _noted(media_sosial, bulan, "pengikut", PENGIKUT)


def detail_media_sosial(
    media_sosial: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Angka]:
    """Give the village governments among the followers."""
    return [
        *_noted(media_sosial, bulan, "akun_desa_baru", AKUN_DESA_BARU),
        *_noted(media_sosial, bulan, "akun_desa", AKUN_DESA),
    ]


def _noted(
    media_sosial: pd.DataFrame, bulan: Bulan, column: str, indikator: Indikator
) -> list[Angka]:
    """Take a column as it was noted; row by row, so that a medium noted twice is refused."""
    rows = media_sosial[["media", column]].dropna()
    return [
        indikator.part(bulan, "media", str(media), float(value))
        for media, value in zip(rows["media"], rows[column], strict=True)
    ]
