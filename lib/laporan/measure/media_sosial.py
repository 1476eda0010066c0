"""Social media: followers, posts, reach and visits, from four sources."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, counts, single

FEED, STORY = "Instagram feed", "Instagram story"
# What "41 konten (rata-rata)" is the median of; a story lasts a day and is no publication.
TIPIKAL = (FEED, "Twitter", "Facebook")
# Daily figures that may be added up. Reach may not: the same person is reached on many days.
ADDED_UP = {"kunjungan_profil": "kunjungan", "pengikut_baru": "akun"}


def series_media_sosial(
    media_sosial: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Figure]:
    """Give the followers at the end of the month, as noted by hand."""
    return _noted(media_sosial, bulan, "pengikut")


def detail_media_sosial(
    media_sosial: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Figure]:
    """Give the village governments among the followers, as noted by hand."""
    return [
        *_noted(media_sosial, bulan, "akun_desa_baru"),
        *_noted(media_sosial, bulan, "akun_desa"),
    ]


def series_meta_konten(konten: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count posts; an export with Instagram posts but no story tells that there was none."""
    always = (FEED, STORY) if konten["media"].eq("Instagram").any() else ()
    posts = counts(konten["jenis"], always)
    return by_category(bulan, "media_sosial.unggahan", "media", posts, "konten")


def detail_meta_konten(konten: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Add up the reach of Instagram's feed posts, and give it a post."""
    reach = konten.loc[konten["jenis"].eq(FEED), "jangkauan"].dropna()
    if reach.empty:
        return []
    posts = int(konten["jenis"].eq(FEED).sum())
    total = float(reach.sum())
    return [
        *by_category(bulan, "media_sosial.jangkauan", "media", {"Instagram": total}, "akun"),
        *by_category(
            bulan,
            "media_sosial.jangkauan_per_unggahan",
            "media",
            {"Instagram": total / posts},
            "akun",
        ),
    ]


def detail_meta_harian(harian: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Add up daily visits and new followers a medium."""
    rows = harian[harian["metrik"].isin(list(ADDED_UP)) & harian["nilai"].notna()]
    sums = rows.groupby(["metrik", "media"], as_index=False)["nilai"].sum()
    return [
        Figure(
            str(bulan),
            f"media_sosial.{metrik}",
            "media",
            str(media),
            float(value),
            ADDED_UP[str(metrik)],
        )
        for metrik, media, value in sums.itertuples(index=False, name=None)
    ]


def series_twitter(twitter: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count posts: every row of an export by tweet is one, an export by day says how many."""
    rows = _leading_form(twitter)
    by_day = rows["bentuk"].eq("per hari").any()
    posts = float(rows["unggahan"].sum()) if by_day else float(len(rows))
    return by_category(bulan, "media_sosial.unggahan", "media", {"Twitter": posts}, "konten")


def detail_twitter(twitter: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Add up impressions and visits to the profile."""
    rows = _leading_form(twitter)
    satuan = {"tayangan": "tayangan", "kunjungan_profil": "kunjungan"}
    return [
        figure
        for column, unit in satuan.items()
        if rows[column].notna().any()
        for figure in by_category(
            bulan,
            f"media_sosial.{column}",
            "media",
            {"Twitter": float(rows[column].sum())},
            unit,
        )
    ]


def measure_konten_tipikal(bulan: Bulan, figures: Sequence[Figure]) -> list[Figure]:
    """Give the median number of posts a medium, of those media that were supplied."""
    posts = [
        figure.nilai
        for figure in figures
        if figure.bulan == str(bulan)
        and figure.indikator == "media_sosial.unggahan"
        and figure.kategori in TIPIKAL
    ]
    return [single(bulan, "media_sosial.konten_tipikal", median(posts), "konten")] if posts else []


def _noted(media_sosial: pd.DataFrame, bulan: Bulan, column: str) -> list[Figure]:
    """Take a column as it was noted; row by row, so that a medium noted twice is refused."""
    rows = media_sosial[["media", column]].dropna()
    return [
        Figure(str(bulan), f"media_sosial.{column}", "media", str(media), float(value), "akun")
        for media, value in zip(rows["media"], rows[column], strict=True)
    ]


def _leading_form(twitter: pd.DataFrame) -> pd.DataFrame:
    """Take the rows by day where there are any: the same posts may be there by tweet too."""
    by_day = twitter["bentuk"].eq("per hari")
    return twitter[by_day] if by_day.any() else twitter
