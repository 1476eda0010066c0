import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.measure import Ukuran
from laporan.measure.angka import Angka, Tiada, to_table

JULI = Bulan(2023, 7)


@pytest.fixture
def small():
    rows = [
        Angka("2023-07", "x.jumlah", "", "", 4.0, "tiket"),
        Angka("2023-06", "x.jumlah", "", "", 3.5, "tiket"),
        Angka("2023-07", "x.jumlah", "k", "b", 2.0, "tiket"),
        Angka("2023-07", "x.jumlah", "k", "a", 2.0, "tiket"),
        Angka("2023-06", "x.jumlah", "k", "c", 9.0, "tiket"),
    ]
    return Ukuran(to_table(rows), JULI)


def test_a_figure_alone(small):
    assert small.nilai("x.jumlah") == 4
    assert isinstance(small.nilai("x.jumlah"), int)
    assert small.nilai("x.jumlah", bulan=Bulan(2023, 6)) == 3.5
    assert small.nilai("tiket.jumlah") is None
    assert small.angka("x.jumlah", "k", "a") == Angka("2023-07", "x.jumlah", "k", "a", 2, "tiket")


def test_categories_of_the_month_by_number_then_name(small):
    assert list(small.kategori("x.jumlah", "k").items()) == [("a", 2), ("b", 2)]
    assert small.kategori("x.jumlah", "k").dtype == "int64"
    assert small.kategori("tiket.jumlah", "k").empty


def test_a_series_in_order_of_months(small):
    expected = pd.Series({"2023-06": 3.5, "2023-07": 4.0})
    pd.testing.assert_series_equal(
        small.deret("x.jumlah"), expected, check_names=False, check_index_type=False
    )
    assert small.deret("tiket.jumlah").empty


def test_a_misspelt_key_is_told_with_the_nearest_and_one_that_could_be_there_is_none(small):
    for ask in (small.angka, small.nilai, small.deret, lambda name: small.kategori(name, "")):
        with pytest.raises(CallError, match=r"'tiket\.jumlahh' tidak dikenal\..*tiket\.jumlah,"):
            ask("tiket.jumlahh")
        with pytest.raises(CallError, match=r"paling dekat: (\S+, ){2}\S+\. Semua"):
            ask("tiket.jumlahh")
    rows = [Angka("2023-07", "x.jumlah", "kanal", "a", 2.0, "tiket")]
    with pytest.raises(CallError, match=r"dimensi 'kanall'\. Maksudnya kanal"):
        Ukuran(to_table(rows), JULI).angka("x.jumlah", "kanall", "a")
    assert small.angka("x.jumlah", "kanal", "a") is None
    assert small.angka("ppid.jumlah") is None


def test_two_figures_of_one_name_are_refused():
    row = Angka("2023-07", "x", "k", "a", 1.0, "tiket")
    with pytest.raises(
        LaporanError, match=r"x\[k=a\] bulan 2023-07 terhitung dua kali \(1 dan 2\)"
    ):
        to_table([row, row._replace(nilai=2.0)])


def test_a_figure_that_is_no_number_is_refused():
    with pytest.raises(LaporanError, match="tidak dapat dihitung"):
        to_table([Angka("2023-07", "x", "", "", float("nan"), "tiket")])


def test_a_figure_that_is_not_there_has_a_reason():
    few = Tiada("2023-07", "x.jumlah", "k", "c", "hanya {n} tiket, perlu {perlu}", 1200, 2000)
    broken = Tiada("2023-07", "x.jumlah", "", "", "waktunya hilang")
    figures = Ukuran(
        to_table([Angka("2023-07", "x.jumlah", "k", "a", 2.0, "tiket")]), JULI, (few, broken)
    )
    assert figures.alasan("x.jumlah", "k", "c").text() == "hanya 1.200 tiket, perlu 2.000"
    assert figures.alasan("x.jumlah", "k", "b") is broken
    assert figures.alasan("x.jumlah", "k", "a") is None
    assert figures.alasan("tiket.jumlah") is None
