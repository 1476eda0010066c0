import pandas as pd
import pytest

from laporan.check.repeated import check_repeated
from laporan.dasar.bulan import Bulan
from laporan.store.month_data import MonthData

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)
PAGES = pd.DataFrame({"halaman": ["/a", "/b"], "tayangan": [5, 3], "pengguna": [4, None]})


def month(bulan, *files, **tables):
    """Make a month of files ``(source, name, rows, taken)``."""
    rows = [
        {
            "sumber": sumber,
            "berkas": name,
            "baris": baris,
            "diambil": diambil,
            "ditolak": 0,
            "dikecualikan": baris - diambil,
        }
        for sumber, name, baris, diambil in files
    ]
    columns = ["sumber", "berkas", "baris", "diambil", "ditolak", "dikecualikan"]
    empty = pd.DataFrame()
    return MonthData(bulan, tables, pd.DataFrame(rows, columns=columns), empty, empty)


def repeated(now, before, same=True):
    other = "abc" if same else "xyz"
    return check_repeated(now, before, {"b.csv": "abc"}, {"a.csv": other})


def test_a_file_whose_rows_count_in_both_months_blocks(teks):
    now, before = (month(b, ("wa_blast", n, 9, 9)) for b, n in ((JULI, "b.csv"), (JUNI, "a.csv")))
    assert teks(repeated(now, before)) == [
        "menghentikan [bukan berkas bulan lalu] b.csv: isinya sama persis dengan 2023-06/a.csv "
        "(SHA-256 sama), dan 9 barisnya terhitung sebagai Juli 2023. Ganti dengan ekspor Juli 2023."
    ]
    assert teks(repeated(now, before, same=False)) == []


def test_a_file_that_covers_both_months_is_split_between_them(teks):
    now = month(JULI, ("wa_blast", "b.csv", 9, 5))
    before = month(JUNI, ("wa_blast", "a.csv", 9, 4))
    assert teks(repeated(now, before)) == []


def test_last_months_file_that_gives_this_month_nothing_blocks(teks):
    now = month(JULI, ("webinar", "b.csv", 9, 0))
    before = month(JUNI, ("webinar", "a.csv", 9, 9))
    [text] = teks(repeated(now, before))
    assert text == (
        "menghentikan [bukan berkas bulan lalu] b.csv: isinya sama persis dengan 2023-06/a.csv "
        "(SHA-256 sama), dan tidak satu pun barisnya terhitung sebagai Juli 2023. Ganti dengan "
        "ekspor Juli 2023."
    )


def test_a_file_without_dates_is_told_of_once(teks):
    now = month(JULI, ("situs_halaman", "b.csv", 2, 2), situs_halaman=PAGES)
    before = month(JUNI, ("situs_halaman", "a.csv", 2, 2), situs_halaman=PAGES)
    [text] = teks(repeated(now, before))
    assert "SHA-256" in text


def test_the_rows_of_a_table_without_dates_must_differ(teks):
    files = [("situs_halaman", "halaman.csv", 2, 2)]
    now = month(JULI, *files, situs_halaman=PAGES)
    before = month(JUNI, *files, situs_halaman=PAGES.iloc[::-1])
    assert teks(repeated(now, before)) == [
        "menghentikan [bukan berkas bulan lalu] halaman.csv: semua barisnya sama dengan Juni 2023, "
        "dan Halaman website (Google Analytics) tidak memuat tanggal. Ganti dengan ekspor Juli "
        "2023."
    ]


@pytest.mark.parametrize("changed", [PAGES.assign(tayangan=[5, 4]), PAGES.head(1)])
def test_tables_that_differ_are_fine(teks, changed):
    now = month(JULI, situs_halaman=changed)
    assert teks(repeated(now, month(JUNI, situs_halaman=PAGES))) == []


def test_a_table_of_zeros_tells_nothing(teks):
    zeros = PAGES.assign(tayangan=0, pengguna=0)
    now, before = (month(bulan, situs_halaman=zeros) for bulan in (JULI, JUNI))
    assert teks(repeated(now, before)) == []
