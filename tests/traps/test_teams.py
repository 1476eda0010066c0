"""Teams' attendance reports: UTF-16 of both kinds, tabs, numbered sections, any language."""

import codecs

import pytest

from laporan.dasar.bulan import Bulan

REAL = "17_teams_attendance_utf16be.csv"
LOCAL = "teams-indonesia-utf16le.csv"
OLD = "teams-lama.csv"


def rows(cleaned):
    return [
        (str(row.tanggal.date()), row.peserta, row.durasi_detik)
        for row in cleaned.tabel.itertuples()
    ]


def text(folder, fixture):
    return (folder.path / fixture).read_bytes().decode("utf-16")


@pytest.fixture
def local(folder):
    """The Indonesian report as text."""
    folder.put(kehadiran=LOCAL)
    return text(folder, "kehadiran.csv")


def write(folder, content, name="video-conference.csv"):
    return folder.write(name, codecs.BOM_UTF16_LE + content.encode("utf-16-le"))


def test_a_real_report(folder):
    folder.bulan = Bulan(2022, 11)
    cleaned = folder.put(video_conference=REAL).clean("kehadiran")
    assert rows(cleaned) == [("2022-11-14", 7, 21 * 60 + 7)]
    assert cleaned.peringatan == ()
    assert folder.account("kehadiran") == (
        {"video-conference.csv": [14, 7, 0, 7]},
        [("video-conference.csv", "kegiatan dalam pertemuan", 7)],
    )


def test_a_report_in_indonesian(folder):
    cleaned = folder.put(video_conference=LOCAL).clean("kehadiran")
    assert rows(cleaned) == [("2023-07-10", 3, 3723)]
    assert cleaned.peringatan == ()


def test_an_old_report_without_sections_and_with_american_dates(folder):
    cleaned = folder.put(video_conference=OLD).clean("kehadiran")
    # It does not tell how long the meeting took; whoever joined again counts once.
    assert [row[:2] for row in rows(cleaned)] == [("2023-07-04", 2)]
    assert cleaned.tabel["durasi_detik"].isna().all()
    assert folder.account("kehadiran")[1] == [("video-conference.csv", "ganda", 1)]


@pytest.mark.parametrize(
    "written", ["10/07/23, 13:0{}:05", "7/10/23, 1:0{}:05 PM", "2023-07-10 13:0{}", "10 Juli 2023"]
)
def test_dates_of_any_language(folder, local, written):
    for minute in range(3):
        local = local.replace(f"10/07/23 13.0{minute}.05", written.format(minute))
    assert rows(write(folder, local).clean("kehadiran")) == [("2023-07-10", 3, 3723)]


def test_a_date_that_can_be_two_is_the_one_of_the_month(folder, local):
    # 7/10/23 is the seventh of October or the tenth of July.
    american = local.replace("10/07/23", "7/10/23")
    assert rows(write(folder, american).clean("kehadiran"))[0][0] == "2023-07-10"


def test_no_name_and_no_address_is_kept(folder):
    folder.put(video_conference=LOCAL)
    cleaned = folder.clean("kehadiran")
    assert list(cleaned.tabel.columns) == ["tanggal", "peserta", "durasi_detik"]
    kept = cleaned.tabel.to_csv() + cleaned.ditolak.to_csv() + "".join(cleaned.peringatan)
    assert "Contoh" not in kept
    assert "@" not in kept


def test_the_same_report_twice_is_one_meeting(folder):
    folder.put(video_conference_1=LOCAL, video_conference_2=LOCAL)
    assert rows(folder.clean("kehadiran")) == [("2023-07-10", 3, 3723)]
    assert folder.account("kehadiran")[0] == {
        "video-conference-1.csv": [6, 3, 0, 3],
        "video-conference-2.csv": [6, 0, 0, 6],
    }


def test_a_meeting_of_another_month_is_left_out(folder):
    assert rows(folder.put(video_conference=REAL).clean("kehadiran")) == []
    assert folder.account("kehadiran")[1] == [
        ("video-conference.csv", "kegiatan dalam pertemuan", 7),
        ("video-conference.csv", "bulan lain", 7),
    ]


def test_a_list_that_is_cut_off_is_told(folder, local, snapshot):
    lines = local.split("\r\n")
    cleaned = write(folder, "\r\n".join(lines[:12]) + "\r\n").clean("kehadiran")
    assert cleaned.tabel["peserta"].tolist() == [2]
    assert list(cleaned.peringatan) == snapshot


def test_a_row_without_a_readable_time_is_rejected_without_its_content(folder, local):
    cleaned = write(folder, local.replace("10/07/23 13.01.05\t", "Pengguna Contoh 0002\t", 1))
    ditolak = cleaned.clean("kehadiran").ditolak
    assert ditolak[["baris", "kolom", "isi"]].to_numpy().tolist() == [
        [12, "Masuk", "xxxxxxxx xxxxxx 9999"]
    ]


def test_saved_anew_by_a_spreadsheet(folder, local):
    semicolons = "\ufeff" + local.replace("\t", ";")
    folder.write("video-conference.csv", semicolons)
    assert rows(folder.clean("kehadiran")) == [("2023-07-10", 3, 3723)]


@pytest.mark.parametrize(
    "content", ["Tanggal,Pengguna Layanan,Topik\n4 Juli 2023,Kota Kendari,DAU\n", "halo\n"]
)
def test_what_is_no_report_is_refused(folder, content, snapshot):
    assert folder.write("video-conference.csv", content).refusal("kehadiran") == snapshot


def test_a_report_and_the_list_do_not_take_each_others_files(folder):
    folder.put(video_conference=LOCAL)
    assert folder.read("video_conference") == []


EVENTS = """Full Name\tUser Action\tTimestamp
Orang Satu\tJoined before\t7/5/2023, 9:00:01 AM
Orang Dua\tJoined\t7/5/2023, 9:02:01 AM
Orang Dua\tLeft\t7/5/2023, 9:30:01 AM
Orang Dua\tJoined\t7/5/2023, 9:40:01 AM
Orang Satu\tLeft\t7/5/2023, 1:15:01 PM
"""
INDONESIAN = {
    "Full Name\tUser Action\tTimestamp": "Nama Lengkap\tTindakan Pengguna\tStempel waktu",
    "Joined before": "Bergabung sebelum",
    "Joined": "Bergabung",
    "Left": "Keluar",
    "7/5/2023, ": "05/07/2023 ",
    "1:15:01 PM": "13.15.01",
    " AM": "",
    ":": ".",
}


def test_the_old_list_of_joins_and_leaves(folder):
    content = EVENTS
    for english, local in INDONESIAN.items():
        content = content.replace(english, local)
    for each in (EVENTS, content):
        cleaned = write(folder, each).clean("kehadiran")
        assert rows(cleaned) == [("2023-07-05", 2, 4 * 3600 + 15 * 60)]
        assert "1 peserta tanpa waktu keluar" in cleaned.peringatan[0]
        assert folder.account("kehadiran") == (
            {"video-conference.csv": [5, 2, 0, 3]},
            [
                ("video-conference.csv", "kegiatan dalam pertemuan", 2),
                ("video-conference.csv", "ganda", 1),
            ],
        )
