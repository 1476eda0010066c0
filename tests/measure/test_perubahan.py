import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.measure.perubahan import change, measure_perubahan


def many(tiket, count, **row):
    return {"tiket": tiket(*[row] * count)}


def published(*rows):
    columns = ["bulan", "indikator", "dimensi", "kategori", "nilai", "satuan", "sumber"]
    table = pd.DataFrame([(*row, "terbit") for row in rows], columns=columns)
    return table.rename_axis(index="baris").astype({"nilai": "float64"})


@pytest.mark.parametrize(
    ("now", "base", "expected"),
    [(1707, 1114, 53.23), (1707, 1315, 29.81), (742, 835, -11.14), (0, 4, -100), (4, 4, 0)],
)
def test_the_base_is_the_earlier_figure(now, base, expected):
    assert round(change(now, base), 2) == expected


def test_followers_gained_in_each_month_of_which_the_one_before_is_known():
    levels = {"2022-12": 900, "2023-01": 950, "2023-05": 990, "2023-06": 1000, "2023-07": 980}
    figures = [
        Angka(month, "media_sosial.pengikut", "media", "Twitter", float(level), "akun")
        for month, level in levels.items()
    ]
    gained = {
        each.bulan: each.nilai
        for each in measure_perubahan(Bulan(2023, 7), figures)
        if each.indikator == "media_sosial.pertambahan_pengikut"
    }
    assert gained == {"2023-01": 50, "2023-06": 10, "2023-07": -20}


def test_no_change_from_nothing():
    assert change(4, 0) is None


def test_month_on_month_from_raw_exports(tiket, ukuran):
    hasil = ukuran(tiket=tiket({}, {}, {}), lain={"2023-06": many(tiket, 2)})
    assert hasil.nilai("tiket.jumlah_bulan_lalu") == 2
    assert hasil.nilai("tiket.perubahan_bulanan") == 50
    assert hasil.nilai("tiket.jumlah_bulan_lalu", "kanal", "WhatsApp") == 2
    assert hasil.nilai("tiket.perubahan_bulanan", "kanal", "WhatsApp") == 50
    assert hasil.deret("tiket.jumlah").to_dict() == {"2023-06": 2, "2023-07": 3}


def test_a_base_of_zero_gives_the_base_and_no_change(tiket, ukuran):
    hasil = ukuran(tiket=tiket({"kanal": "Telepon"}, {}), lain={"2023-06": many(tiket, 2)})
    assert hasil.nilai("tiket.jumlah_bulan_lalu", "kanal", "Telepon") == 0
    assert hasil.nilai("tiket.perubahan_bulanan", "kanal", "Telepon") is None


def test_a_channel_that_was_not_used_before_had_none(tiket, ukuran):
    hasil = ukuran(tiket=tiket({"kanal": "Faks"}), lain={"2023-06": many(tiket, 2)})
    assert hasil.nilai("tiket.jumlah_bulan_lalu", "kanal", "Faks") == 0


def test_without_a_month_before_there_is_nothing_to_compare_with(tiket, ukuran):
    hasil = ukuran(tiket=tiket({}))
    names = hasil.tabel["indikator"]
    assert not names.str.contains("_bulan_lalu|_tahun_lalu|perubahan|berjalan").any()


def test_topics_of_either_month(tiket, ukuran):
    hasil = ukuran(
        tiket=tiket({"topik": "DAU"}, {"topik": "PDRD"}),
        lain={"2023-06": {"tiket": tiket({"topik": "DAU"}, {"topik": "DBH"})}},
    )
    assert hasil.kategori("tiket.topik_bulan_lalu", "topik").to_dict() == {
        "DAU": 1,
        "DBH": 1,
        "PDRD": 0,
    }


def test_a_topic_is_unknown_where_the_published_ones_are_not_all(tiket, ukuran):
    riwayat = published(
        ("2023-06", "tiket.jumlah", "", "", 5, "tiket"),
        ("2023-06", "tiket.topik", "topik", "DAU", 3, "tiket"),
    )
    hasil = ukuran(tiket=tiket({"topik": "DAU"}, {"topik": "PDRD"}), riwayat=riwayat)
    assert hasil.kategori("tiket.topik_bulan_lalu", "topik").to_dict() == {"DAU": 3}


def test_year_on_year_and_year_to_date_from_published_figures(tiket, ukuran):
    rows = [(f"2023-{m:02d}", "tiket.jumlah", "", "", 10 * m, "tiket") for m in range(1, 7)]
    riwayat = published(("2022-07", "tiket.jumlah", "", "", 2, "tiket"), *rows)
    hasil = ukuran(tiket=tiket({}, {}, {}), riwayat=riwayat)
    assert hasil.nilai("tiket.jumlah_tahun_lalu") == 2
    assert hasil.nilai("tiket.perubahan_tahunan") == 50
    assert hasil.nilai("tiket.jumlah_tahun_berjalan") == 213
    assert hasil.nilai("tiket.perubahan_bulanan") == -95


def test_year_to_date_needs_every_month(tiket, ukuran):
    rows = [(f"2023-{m:02d}", "tiket.jumlah", "", "", 10, "tiket") for m in (1, 2, 4, 5, 6)]
    hasil = ukuran(tiket=tiket({}), riwayat=published(*rows))
    assert hasil.nilai("tiket.jumlah_tahun_berjalan") is None
    assert hasil.nilai("tiket.jumlah_bulan_lalu") == 10


def test_january_is_its_own_year_to_date(tiket, ukuran):
    januari = tiket({"dibuat": "2024-01-02 09:00"})
    hasil = ukuran(bulan=Bulan(2024, 1), tiket=januari, lain={"2023-12": many(tiket, 4)})
    assert hasil.nilai("tiket.jumlah_tahun_berjalan") == 1
    assert hasil.nilai("tiket.perubahan_bulanan") == -75


def test_later_and_far_months_do_not_enter(tiket, ukuran):
    lain = {"2023-08": many(tiket, 9), "2021-12": many(tiket, 9)}
    riwayat = published(("2023-09", "tiket.jumlah", "", "", 5, "tiket"))
    hasil = ukuran(tiket=tiket({}), lain=lain, riwayat=riwayat)
    assert set(hasil.tabel["bulan"]) == {"2023-07"}


def test_raw_exports_win_source_by_source(tiket, ukuran):
    riwayat = published(
        ("2023-06", "tiket.jumlah", "", "", 99, "tiket"),
        ("2023-06", "tiket.jumlah", "kanal", "Faks", 99, "tiket"),
        ("2023-06", "lapor.jumlah", "", "", 835, "email"),
        ("2023-07", "tiket.jumlah", "", "", 99, "tiket"),
    )
    hasil = ukuran(tiket=tiket({}), lain={"2023-06": many(tiket, 2)}, riwayat=riwayat)
    assert hasil.deret("tiket.jumlah").to_dict() == {"2023-06": 2, "2023-07": 1}
    assert hasil.nilai("tiket.jumlah_bulan_lalu", "kanal", "Faks") is None
    assert hasil.deret("lapor.jumlah").to_dict() == {"2023-06": 835}
    assert hasil.nilai("lapor.jumlah_bulan_lalu") is None
