from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.clean.dates import (
    has_offset,
    parse_dates,
    parse_instants,
    parse_month_first,
    parse_us_times,
    read_date,
)
from laporan.clean.listed_days import read_first_day
from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.dasar.indonesian import tanggal

JULI = Bulan(2023, 7)


@pytest.mark.parametrize(
    "text",
    [
        "5 Juli 2023",
        "05 JULI 2023",
        "5 Jul 2023",
        "5-Jul-23",
        "5-Jul-2023",
        "5 july 2023",
        "Rabu, 5 Juli 2023",
        "rabu 5 juli '23",
        "5 Juli 2023 pukul 10.30 WIB",
        "5 Juli 2023, 10:30",
        "05/07/23",
        "5/7/2023",
        "5-7-2023",
        "05.07.2023",
        "05/07/2023 08.00",
        "5Juli2023",
        "2023-07-05",
        "2023/07/05",
        "2023-07-05 00:00:00",
        "2023-07-05T23:59:59+07:00",
        "20230705",
        "45112",
        "45112.5",
        " 5  Juli\n2023 ",
        "Rabu/5 Juli 2023",
        "Rabu,5 Juli 2023",
        "5 – Juli – 2023",
        "05–07–2023",
        "5 Juli 2023.",
        "Tgl. 5 Juli 2023",
        "tanggal 5 Juli 2023",
        "5\u00a0Juli\u00a02023",
        "5-VII-2023",
        "5 VII 2023",
        "July 5, 2023",
        "Jul 5, 2023",
        "July 5th, 2023 10:30",
    ],
)
def test_the_fifth_of_july_in_every_spelling(text):
    assert read_date(text) == date(2023, 7, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "Juli 2023",
        "31 Juni 2023",
        "5 Jolly 2023",
        "32/01/2023",
        "07/13/2023",
        "2023",
        "5-6 Juli 2023",
        "1707",
        "99999",
        "20231301",
        "5/7-2023",
        "JUMLAH",
    ],
)
def test_what_is_no_date_is_not_read(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "4–6 Juli 2023",
        "4 s.d. 6 Juli",
        "4-6 Juli 2023",
        "4 s/d 6 Juli 2023",
        "4 sampai dengan 6 Juli 2023",
        "4, 5 dan 6 Juli 2023",
        "4/7/2023 - 6/7/2023",
        "4-6/7/2023",
        "4 Juli s.d. 6 Juli",
        "Selasa–Kamis, 4–6 Juli 2023",
        "Selasa, 4 Juli - Kamis, 6 Juli 2023",
        "2023-07-04 s.d. 2023-07-06",
        "4 Juli",
        "Selasa, 4 Juli",
    ],
)
def test_the_first_of_several_days(text):
    assert read_date(text) is None
    assert read_first_day(text, JULI) == date(2023, 7, 4)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("30 Juni–2 Juli 2023", date(2023, 6, 30)),
        ("28 Des - 2 Jan 2023", date(2022, 12, 28)),
        ("28 Desember - 2 Januari", date(2022, 12, 28)),
        ("28 Desember 2022 - 2 Januari 2023", date(2022, 12, 28)),
        ("6-4 Juli 2023", None),
        ("4 - 32 Juli 2023", None),
        ("31 Juni - 2 Juli 2023", None),
        ("5-6", None),
        ("1 Februari - 6 Juli 2023", None),
        ("Minggu ke-2 Juli 2023", None),
        ("3 Juli 2023 09.00-11.00", None),
    ],
)
def test_spans_begin_elsewhere_or_are_none(text, first):
    assert read_first_day(text, JULI) == first


def test_days_over_new_year_begin_in_the_month_of_the_list():
    assert read_first_day("28 Des - 2 Jan", Bulan(2023, 12)) == date(2023, 12, 28)
    assert read_first_day("28 Des - 2 Jan", Bulan(2023, 1)) == date(2022, 12, 28)


@given(st.text(st.sampled_from("0123456789 -–/.,juliadesd&"), max_size=24))
def test_any_text_gives_a_first_day_or_nothing(text):
    assert read_first_day(text, JULI) is None or isinstance(read_first_day(text, JULI), date)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("1 Pebruari 2024", 2),
        ("1 Peb 2024", 2),
        ("1 Nopember 2023", 11),
        ("1 Nop 23", 11),
        ("1 Agt 2023", 8),
        ("1 Agustus 2023", 8),
        ("1 Mei 2023", 5),
        ("1 Okt 2023", 10),
        ("1 Des 2023", 12),
        ("1 Sept 2023", 9),
        ("1 Mrt 2023", 3),
    ],
)
def test_old_and_short_names_of_months(text, month):
    assert read_date(text).month == month


