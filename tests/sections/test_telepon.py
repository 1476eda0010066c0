from dataclasses import replace

import lxml.html
import pandas as pd
import pytest

from laporan import sections as s
from laporan.dasar.bulan import Bulan
from laporan.measure import Ukuran
from laporan.measure.angka import Angka, to_table
from laporan.measure.sources.kehadiran import detail_kehadiran
from laporan.measure.sources.telepon import detail_telepon, series_telepon
from laporan.show import Markdown

JULI = Bulan(2023, 7)


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def with_figures(lap, figures, **tables):
    table = pd.concat([lap.ukuran.tabel, to_table(figures)], ignore_index=True)
    bersih = replace(lap.bersih, tables={**lap.tables, **tables})
    return replace(lap, ukuran=Ukuran(table, JULI), bersih=bersih)


@pytest.fixture
def panggilan(lap):
    """The month with calls of two weekdays."""

    def make(*days):
        table = pd.DataFrame(
            days, columns=["tanggal", "ditawarkan", "dijawab", "ditinggalkan", "kecepatan_detik"]
        )
        table["tanggal"] = pd.to_datetime(table["tanggal"])
        figures: list[Angka] = [
            *series_telepon(table, JULI, lap.settings),
            *detail_telepon(table, JULI, lap.settings),
        ]
        return with_figures(lap, figures)

    return make


@pytest.fixture
def hadir(lap):
    """The month with attendance reports of days."""

    def make(*reports):
        table = pd.DataFrame(reports, columns=["tanggal", "peserta", "durasi_detik"])
        table["tanggal"] = pd.to_datetime(table["tanggal"]).astype("datetime64[us]")
        table = table.astype({"durasi_detik": "Int64"})
        return with_figures(lap, detail_kehadiran(table, JULI, lap.settings), kehadiran=table)

    return make


def test_calls_in_words(panggilan, polos):
    shown = panggilan(("2023-07-03", 1030, 1000, 30, 12.34), ("2023-07-04", 20, 20, 0, 5.0))
    assert polos(s.sentence_panggilan(shown)) == (
        "Menurut sistem telepon (Avaya CMS), 1.050 panggilan masuk pada Juli 2023: 1.020 dijawab "
        "(97,14% dari 1.050 panggilan) dan 30 ditinggalkan penelepon sebelum dijawab. Panggilan "
        "dijawab rata-rata dalam 12 detik. Angka ini menghitung panggilan, sedangkan tiket "
        "menghitung konsultasi yang dicatat agen; jumlahnya tidak harus sama."
    )


def test_calls_by_weekday(panggilan, polos):
    shown = panggilan(("2023-07-04", 20, 20, 0, 5.0), ("2023-07-03", 1030, 1000, 30, None))
    table = s.table_panggilan(shown)
    assert rows(table) == [
        ["Hari", "Panggilan masuk", "Dijawab", "Ditinggalkan"],
        ["Senin", "1.030", "1.000", "30"],
        ["Selasa", "20", "20", "0"],
        ["Jumlah", "1.050", "1.020", "30"],
    ]
    assert polos(table.caption) == (
        "97,14% panggilan telepon dijawab. Panggilan telepon menurut hari, Juli 2023. Sumber: "
        "laporan Avaya CMS."
    )


def test_no_calls(panggilan, polos):
    silent = panggilan(("2023-07-03", 0, 0, 0, None))
    assert polos(s.sentence_panggilan(silent)) == (
        "Menurut sistem telepon (Avaya CMS), tidak ada panggilan masuk pada Juli 2023 "
        "(0 panggilan)."
    )
    assert s.table_panggilan(silent) == Markdown("")


def test_nothing_is_said_of_an_account_that_was_not_supplied(lap, lap_kosong):
    for month in (lap, lap_kosong):
        assert s.sentence_panggilan(month) == Markdown("")
        assert s.table_panggilan(month) == Markdown("")


def test_attendance_in_words_and_beside_its_meeting(hadir, polos):
    shown = hadir(("2023-07-04", 7, 1267), ("2023-07-25", 12, 3600))
    assert (
        "Menurut laporan kehadiran Microsoft Teams, 19 peserta mengikuti 2 pertemuan yang "
        "rata-rata berlangsung 41 menit. Pada Juni"
    ) in polos(s.sentence_video_conference(shown))
    table = s.table_video_conference(shown)
    assert rows(table) == [
        ["Tanggal", "Pengguna layanan", "Topik", "Peserta", "Lama (menit)"],
        ["4 Juli 2023", "Kota Kendari", "Insentif Fiskal", "7", "21"],
        ["10 Juli 2023", "Kota Surakarta", "PDRD", "–", "–"],
    ]
    assert polos(table.caption).endswith(
        "Sumber: daftar video conference dan laporan kehadiran Microsoft Teams."
    )


def test_two_reports_of_a_day_are_not_guessed_at(hadir):
    table = s.table_video_conference(hadir(("2023-07-04", 7, 60), ("2023-07-04", 9, 60)))
    assert [row[3:] for row in rows(table)[1:]] == [["–", "–"], ["–", "–"]]


def test_a_report_without_a_length(hadir, polos):
    shown = hadir(("2023-07-04", 7, None))
    assert "7 peserta mengikuti 1 pertemuan. Pada Juni" in polos(s.sentence_video_conference(shown))
    assert rows(s.table_video_conference(shown))[1][3:] == ["7", "–"]
