"""Satisfaction: ratings of agents with enough ratings from enough people."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from laporan.clean.agents import AND
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

FAKTOR = {"Kepuasan Layanan": "kepuasan", "Substansi Jawaban": "substansi"}
NILAI = define(
    "kepuasan.nilai", "Kepuasan", "skala",
    "Rata-rata dari nilai rata-rata tiap agen yang cukup penilaiannya, menurut skala survei",
    "agen yang cukup penilaiannya", "survei",
)  # fmt: skip
AGEN = define(
    "kepuasan.agen", "Agen yang dinilai", "orang",
    "Agen dengan cukup penilaian dari cukup banyak pengguna", "seluruh agen dalam survei",
    "survei",
)  # fmt: skip
PENILAIAN = define(
    "kepuasan.penilaian", "Penilaian", "penilaian",
    "Penilaian atas agen yang dihitung", "seluruh jawaban survei", "survei",
)  # fmt: skip


def on_scale(figures: Iterable[Angka], settings: Settings) -> list[Angka]:
    """Give ratings with the scale that they are on as their unit."""
    satuan = f"skala 1-{settings['survei']['skala']}"
    return [figure._replace(satuan=satuan) for figure in figures]


def counted_ratings(survei: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Take the ratings that count: those of agents with enough of them.

    Returns
    -------
    DataFrame
        The rows of ``survei`` that count, once for each agent that an answer names, with a column
        ``nilai``: the mean of the two factors, or the one that is there.
    """
    factors = survei[list(FAKTOR.values())].astype("Float64")
    ratings = survei.assign(nilai=factors.mean(axis=1), agen=survei["agen"].str.split(AND))
    ratings = ratings.explode("agen")
    ratings = ratings[ratings["nilai"].notna() & ratings["agen"].notna()]
    agents = ratings.groupby("agen")
    enough = agents["nilai"].transform("size").ge(settings["kepuasan"]["minimum_penilaian"])
    people = agents["penilai"].transform("nunique").ge(settings["kepuasan"]["minimum_penilai"])
    return ratings[enough & people]


def agen_dinilai(survei: pd.DataFrame, settings: Settings) -> list[str]:
    """Name the agents whose ratings count, by name; their single scores are not published."""
    return sorted(str(name) for name in counted_ratings(survei, settings)["agen"].unique())


def series_survei(survei: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Give the mean of the agents' means; no agent with enough ratings, no figure."""
    means = counted_ratings(survei, settings).groupby("agen")["nilai"].mean()
    found = [NILAI.whole(bulan, float(means.mean()))] if len(means) else []
    return on_scale(found, settings)


def detail_survei(survei: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count what the figure rests on, and split it by factor, each again a mean of means."""
    ratings = counted_ratings(survei, settings)
    agents = ratings.groupby("agen")
    faktor = {
        name: float(means.mean())
        for name, column in FAKTOR.items()
        if len(means := agents[column].mean().dropna())
    }
    return [
        AGEN.whole(bulan, agents.ngroups),
        PENILAIAN.whole(bulan, ratings.index.nunique()),
        *on_scale(NILAI.by(bulan, "faktor", faktor), settings),
    ]
