import pandas as pd
import pytest

from laporan.check.days import check_days, days_text
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings

JULI, SETTINGS = Bulan(2023, 7), load_settings()
# The service days of July 2023: the 19th was a holiday.
DAYS = [d for d in range(1, 32) if pd.Timestamp(2023, 7, d).day_of_week < 5 and d != 19]


def tickets(hari, *numbers):
    return {"tiket": pd.DataFrame({"dibuat": hari(*numbers).dt.tz_localize("Asia/Jakarta")})}


def test_a_ticket_on_every_service_day_is_enough(hari, teks):
    assert teks(check_days(tickets(hari, *DAYS), JULI, SETTINGS)) == []


def test_service_days_without_a_ticket_are_told_as_spans(hari, teks):
    some = [day for day in DAYS if day not in {3, 10, 11, 12}]
    assert teks(check_days(tickets(hari, *some, 8, 19), JULI, SETTINGS)) == [
        "peringatan [tiket setiap hari layanan] Tidak ada tiket pada hari layanan 3 dan 10–12 "
        "Juli 2023. Pastikan semua halaman ekspor terunduh; bila hari itu libur, tambahkan ke "
        "pengaturan jam_layanan.libur_tambahan."
    ]


def test_a_holiday_of_the_settings_needs_no_ticket(hari, teks):
    hours = {**SETTINGS["jam_layanan"], "libur_tambahan": ["2023-07-03"]}
    some = tickets(hari, *DAYS[1:])
    assert teks(check_days(some, JULI, {**SETTINGS, "jam_layanan": hours})) == []
    assert len(teks(check_days(some, JULI, SETTINGS))) == 1


def visitors(hari, *numbers):
    return pd.DataFrame({"tanggal": hari(*numbers), "metrik": "total users"})


def test_gaps_of_a_daily_series_are_told(hari, teks):
    tables = {"situs_pengunjung": visitors(hari, *range(1, 21), 25)}
    assert teks(check_days(tables, JULI, SETTINGS)) == [
        "peringatan [hari lengkap] Deret “total users” tanpa nilai pada 21–24 dan 26–31 Juli "
        "2023, sehingga jumlah sebulannya terlalu kecil bila hari itu bukan nol. Ekspor ulang "
        "untuk sebulan penuh."
    ]
    whole = {"situs_pengunjung": visitors(hari, *range(1, 32))}
    assert teks(check_days(whole, JULI, SETTINGS)) == []


def test_each_series_of_a_source_is_checked_by_itself(hari, teks):
    days = range(1, 32)
    parts = [
        pd.DataFrame({"tanggal": hari(*days), "media": "Facebook", "metrik": "jangkauan"}),
        pd.DataFrame({"tanggal": hari(*days[1:]), "media": "Instagram", "metrik": "jangkauan"}),
    ]
    [text] = teks(check_days({"meta_harian": pd.concat(parts)}, JULI, SETTINGS))
    assert "deret “Instagram, jangkauan” tanpa nilai pada 1 Juli 2023" in text.lower().replace(
        "instagram", "Instagram"
    ).replace("juli", "Juli")


def test_posts_are_no_daily_series(hari, teks):
    posts = pd.DataFrame({"tanggal": hari(3), "bentuk": "per unggahan"})
    assert teks(check_days({"twitter": posts}, JULI, SETTINGS)) == []
    daily = pd.DataFrame({"tanggal": hari(3), "bentuk": "per hari"})
    assert len(teks(check_days({"twitter": daily}, JULI, SETTINGS))) == 1


def test_a_daily_export_without_a_day_stops_the_report(hari, teks):
    [text] = teks(check_days({"situs_pengunjung": visitors(hari)}, JULI, SETTINGS))
    assert text.startswith("menghentikan [hari lengkap]")
    assert "tidak memuat satu hari pun dari Juli 2023" in text


def test_sources_not_supplied_are_not_checked(teks):
    assert teks(check_days({}, JULI, SETTINGS)) == []


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([9], "9 Juli 2023"),
        ([9, 10], "9–10 Juli 2023"),
        ([31, 1, 3, 2], "1–3 dan 31 Juli 2023"),
        ([1, 3, 5], "1, 3, dan 5 Juli 2023"),
    ],
)
def test_days_are_written_as_spans(hari, numbers, text):
    assert days_text(list(hari(*numbers)), JULI) == text


def test_many_days_missing_among_busy_ones_stop_the_report(hari, teks):
    cut = [day for day in DAYS for _ in range(12) if day < 24]
    [text] = teks(check_days(tickets(hari, *cut), JULI, SETTINGS))
    assert text.startswith("menghentikan [tiket setiap hari layanan] Tidak ada tiket pada hari")
    quiet = [day for day in DAYS for _ in range(8) if day < 24]
    [text] = teks(check_days(tickets(hari, *quiet), JULI, SETTINGS))
    assert text.startswith("peringatan")


@pytest.mark.parametrize(("users", "last", "grade"), [
    (900, 20, "menghentikan"), (900, 28, "peringatan"), (3, 20, "peringatan"),
])  # fmt: skip
def test_a_daily_export_cut_short_stops_the_report(hari, teks, users, last, grade):
    tables = {"situs_pengunjung": visitors(hari, *range(1, last + 1)).assign(pengguna=users)}
    [text] = teks(check_days(tables, JULI, SETTINGS))
    assert text.startswith(f"{grade} [hari lengkap] Deret “total users” tanpa nilai")
