"""Numbers typed into the notes: the published deck's own sentences, each with what it means."""

from __future__ import annotations

import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.prove.said.basis import Basis
from laporan.prove.said.proof import prove_said
from laporan.prove.said.said import Said, Spoken, read_tree

SECTION = {7: "s.sentence_keluhan(lap)"}


def figure(indikator: str, nilai: float, satuan: str, dimensi: str = "", kategori: str = ""):
    return Angka("2023-07", indikator, dimensi, kategori, float(nilai), satuan)


FIGURES = [
    figure("tiket.jumlah", 1707, "tiket"),
    figure("tiket.jumlah_bulan_lalu", 1315, "tiket"),
    figure("tiket.jumlah_tahun_lalu", 1114, "tiket"),
    figure("tiket.perubahan_bulanan", 100 * 392 / 1315, "persen"),
    figure("tiket.perubahan_tahunan", 100 * 593 / 1114, "persen"),
    figure("tiket.perubahan_bulanan", 100 * 345 / 1148, "persen", "kanal", "WhatsApp"),
    figure("tiket.bagian", 100 * 77 / 1707, "persen", "kanal", "Telepon"),
    figure("tiket.jumlah", 77, "tiket", "kanal", "Telepon"),
    figure("lapor.jumlah_bulan_lalu", 835, "email"),
    figure("lapor.perubahan_bulanan", -100 * 93 / 835, "persen"),
    figure("tiket.luar_jam_bagian", 100 * 192 / 301, "persen", "zona", "Barat"),
]


def prove(text: str, notes: str = "") -> Said:
    basis = Basis(
        Bulan(2023, 7),
        {each.token: each for each in FIGURES},
        {},
        frozenset(),
        frozenset(),
    )
    return prove_said(Spoken(read_tree(f"<!-- sel 7 -->\n\n{text}"), SECTION, notes), basis)


@pytest.mark.parametrize(
    ("sentence", "claim", "nearest"),
    [
        (
            "Jika dibandingkan dengan bulan Juli 2022 (1.114 konsultasi), jumlah konsultasi "
            "menurun 34,73%.",
            "34,73%",
            "{tiket.perubahan_tahunan} = naik 53,23%",
        ),
        (
            "Jumlah konsultasi di bulan Juli 2023 naik 29,80% dibandingkan bulan Juni 2023 "
            "(1.315 konsultasi).",
            "29,80%",
            "{tiket.perubahan_bulanan} = naik 29,81%",
        ),
        (
            "Jumlah konsultasi turun 29,81%.",
            "turun",
            "{tiket.perubahan_bulanan} = naik 29,81%",
        ),
        ("Ada 1.708 tiket.", "1.708", "{tiket.jumlah} = 1.707"),
        (
            "Melalui WhatsApp konsultasi naik sebesar 30 persen dibandingkan bulan sebelumnya.",
            "30",
            "{tiket.perubahan_bulanan[kanal=WhatsApp]} = naik 30,05%",
        ),
        (
            "Sebanyak 4,5% pengguna memakai telepon.",
            "4,5%",
            "{tiket.bagian[kanal=Telepon]} = 4,51%",
        ),
        ("Email Lapor sebelumnya 853 email.", "853", "{lapor.jumlah_bulan_lalu} = 835"),
        (
            "Email Lapor menurun 12% dari bulan sebelumnya.",
            "12%",
            "{lapor.perubahan_bulanan} = turun 11,14%",
        ),
    ],
)
def test_a_typed_claim_is_told_with_the_figure_that_it_means(sentence, claim, nearest):
    assert {each.text: each.nearest for each in prove(sentence).unproven}[claim] == nearest


def test_of_what_the_notes_say_the_line_is_told_and_the_sentence():
    notes = "## Keluhan\n\nAda 12 surat.\n\nDari {tiket.jumlah} tiket\nada 12 keluhan."
    (found,) = prove("Semuanya surat. Ada 12 keluhan. Itu saja.", notes).unproven
    assert found.place == "catatan.md baris 6"
    assert found.sentence == "Ada 12 keluhan."
    (found,) = prove("Ada 13 keluhan.", notes).unproven
    assert found.place == "teks"