OLD = {"Februari": "Pebruari", "November": "Nopember"}


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_survives_every_way_of_writing_it(day):
    name = NAMA_BULAN[day.month - 1]
    for text in (
        tanggal(day),
        tanggal(day).upper(),
        tanggal(day).replace(name, OLD.get(name, name)),
        tanggal(day).replace(name, name[:3]),
        f"{day:%d.%m.%y}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}-{day.month}-{day.year % 100:02d}",
        day.isoformat(),
        f"{day:%Y%m%d}",
        str((day - date(1899, 12, 30)).days),
    ):
        assert read_date(text) == day


@given(st.text())
def test_any_text_gives_a_date_or_nothing(text):
    assert read_date(text) is None or isinstance(read_date(text), date)


def test_a_column_of_dates():
    texts = pd.Series(["5 Juli 2023", None, "besok", "05/07/23"], index=[4, 5, 9, 2], dtype="str")
    dates = parse_dates(texts)
    assert dates.dtype == "datetime64[us]"
    assert dates.index.tolist() == [4, 5, 9, 2]
    assert dates.isna().tolist() == [False, True, True, False]
    assert dates[4] == dates[2] == pd.Timestamp(2023, 7, 5)
    assert parse_dates(pd.Series([], dtype="str")).dtype == "datetime64[us]"


def test_the_month_first_where_the_program_is_american():
    dates = parse_month_first(pd.Series(["6/1/23", "6/30/23", "20230601"], dtype="str"))
    assert dates.dt.strftime("%Y-%m-%d").tolist() == ["2023-06-01", "2023-06-30", "2023-06-01"]


def test_instants_are_given_in_wib():
    texts = pd.Series(
        [
            "2023-06-30T17:00:00+0000",
            "2023-07-01T00:00:00+07:00",
            "2023-06-30 17:00 +0000",
            "2023-06-30T17:00:00Z",
            "2023-06-30 17:00:00 UTC",
            "2023-07-01 00:00",
        ],
        dtype="str",
    )
    instants = parse_instants(texts)
    assert instants.dtype == "datetime64[us, Asia/Jakarta]"
    assert instants.eq(pd.Timestamp("2023-07-01", tz="Asia/Jakarta")).all()
    assert has_offset(texts).tolist() == [True] * 5 + [False]


def test_a_time_without_offset_is_of_the_zone_named():
    (instant,) = parse_instants(pd.Series(["2023-07-01T00:00:00"]), zone="UTC")
    assert instant == pd.Timestamp("2023-07-01 07:00", tz="Asia/Jakarta")


@pytest.mark.parametrize("text", ["2023", "2023-07-01", "kemarin", "2023-13-01T00:00:00Z", None])
def test_what_is_no_instant_is_not_read(text):
    assert parse_instants(pd.Series([text], dtype="str")).isna().all()


def test_american_times():
    times = parse_us_times(pd.Series(["07/31/2023 23:30", "31/07/2023 10:00"]), "UTC")
    assert times[0] == pd.Timestamp("2023-08-01 06:30", tz="Asia/Jakarta")
    assert pd.isna(times[1])


ISO = st.builds(
    lambda moment, form: form(moment),
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
    st.sampled_from(
        [
            lambda t: t.strftime("%Y-%m-%dT%H:%M:%S+0700"),
            lambda t: t.strftime("%Y-%m-%dT%H:%M:%S+07:00"),
            lambda t: t.strftime("%Y-%m-%d %H:%M:%S+00"),
            lambda t: t.strftime("%Y-%m-%dT%H:%MZ"),
            lambda t: t.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        ]
    ),
)
ODD = st.sampled_from(
    ["2023-07-05 08:00 +0000", "2023-07-05T08:00:00", "2023-07-05T08Z", "2023-13-05T08:00:00Z",
     "2023-07-05T24:00:00Z", "2023-07-05T08:00:60Z", "JUMLAH", " 2023-07-05T08:00:00Z", None]
)  # fmt: skip


@given(st.lists(ISO, min_size=1, max_size=6), ODD)
def test_the_fast_way_reads_what_the_slow_way_reads(texts, odd):
    """An odd cell makes the whole column go the slow way; the others are read just the same."""
    fast = parse_instants(pd.Series(texts, dtype="str"))
    slow = parse_instants(pd.Series([*texts, odd, "x"], dtype="str"))
    assert fast.notna().all()
    assert fast.tolist() == slow.tolist()[:-2]
    assert pd.isna(slow.iloc[-1])
