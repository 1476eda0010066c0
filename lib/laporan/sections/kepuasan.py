"""Satisfaction with the contact centre; single scores of agents are not published."""

from __future__ import annotations

from laporan.dasar import indonesian
from laporan.measure import agen_dinilai
from laporan.sections._phrases import NOTHING, paragraphs
from laporan.sections._words import not_supplied
from laporan.sections.report import Report
from laporan.show import (
    Card,
    Display,
    Markdown,
    cards,
    enumerate_parts,
    escape,
    ruled,
    sentence,
    setting,
)

FAKTOR = ("Kepuasan Layanan", "Substansi Jawaban")


def cards_kepuasan(lap: Report) -> Display:
    """Show the figure and its two factors."""
    value = lap.angka("kepuasan.nilai")
    if value is None:
        return NOTHING
    of = sentence("dari {highest}", highest=_highest(lap))
    factors = [(lap.angka("kepuasan.nilai", "faktor", name), name) for name in FAKTOR]
    return cards(
        [
            Card(value, "rata-rata nilai kepuasan", of, spec="2"),
            *(Card(factor, name, of, spec="2") for factor, name in factors),
        ]
    )


def sentence_kepuasan(lap: Report, *, sebut_agen: bool | None = None) -> Markdown:
    """Say the figure, what it rests on, whom it is about, and the rule behind it.

    ``sebut_agen`` tells whether agents are named; else the setting does.
    """
    value = lap.angka("kepuasan.nilai")
    if value is None:
        return _no_value(lap)
    agents, ratings = lap.angka("kepuasan.agen"), lap.angka("kepuasan.penilaian")
    basis = (
        sentence(", dari {ratings} penilaian atas {agents} agen", ratings=ratings, agents=agents)
        if agents is not None and ratings is not None
        else NOTHING
    )
    return paragraphs(
        [
            sentence(
                "Rata-rata nilai kepuasan pengguna {centre} pada {bulan} adalah **{value:2}** "
                "pada skala {lowest} sampai {highest}{basis}.",
                lowest=ruled("1", "survei"),
                highest=_highest(lap),
                centre=lap.settings["layanan"]["nama_pusat"],
                bulan=lap.bulan,
                value=value,
                basis=basis,
            ),
            _agents(lap, sebut_agen),
            _rule(lap),
        ]
    )


def _highest(lap: Report) -> Markdown:
    return setting(indonesian.angka(lap.settings["survei"]["skala"]), "survei.skala")


def _no_value(lap: Report) -> Markdown:
    if "survei" not in lap.tables:
        return not_supplied(lap, "survei kepuasan", "survei")
    return paragraphs(
        [
            sentence(
                "Nilai kepuasan {bulan} tidak dapat dihitung: belum ada agen dengan penilaian yang "
                "cukup.",
                bulan=lap.bulan,
            ),
            _rule(lap),
        ]
    )


def _agents(lap: Report, sebut: bool | None) -> Markdown | None:
    """Name the agents, in the order of the alphabet, unless they are not to be named."""
    wanted = lap.settings["kepuasan"]["sebut_agen"] if sebut is None else sebut
    if not wanted or "survei" not in lap.tables:
        return None
    names = agen_dinilai(lap.tables["survei"], lap.settings)
    if not names:
        return None
    return sentence(
        "Agen yang dinilai, menurut abjad: {names}.",
        names=enumerate_parts(Markdown(escape(name)) for name in names),
    )


def _rule(lap: Report) -> Markdown:
    rule = lap.settings["kepuasan"]
    return sentence(
        "Penilaian adalah rata-rata faktor Kepuasan Layanan dan Substansi Jawaban, yang "
        "diberikan di akhir konsultasi. Yang diperhitungkan hanya agen dengan sedikitnya "
        "{ratings} penilaian dari sedikitnya {people} pengguna yang berbeda dalam sebulan; "
        "nilainya adalah rata-rata dari rata-rata agen. Nilai masing-masing agen tidak "
        "diterbitkan.",
        ratings=setting(indonesian.angka(rule["minimum_penilaian"]), "kepuasan.minimum_penilaian"),
        people=setting(indonesian.angka(rule["minimum_penilai"]), "kepuasan.minimum_penilai"),
    )
