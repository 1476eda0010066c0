from dataclasses import asdict

import pytest

from laporan.dasar.temuan import Pemeriksaan, Temuan

PESAN = "“Faks” tidak dikenal."


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ({}, "“Faks” tidak dikenal."),
        ({"berkas": "a.csv"}, "a.csv: “Faks” tidak dikenal."),
        ({"kolom": "Kanal"}, "Kolom 'Kanal': “Faks” tidak dikenal."),
        (
            {"berkas": "a.csv", "kolom": "Kanal", "baris": (3,), "jumlah": 1},
            "a.csv, baris 3, kolom 'Kanal': “Faks” tidak dikenal.",
        ),
        (
            {"berkas": "a.csv", "baris": (3, 7), "jumlah": 2},
            "a.csv, baris 3 dan 7: “Faks” tidak dikenal.",
        ),
        (
            {"berkas": "a.csv", "baris": (2, 3, 4, 5, 6, 7), "jumlah": 1200},
            "a.csv, 1.200 baris (2, 3, 4, 5, 6, …): “Faks” tidak dikenal.",
        ),
    ],
)
def test_a_finding_says_its_place_first(place, text):
    assert str(Temuan("nilai dikenal", PESAN, **place)) == text


def test_a_message_that_names_its_file_is_left_as_it_is():
    finding = Temuan("berkas terbaca", "a.csv kosong.", berkas="a.csv")
    assert str(finding) == finding.di_dalam_berkas == finding.kalimat == "a.csv kosong."


def test_under_a_file_only_the_place_within_is_said():
    finding = Temuan("x", "tidak ada.", berkas="a.csv", kolom="Kanal", baris=(3,), jumlah=1)
    assert finding.di_dalam_berkas == "baris 3, kolom 'Kanal': tidak ada."
    assert Temuan("x", "tidak ada.", berkas="a.csv").di_dalam_berkas == "Tidak ada."


def test_a_finding_is_read_from_json_as_it_was_written():
    finding = Temuan("x", "y", True, "tiket", "a.csv", "Kanal", (3, 7), 2)
    record = {**asdict(finding), "baris": [3, 7]}
    assert Temuan.from_record(record) == finding


def test_the_two_grades():
    assert [Temuan("x", "y", grade).tingkat for grade in (True, False)] == [
        "menghentikan",
        "peringatan",
    ]
    assert Pemeriksaan("x", "y", menghentikan=True).tingkat == "menghentikan"
