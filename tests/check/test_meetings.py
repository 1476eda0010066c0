import pandas as pd
import pytest

from laporan.check.meetings import check_attendance


def tables(hari, reports, meetings):
    found = {"kehadiran": pd.DataFrame({"tanggal": hari(*reports)})}
    if meetings is not None:
        found["video_conference"] = pd.DataFrame({"tanggal": hari(*meetings)})
    return found


def test_one_report_and_one_meeting_a_day_belong_together(hari, teks):
    assert teks(check_attendance(tables(hari, [4, 10], [4, 10, 20]))) == []


@pytest.mark.parametrize(
    ("reports", "meetings", "found"),
    [
        ([4], [10], "1 laporan kehadiran, 0 pertemuan"),
        ([4], None, "1 laporan kehadiran, 0 pertemuan"),
        ([4, 4], [4], "2 laporan kehadiran, 1 pertemuan"),
    ],
)
def test_a_report_without_a_meeting_of_its_own_is_told(hari, teks, reports, meetings, found):
    assert teks(check_attendance(tables(hari, reports, meetings))) == [
        f"peringatan [laporan kehadiran berpasangan] 4 Juli 2023: {found} dalam daftar video "
        "conference. Pesertanya ikut dijumlah, tetapi tidak dicantumkan di samping pertemuannya. "
        "Lengkapi daftarnya."
    ]


def test_two_meetings_of_a_day_are_told(hari, teks):
    [text] = teks(check_attendance(tables(hari, [4], [4, 4])))
    assert text.endswith("Periksa daftarnya.")


def test_without_reports_there_is_nothing_to_check(hari, teks):
    assert teks(check_attendance({})) == []
    assert teks(check_attendance(tables(hari, [], [4]))) == []
