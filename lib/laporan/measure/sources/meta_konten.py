"""Posts on Facebook and Instagram, and whom they reached."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts
from laporan.measure.indikator import define
from laporan.measure.unggahan import FEED, STORY, UNGGAHAN

JANGKAUAN = define(
    "media_sosial.jangkauan", "Jangkauan", "akun",
    "Jangkauan unggahan feed bulan itu dijumlahkan", "seluruh unggahan feed", "meta_konten",
)  # fmt: skip
JANGKAUAN_PER_UNGGAHAN = define(
    "media_sosial.jangkauan_per_unggahan", "Jangkauan per unggahan", "akun",
    "Jangkauan dibagi banyaknya unggahan feed", "seluruh unggahan feed", "meta_konten",
)  # fmt: skip


def series_meta_konten(konten: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count posts; an export with Instagram posts but no story tells that there was none."""
    always = (FEED, STORY) if konten["media"].eq("Instagram").any() else ()
    return UNGGAHAN.by(bulan, "media", counts(konten["jenis"], always))


def detail_meta_konten(konten: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Add up the reach of Instagram's feed posts, and give it a post."""
    feed = konten["jenis"].eq(FEED)
    reach = konten.loc[feed, "jangkauan"].dropna()
    if reach.empty:
        return []
    total = float(reach.sum())
    return [
        JANGKAUAN.part(bulan, "media", "Instagram", total),
        JANGKAUAN_PER_UNGGAHAN.part(bulan, "media", "Instagram", total / int(feed.sum())),
    ]
