"""Twitter: posts, impressions and visits to the profile."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define
from laporan.measure.unggahan import KUNJUNGAN_PROFIL, UNGGAHAN

TAYANGAN = define(
    "media_sosial.tayangan", "Tayangan unggahan", "tayangan",
    "Tayangan unggahan dijumlahkan", "seluruh unggahan bulan itu", "twitter",
)  # fmt: skip


def series_twitter(twitter: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count posts: every row of an export by tweet is one, an export by day says how many.

    Where that by day does not tell, those by tweet are counted; without any there is no figure.
    """
    by_day = twitter["bentuk"].eq("per hari")
    told = twitter.loc[by_day, "unggahan"].notna().any()
    if not told and by_day.all() and len(twitter):
        return []
    rows = twitter[by_day == told]
    posts = float(rows["unggahan"].sum()) if told else float(len(rows))
    return [UNGGAHAN.part(bulan, "media", "Twitter", posts)]


def detail_twitter(twitter: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Add up impressions and visits to the profile."""
    rows = _leading_form(twitter)
    added_up = {"tayangan": TAYANGAN, "kunjungan_profil": KUNJUNGAN_PROFIL}
    return [
        indikator.part(bulan, "media", "Twitter", float(rows[column].sum()))
        for column, indikator in added_up.items()
        if rows[column].notna().any()
    ]


def _leading_form(twitter: pd.DataFrame) -> pd.DataFrame:
    """Take the rows by day where there are any: the same posts may be there by tweet too."""
    by_day = twitter["bentuk"].eq("per hari")
    return twitter[by_day] if by_day.any() else twitter
