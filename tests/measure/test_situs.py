import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import SeriesBreak, series_break

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)


def pengunjung(*rows):
    return pd.DataFrame(rows, columns=["tanggal", "pengguna", "metrik", "produk"])


def ua(users, day="2023-06-01"):
    return pengunjung((day, users, "users", "Universal Analytics"))


def ga4(users, metrik="total users", day="2023-07-01"):
    return pengunjung((day, users, metrik, "GA4"))


def test_daily_users_are_added_up(ukuran):
    hasil = ukuran(situs_pengunjung=pd.concat([ga4(5), ga4(7, day="2023-07-02")]))
    assert hasil.nilai("situs.pengunjung") == 12
    assert hasil.nilai("situs.pengunjung", "produk", "GA4") == 12
    assert hasil.nilai("situs.pengunjung", "metrik", "total users") == 12


def test_total_users_are_taken_where_a_day_has_both(ukuran):
    both = pd.concat([ga4(5, "active users"), ga4(7), ga4(2, "active users", "2023-07-02")])
    hasil = ukuran(situs_pengunjung=both)
    assert hasil.nilai("situs.pengunjung") == 9
    assert hasil.kategori("situs.pengunjung", "metrik").to_dict() == {
        "total users": 7,
        "active users": 2,
    }


def test_another_product_breaks_the_series_and_the_change_is_kept(ukuran):
    hasil = ukuran(situs_pengunjung=ga4(73000), lain={"2023-06": {"situs_pengunjung": ua(88792)}})
    assert hasil.nilai("situs.pengunjung_bulan_lalu") == 88792
    assert hasil.nilai("situs.perubahan_bulanan") == pytest.approx(-17.785, abs=1e-3)
    found = series_break(hasil.tabel, JUNI, JULI)
    assert found == SeriesBreak("Universal Analytics", "GA4")


def test_another_metric_breaks_the_series(ukuran):
    before = ga4(9, "active users", "2023-06-01")
    hasil = ukuran(situs_pengunjung=ga4(7), lain={"2023-06": {"situs_pengunjung": before}})
    assert series_break(hasil.tabel, JUNI, JULI) == SeriesBreak("active users", "total users")


def test_the_same_way_of_counting_is_no_break(ukuran):
    before = ga4(9, day="2023-06-01")
    hasil = ukuran(situs_pengunjung=ga4(7), lain={"2023-06": {"situs_pengunjung": before}})
    assert series_break(hasil.tabel, JUNI, JULI) is None


def test_a_month_that_does_not_tell_is_no_break(ukuran):
    assert series_break(ukuran(situs_pengunjung=ga4(7)).tabel, JUNI, JULI) is None


def test_views_of_pages(ukuran):
    pages = pd.DataFrame([("/a", 3, 1), ("/b", 9, 2)], columns=["halaman", "tayangan", "pengguna"])
    hasil = ukuran(situs_halaman=pages)
    assert list(hasil.kategori("situs.halaman", "halaman").items()) == [("/b", 9), ("/a", 3)]
