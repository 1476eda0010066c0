"""The clock of service hours, by cases worked out by hand and minute by minute."""

from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.settings import load_settings
from laporan.measure.keputusan.jam_kerja import service_minutes

JAM = load_settings()["jam_layanan"]
LIBUR = {date(2023, 7, 19), date(2023, 6, 29), date(2023, 6, 28), date(2023, 6, 30)}


def wib(*texts):
    return pd.Series(pd.to_datetime(list(texts), utc=True, format="ISO8601")).dt.tz_convert(
        "Asia/Jakarta"
    )


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2023-07-07T15:50+07:00", "2023-07-10T08:10+07:00", 20),
        ("2023-07-08T10:00+07:00", "2023-07-10T07:30+07:00", 0),
        ("2023-07-18T15:00+07:00", "2023-07-20T09:00+07:00", 120),
        ("2023-07-10T16:00+07:00", "2023-07-11T08:00+07:00", 0),
        ("2023-07-12T09:00+07:00", "2023-07-12T09:25+07:00", 25),
        ("2023-06-30T16:17:00Z", "2023-07-03T02:08:36Z", 68.6),
        ("2023-07-03T08:00+07:00", "2023-07-10T08:00+07:00", 2400),
        ("2023-07-10T09:00+07:00", "2023-07-10T08:59+07:00", 0),
    ],
)
def test_cases(start, end, minutes):
    assert service_minutes(wib(start), wib(end), JAM).tolist() == [pytest.approx(minutes)]


def test_other_hours_and_days_off():
    other = {**JAM, "mulai": "07.30", "selesai": "17.00", "libur_tambahan": ["2023-07-04"]}
    found = service_minutes(wib("2023-07-03T16:30+07:00"), wib("2023-07-05T08:00+07:00"), other)
    assert found.tolist() == [60]


MOMENT = st.datetimes(datetime(2023, 6, 26), datetime(2023, 7, 24)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(st.lists(st.tuples(MOMENT, MOMENT), min_size=1, max_size=3))
def test_minute_by_minute(spans):
    """Each minute is looked at by itself."""
    expected = []
    for start, end in spans:
        minutes = range(max(int((end - start) / timedelta(minutes=1)), 0))
        moments = (start + timedelta(minutes=minute) for minute in minutes)
        expected.append(
            sum(
                each.weekday() < 5 and each.date() not in LIBUR and 8 <= each.hour < 16
                for each in moments
            )
        )
    starts, ends = (
        pd.Series(pd.to_datetime(list(each))).dt.tz_localize("Asia/Jakarta")
        for each in zip(*spans, strict=True)
    )
    assert service_minutes(starts, ends, JAM).tolist() == expected


def test_nothing():
    nothing = wib()
    assert service_minutes(nothing, nothing, JAM).empty
