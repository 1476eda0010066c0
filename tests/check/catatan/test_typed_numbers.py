"""Numbers typed into the notes, the published deck's own sentences among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.check.catatan import parse_catatan
from laporan.check.catatan.typed_numbers import find_claims, unmatched_claims
from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.measure import Angka, Ukuran
from laporan.measure.angka import to_table

JULI = "2023-07"


def figure(indikator: str, nilai: float, satuan: str, dimensi: str = "", kategori: str = ""):
    return Angka(JULI, indikator, dimensi, kategori, nilai, satuan)


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


@pytest.mark.parametrize(
    ("sentence", "wrong", "nearest"),
    [
        (
            "Jika dibandingkan dengan bulan Juli 2022 (1.114 konsultasi), jumlah konsultasi "
            "menurun 34,73%.",
            "menurun 34,73%",
            "{tiket.perubahan_tahunan} = naik 53,23%",
        ),
        (
            "Jumlah konsultasi di bulan Juli 2023 naik 29,80% dibandingkan bulan Juni 2023 "
            "(1.315 konsultasi).",
            "naik 29,80%",
            "{tiket.perubahan_bulanan} = naik 29,81%",
        ),
        ("Jumlah konsultasi turun 29,81%.", "turun 29,81%", "naik 29,81%"),
        ("Ada 1.708 tiket.", "1.708", "{tiket.jumlah} = 1.707"),
    ],
)
def test_a_claim_that_is_no_figure_is_told_with_the_nearest(
    sentence: str, wrong: str, nearest: str
) -> None:
    ((claim, near),) = unmatched_claims([sentence], FIGURES)
    assert claim.text == wrong
    assert near.endswith(nearest)


@pytest.mark.parametrize(
    "sentence",
    [
        "Melalui WhatsApp konsultasi naik sebesar 30% dibandingkan bulan sebelumnya.",
        "Sebanyak 4,51% pengguna (77 konsultasi) memakai telepon.",
        "Email Lapor menurun 11% dibandingkan bulan sebelumnya yang sebanyak 835 email.",
        "Dari zona Barat 64%.",
        "Sekitar 1.700 tiket masuk.",
    ],
)
def test_the_decks_right_sentences_pass(sentence: str) -> None:
    assert unmatched_claims([sentence], FIGURES) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "PMK Nomor 67 Tahun 2023 dan S-50/MK.7/2023.",
        "Pada 5 Juli 2023 pukul 08.00 WIB.",
        "THR dan Gaji Ke-13 TA 2024, Dering DJPK 150420, 0811-150420-7.",
        "Pasal 5 ayat (2), Tahap 2.",
        "1. Undangan palsu\n2. Penyalahgunaan",
    ],
)
def test_dates_and_the_numbers_of_rules_are_no_claims(sentence: str) -> None:
    assert list(find_claims(sentence)) == []


def test_the_notes_tell_line_and_nearest_figure() -> None:
    ukuran = Ukuran(to_table(FIGURES), Bulan(2023, 7))
    notes = parse_catatan("## Keluhan\n\nDari {tiket.jumlah} tiket, ada 1.800 tiket.", ukuran)
    assert notes.peringatan == (
        "catatan.md, baris 3: “1.800” tidak sama dengan angka mana pun. Yang terdekat: "
        "{tiket.jumlah} = 1.707. Perbaikilah, atau tulislah namanya dalam kurung kurawal.",
    )


@given(st.integers(0, 99_999))
def test_every_figure_is_borne_out_by_itself_alone(count: int) -> None:
    own = [figure("tiket.jumlah", count, "tiket")]
    assert unmatched_claims([f"Ada {indonesian.angka(count)} tiket."], own) == []
    wrong = unmatched_claims([f"Ada {indonesian.angka(count + 1)} tiket."], own)
    assert [claim.value for claim, _ in wrong] == [count + 1]
