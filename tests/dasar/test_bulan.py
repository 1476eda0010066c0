import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError

MONTHS = st.builds(Bulan, st.integers(2001, 2098), st.integers(1, 12))


@given(MONTHS)
def test_text_reads_back(bulan):
    assert Bulan.parse(str(bulan)) == bulan


@given(MONTHS, st.integers(-11, 11))
def test_shift_and_back(bulan, months):
    assert bulan.shift(months).shift(-months) == bulan
    assert (bulan.shift(months) > bulan) == (months > 0)


def test_names():
    juli = Bulan(2023, 7)
    assert juli.label == "Juli 2023"
    assert str(juli.previous) == "2023-06"
    assert str(juli.year_before) == "2022-07"
    assert [str(m) for m in Bulan(2024, 2).year_to_date] == ["2024-01", "2024-02"]
    assert Bulan(2024, 2).last_day.day == 29


@pytest.mark.parametrize("text", ["2023-13", "juli", "", "2023-7", "2023-07 ", "２０２３-07", "07"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(CallError, match=r"tidak dikenal\. Tulislah sebagai TAHUN-BULAN"):
        Bulan.parse(text)


def test_ranges():
    assert [str(m) for m in Bulan.parse_range("2022-12..2023-02")] == [
        "2022-12",
        "2023-01",
        "2023-02",
    ]
    with pytest.raises(CallError, match="terbalik"):
        Bulan.parse_range("2023-07..2023-06")
