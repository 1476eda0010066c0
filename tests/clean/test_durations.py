import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.clean.durations import parse_clock, read_clock, read_worded


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("25", 25),
        ("25,4", 25.4),
        ("25.5", 25.5),
        (":05", 5),
        ("1:05", 65),
        ("75:10", 4510),
        ("1:02:03", 3723),
        (" 1:05 ", 65),
        ("1:5", None),
        ("1:75", None),
        ("lama", None),
        ("", None),
        ("-5", None),
        (":::", None),
    ],
)
def test_clocks(text, seconds):
    assert read_clock(text) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("21m 7s", 1267),
        ("1h 2m 3s", 3723),
        ("2h", 7200),
        ("45s", 45),
        ("1 j 2 m 3 d", 3723),
        ("1 jam 2 menit", 3720),
        ("30 detik", 30),
        ("1 hr 5 min", 3900),
        ("21", None),
        ("7", None),
        ("m", None),
        ("", None),
        ("10/07/23 13.00", None),
    ],
)
def test_durations_in_words(text, seconds):
    assert read_worded(text) == seconds


def test_dashes_and_blanks_are_no_duration():
    assert parse_clock(pd.Series(["-", None, "", "12"], dtype="str")).isna().tolist() == [
        True, True, True, False,
    ]  # fmt: skip


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_what_is_written_is_read(hours, minutes, seconds):
    total = hours * 3600 + minutes * 60 + seconds
    assert read_clock(f"{hours}:{minutes:02d}:{seconds:02d}") == total
    assert read_clock(f"{hours * 60 + minutes}:{seconds:02d}") == total
    assert read_worded(f"{hours}h {minutes}m {seconds}s") == total
    assert read_worded(f"{hours} jam {minutes} menit {seconds} detik") == total


@given(st.text(max_size=30))
def test_any_text_gives_a_duration_or_nothing(text):
    for read in (read_clock, read_worded):
        value = read(text)
        assert value is None or value >= 0
