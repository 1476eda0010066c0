"""No bare change of a count in percent where months have another number of service days (G3)."""

import pytest

from laporan import sections as s
from laporan.measure import Angka
from laporan.sections._phrases import compare
from laporan.sections.perkembangan import sentence_perkembangan

JULI, JUNI, SETAHUN = "2023-07", "2023-06", "2022-07"
KANAL = ("kanal", "WhatsApp")
FIGURES = [
    (JULI, "tiket.jumlah", "", "", 1180, "tiket"),
    (JULI, "tiket.jumlah", *KANAL, 1180, "tiket"),
    (JULI, "tiket.bagian", *KANAL, 100, "persen"),
    (JUNI, "tiket.jumlah", "", "", 1000, "tiket"),
    (JULI, "tiket.jumlah_bulan_lalu", "", "", 1000, "tiket"),
    (JULI, "tiket.jumlah_bulan_lalu", *KANAL, 1000, "tiket"),
    (JULI, "tiket.perubahan_bulanan", "", "", 18, "persen"),
    (JULI, "tiket.perubahan_bulanan", *KANAL, 18, "persen"),
    (JULI, "tiket.perubahan_per_hari_layanan", "", "", 0.3, "persen"),
    (JULI, "tiket.perubahan_per_hari_layanan", *KANAL, 0.31, "persen"),
    (JULI, "tiket.jumlah_tahun_lalu", "", "", 1100, "tiket"),
    (JULI, "tiket.perubahan_tahunan", "", "", 7.27, "persen"),
    (JULI, "tiket.perubahan_tahunan_per_hari_layanan", "", "", 12.64, "persen"),
    (JULI, "lapor.jumlah", "", "", 742, "email"),
    (JUNI, "lapor.jumlah", "", "", 835, "email"),
    (JULI, "lapor.jumlah_bulan_lalu", "", "", 835, "email"),
    (JULI, "lapor.perubahan_bulanan", "", "", -11.14, "persen"),
    (JULI, "lapor.perubahan_per_hari_layanan", "", "", -24.47, "persen"),
]


@pytest.fixture
def bulan(sebulan):
    def make(juni=17.0, juli=20.0, setahun=21.0):
        days = zip((JUNI, JULI, SETAHUN), (juni, juli, setahun), strict=True)
        rows = [Angka(month, "hari_layanan.jumlah", "", "", n, "hari") for month, n in days]
        return sebulan([*rows, *(Angka(*row[:4], float(row[4]), row[5]) for row in FIGURES)])

    return make


def said(lap, polos):
    return {
        "kanal": polos(compare(lap, "Jumlahnya", "tiket.jumlah", *KANAL)),
        "lapor": polos(compare(lap, "Email Lapor", "lapor.jumlah")),
        "gambar": polos(s.chart_email_lapor(lap).caption),
        "tahun": polos(sentence_perkembangan(lap)),
        "tabel": polos(s.table_kanal(lap)),
        "lain": polos(s.table_layanan_lain(lap)),
    }


TWINS = {
    "kanal": "naik 18,00% dari 1.000 tiket pada Juni 2023; per hari layanan naik 0,31%.",
    "lapor": "turun 11,14% dari 835 email pada Juni 2023; per hari layanan turun 24,47%.",
    "gambar": "Email Lapor turun 11,14% (turun 24,47% per hari layanan) sejak Juni 2023, menjadi",
    "tahun": "naik 7,27% dari 1.100 tiket pada Juli 2022; per hari layanan naik 12,64%.",
}


@pytest.mark.parametrize("place", TWINS)
def test_a_change_has_its_twin(bulan, polos, place):
    assert TWINS[place] in said(bulan(), polos)[place]


@pytest.mark.parametrize(("table", "cells"), [("tabel", ["0,31%", "0,30%"]), ("lain", ["24,47%"])])
def test_tables_have_a_column_of_twins(bulan, polos, table, cells):
    shown = said(bulan(), polos)[table]
    assert all(cell in shown for cell in ["Per hari layanan", *cells])


def test_months_of_equal_days_need_none(bulan, polos):
    shown = said(bulan(20.0, 20.0, 20.0), polos)
    assert not [place for place, text in shown.items() if "er hari layanan naik" in text]
    assert not [place for place in ("gambar", "tabel", "lain") if "Per hari" in shown[place]]


def test_a_channel_of_few_tickets_has_no_twin_and_the_whole_keeps_its_own(bulan, dengan, polos):
    few = dengan(bulan(), {(JULI, "tiket.jumlah_bulan_lalu", *KANAL): 99})
    shown = polos(s.table_kanal(few))
    assert "0,31%" not in shown
    assert "Per hari layanan" in shown and "0,30%" in shown
    none = dengan(few, {(JULI, "tiket.jumlah_bulan_lalu", "", ""): 99})
    assert "Per hari" not in polos(s.table_kanal(none))
