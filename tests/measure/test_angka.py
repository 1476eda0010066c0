"""A figure as it is written, named, and told where two of a key are found."""

import pytest

from laporan.dasar.errors import LaporanError
from laporan.measure.angka import Angka, to_table
from laporan.measure.indikator import define

JUMLAH = Angka("2023-07", "tiket.jumlah", "kanal", "Live Chat", 1707.4, "tiket")
UBAH = Angka("2023-07", "lapor.perubahan_bulanan", "", "", -11.137, "persen")


@pytest.mark.parametrize(
    ("figure", "spec", "text"),
    [
        (JUMLAH, "", "1.707"),
        (JUMLAH, "1", "1.707,4"),
        (UBAH, "", "-11,14%"),
        (UBAH, "0", "-11%"),
        (UBAH, "+", "11,14%"),
        (UBAH, "+1", "11,1%"),
    ],
)
def test_a_figure_is_written_with_the_decimals_of_its_unit(figure, spec, text):
    assert figure.text(spec).replace("−", "-") == text
    assert f"{figure:{spec}}" == f'[{figure.text(spec)}]{{.angka data-kunci="{figure.token}"}}'


def test_a_figure_is_named_by_its_key():
    assert JUMLAH.key == ("2023-07", "tiket.jumlah", "kanal", "Live Chat")
    assert JUMLAH.token == "2023-07,tiket.jumlah,kanal,Live%20Chat"
    assert JUMLAH.name == "tiket.jumlah[kanal=Live Chat]"
    assert (UBAH.name, UBAH.token) == (
        "lapor.perubahan_bulanan", "2023-07,lapor.perubahan_bulanan,,",
    )  # fmt: skip
    assert str(UBAH) == UBAH.text()
    # What a dimension holds may be told of a part of it.
    assert Angka("2023-07", "x", "kanal:A", "", 1.0, "tiket").token == "2023-07,x,kanal:A,"


def test_two_figures_of_one_key_are_told_with_both_values():
    with pytest.raises(LaporanError) as caught:
        to_table([JUMLAH, UBAH, JUMLAH._replace(nilai=3.0)])
    assert str(caught.value) == (
        "Angka tiket.jumlah[kanal=Live Chat] bulan 2023-07 terhitung dua kali (3 dan 1707.4): "
        "dua baris sumbernya memuat hal yang sama. Hapus salah satunya dari berkas sumber."
    )


@pytest.mark.parametrize("nilai", [float("nan"), float("inf")])
def test_what_is_no_number_is_told(nilai):
    with pytest.raises(LaporanError) as caught:
        to_table([UBAH, JUMLAH._replace(nilai=nilai)])
    assert str(caught.value) == (
        f"Angka tiket.jumlah[kanal=Live Chat] bulan 2023-07 tidak dapat dihitung ({nilai}). "
        "Periksa isi berkas sumbernya."
    )


def test_figures_become_a_table_in_the_order_of_their_keys():
    table = to_table([JUMLAH, UBAH])
    assert table["indikator"].tolist() == ["lapor.perubahan_bulanan", "tiket.jumlah"]
    assert list(table) == [
        *("bulan", "indikator", "dimensi", "kategori", "nilai", "satuan"),
        *("bawah", "atas", "n"),
    ]
    assert to_table([]).empty
    assert to_table([])["nilai"].dtype == "float64"


def test_an_indicator_is_defined_once():
    with pytest.raises(ValueError, match=r"tiket\.jumlah is defined twice"):
        define("tiket.jumlah", "Tiket", "tiket", "Tiket", "seluruh tiket", "tiket")
