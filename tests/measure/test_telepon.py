import pandas as pd
import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import violated_identities


def calls(*rows):
    """Make days of calls: day, offered, answered, abandoned, speed."""
    table = pd.DataFrame(
        rows, columns=["tanggal", "ditawarkan", "dijawab", "ditinggalkan", "kecepatan_detik"]
    )
    table["tanggal"] = pd.to_datetime("2023-07-" + table["tanggal"].astype("str").str.zfill(2))
    table["dalam_batas"] = pd.Series(pd.NA, index=table.index, dtype="Int64")
    return table.astype({"ditawarkan": "Int64", "dijawab": "Int64", "ditinggalkan": "Int64"})


@pytest.fixture
def telepon():
    return calls((3, 30, 20, 10, 10.0), (10, 10, 10, 0, 40.0), (4, 10, 10, 0, None))


def test_calls_are_added_up_and_set_against_those_offered(ukuran, tiket, telepon):
    july = ukuran(tiket=tiket({}), telepon=telepon)
    assert [
        july.nilai(f"telepon.{name}") for name in ("ditawarkan", "dijawab", "ditinggalkan")
    ] == [
        50,
        40,
        10,
    ]
    assert july.nilai("telepon.dijawab_bagian") == 80
    assert violated_identities(july.tabel, Bulan(2023, 7)) == []


def test_a_day_with_many_answers_weighs_more_in_their_speed(ukuran, tiket, telepon):
    # The third day's speed is not known: its ten answers weigh nothing.
    assert ukuran(tiket=tiket({}), telepon=telepon).nilai("telepon.kecepatan_jawab") == 20


def test_weekdays_join_the_weeks(ukuran, tiket, telepon):
    july = ukuran(tiket=tiket({}), telepon=telepon)
    assert july.kategori("telepon.ditawarkan", "hari").to_dict() == {"Senin": 40, "Selasa": 10}


@pytest.mark.parametrize("name", ["telepon.ditawarkan", "telepon.dijawab", "telepon.ditinggalkan"])
def test_weekdays_that_do_not_add_up_are_told(ukuran, tiket, telepon, name):
    table = ukuran(tiket=tiket({}), telepon=telepon).tabel
    whole = table["indikator"].eq(name) & table["dimensi"].eq("")
    [violation] = violated_identities(
        table.assign(nilai=table["nilai"] + whole.astype(float)), Bulan(2023, 7)
    )
    assert f"tetapi {name}[hari] = " in str(violation)


def test_each_weekday_has_its_name(ukuran, tiket):
    july = ukuran(tiket=tiket({}), telepon=calls(*((2 + n, n, n, 0, None) for n in range(1, 8))))
    assert july.kategori("telepon.ditawarkan", "hari").to_dict() == {
        "Senin": 1, "Selasa": 2, "Rabu": 3, "Kamis": 4, "Jumat": 5, "Sabtu": 6, "Minggu": 7,
    }  # fmt: skip


def test_no_calls_have_no_share_and_no_speed(ukuran, tiket):
    july = ukuran(tiket=tiket({}), telepon=calls((3, 0, 0, 0, None)))
    assert july.nilai("telepon.ditawarkan") == 0
    assert july.nilai("telepon.dijawab_bagian") is None
    assert july.nilai("telepon.kecepatan_jawab") is None


def test_calls_are_no_part_of_the_services(ukuran, tiket, telepon):
    with_calls, without = ukuran(tiket=tiket({}), telepon=telepon), ukuran(tiket=tiket({}))
    assert with_calls.nilai("layanan.jumlah") == without.nilai("layanan.jumlah") == 1


def test_attendance(ukuran, tiket):
    reports = pd.DataFrame(
        {"peserta": [7, 5], "durasi_detik": pd.Series([1200, 2400], dtype="Int64")}
    )
    july = ukuran(tiket=tiket({}), kehadiran=reports)
    names = ("berlaporan", "peserta", "durasi")
    assert [july.nilai(f"video_conference.{name}") for name in names] == [2, 12, 30]
    assert july.nilai("video_conference.jumlah") is None
    unknown = reports.assign(durasi_detik=pd.Series([None, None], dtype="Int64"))
    assert ukuran(tiket=tiket({}), kehadiran=unknown).nilai("video_conference.durasi") is None
    assert (
        ukuran(tiket=tiket({}), kehadiran=reports.head(0)).nilai("video_conference.peserta") is None
    )
