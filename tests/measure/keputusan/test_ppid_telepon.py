"""Requests against the time that the law gives them, and calls against that of the switch."""

from datetime import date

import openpyxl
import pandas as pd
import pytest

from laporan.check.clocks import check_clocks
from laporan.clean import cleaner
from laporan.clean.hours import working_day
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.read.reader import read_source

JULI, SETTINGS = Bulan(2023, 7), load_settings()
HEAD = ("Tanggal", "Pemohon", "Keperluan", "Data Diminta", "Tanggal Jawab", "Diperpanjang", "Hasil")


@pytest.mark.parametrize(
    ("asked", "limit", "longer"),
    [
        ("2023-07-03", "2023-07-17", "2023-07-27"),
        ("2023-07-10", "2023-07-25", "2023-08-03"),
        ("2023-07-08", "2023-07-24", "2023-08-02"),
        ("2023-06-26", "2023-07-13", "2023-07-25"),
    ],
)
def test_the_time_that_the_law_gives(asked, limit, longer):
    """Worked by hand: ten working days from the next one on, and seven more."""
    days = (working_day(date.fromisoformat(asked), n, SETTINGS["jam_layanan"]) for n in (10, 17))
    assert [str(day.date()) for day in days] == [limit, longer]


@pytest.fixture
def requests(tmp_path):
    """Clean a list of requests: the day, that of the answer, and of the extension."""

    def of(*rows, head=HEAD):
        book = openpyxl.Workbook()
        book.active.append(head)
        for number, (asked, *rest) in enumerate(rows):
            row = (asked, f"Pemohon {number}", "Penelitian", "APBD", *rest)
            book.active.append(row[: len(head)])
        book.save(tmp_path / "ppid.xlsx")
        return cleaner("ppid")(read_source(tmp_path, "ppid", SETTINGS), JULI, SETTINGS)

    return of


def test_what_is_answered_in_time(requests, ukuran, tiket):
    cleaned = requests(
        ("2023-07-03", "2023-07-17"),  # on the last day
        ("2023-07-03", "2023-07-18"),  # a day late
        ("2023-07-03", "2023-07-26", "2023-07-17", "diberikan"),  # extended on the last day
        ("2023-07-03", "2023-07-26", "Ya", "DITOLAK"),  # extended, nobody says when
        ("2023-07-03", "2023-07-26", "2023-07-18"),  # extended too late
        ("2023-07-03", None, "Tidak"),  # not answered
        ("2023-07-03", "2023-08-02"),  # answered after the month
        ("2023-07-20", "2023-07-21"),  # due in August
    )
    assert cleaned.temuan == ()
    found = ukuran(tiket=tiket({}), ppid=cleaned.tabel)
    figure = found.angka("ppid.tepat_waktu")
    assert (figure.nilai, figure.n) == (3, 7)
    assert cleaned.tabel["hasil"].dropna().tolist() == ["Diberikan", "Ditolak"]


def test_a_list_without_answers_says_nothing(requests, ukuran, tiket):
    bare = requests(("2023-07-03",), head=HEAD[:4])
    found = ukuran(tiket=tiket({}), ppid=bare.tabel)
    assert found.alasan("ppid.tepat_waktu").text() == "daftarnya tidak memuat tanggal jawaban"
    early = requests(("2023-07-20", "2023-07-21"))
    found = ukuran(tiket=tiket({}), ppid=early.tabel)
    assert found.alasan("ppid.tepat_waktu").text() == "belum ada permohonan yang jatuh tempo"


def test_an_extension_that_is_no_date_is_told(requests):
    [finding] = requests(("2023-07-03", "2023-07-17", "barangkali")).temuan
    assert "tanggal, Ya, atau Tidak" in str(finding)


def test_calls_answered_in_time(tmp_path, ukuran, tiket):
    (tmp_path / "telepon.csv").write_text(
        "Date,Calls Offered,ACD Calls,Aban Calls,Acceptable\n"
        "2023-07-03,50,45,5,40\n2023-07-04,50,48,2,44\n2023-07-05,10,10,0,\n",
        "utf-8",
    )
    tables = read_source(tmp_path, "telepon", SETTINGS)
    telepon = cleaner("telepon")(tables, JULI, SETTINGS).tabel
    figure = ukuran(tiket=tiket({}), telepon=telepon).angka("telepon.tingkat_layanan")
    assert (figure.nilai, figure.n) == (84, 100)
    assert figure.bawah < 84 < figure.atas
    untold = telepon.assign(dalam_batas=pd.array([pd.NA] * 3, dtype="Int64"))
    found = ukuran(tiket=tiket({}), telepon=untold)
    assert "dalam batas waktu" in found.alasan("telepon.tingkat_layanan").text()


def timed(tiket, *seconds):
    rows = [{"dibuat": "2023-07-07 15:50", "dibalas": "2023-07-10 08:10"}] * len(seconds)
    return tiket(*rows).assign(balas_deskpro_detik=pd.array(seconds, dtype="Int64"))


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ([1200] * 19 + [1230], False),
        ([1200] * 20 + [9000], False),
        ([1200] * 18 + [9000, 9000], True),
        ([None] * 5, False),
    ],
)
def test_both_clocks(tiket, seconds, told):
    """Twenty minutes by both: Friday 15.50 to Monday 08.10."""
    result = check_clocks(timed(tiket, *seconds), JULI, SETTINGS)
    assert bool(result.temuan) == told
    if told:
        assert "Pada 2 dari 20 tiket" in str(result.temuan[0])
