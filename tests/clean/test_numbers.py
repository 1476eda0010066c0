import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.clean.numbers import is_blank, parse_counts
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka


def table(**columns):
    rows = max(map(len, columns.values()))
    return pd.DataFrame(columns, index=range(2, rows + 2), dtype="str")


def values(found):
    assert found.dtype == "Int64"
    return [None if pd.isna(value) else int(value) for value in found]


def counts(*cells):
    found = parse_counts(table(Pengikut=cells), berkas="contoh.xlsx")
    return values(found["Pengikut"])


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1.707", "12", "1.234.567"], [1707, 12, 1_234_567]),
        (["1,707", "12", "1,234,567"], [1707, 12, 1_234_567]),
        (["36.0", "0.0", "1,115.0"], [36, 0, 1115]),
        (["36,0", "1.115,00"], [36, 1115]),
        (["1.000"], [1000]),
        (["1,000"], [1000]),
        (["1.000", "36.0"], [1, 36]),
        (["-", "", " ", None, "–", " 7 "], [None, None, None, None, None, 7]),
        (["tujuh", "7 akun", "-5", "36.5", "7"], [None, None, None, None, 7]),
        (["1.707", "1.70"], [1707, None]),
        (["9" * 16, "9" * 15], [None, 999_999_999_999_999]),
    ],
)
def test_marks_are_told_by_all_cells(cells, expected):
    assert counts(*cells) == expected


def test_marks_are_told_by_all_columns_of_a_file():
    found = parse_counts(table(Views=["1.000", "7"], Users=["36.0", "1.0"]), berkas="a.csv")
    assert values(found["Views"]) == [1, 7]
    found = parse_counts(table(Views=["1.000", "7"], Users=["1.115", "36"]), berkas="a.csv")
    assert values(found["Views"]) == [1000, 7]


@pytest.mark.parametrize(
    ("share", "expected"), [("1.4350649", 1), ("99.88%", 1), ("1,15", 1000), ("99,9%", 1000)]
)
def test_marks_are_told_by_the_decimals_of_shares(share, expected):
    found = parse_counts(
        table(Views=["1.000"]), berkas="a.csv", fractions=table(Share=[share, None])
    )
    assert values(found["Views"]) == [expected]


def test_a_file_of_both_kinds_is_refused(snapshot):
    with pytest.raises(LaporanError) as caught:
        counts("5", "1.707", "1,115")
    assert str(caught.value) == snapshot
    with pytest.raises(LaporanError) as caught:
        parse_counts(
            table(Views=["1.707"], Users=["5"]), berkas="a.csv", fractions=table(Share=["0.25"])
        )
    assert str(caught.value) == snapshot


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_counts_survive_each_way_of_writing_them(values):
    assert counts(*[f"{value:,}" for value in values]) == values
    assert counts(*[f"{value:,}".replace(",", ".") for value in values]) == values
    assert counts(*[f"{value}.0" for value in values]) == values
    assert counts(*[f"{value}" for value in values]) == values


@settings(max_examples=25)
@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_indonesian_numbers_are_read_back(values):
    assert counts(*map(angka, values)) == values


def test_blank_cells():
    assert is_blank(pd.Series(["-", " ", None, "0"], dtype="str")).tolist() == [True] * 3 + [False]


def test_fractions_among_counts_tell_that_marks_were_taken_for_others(snapshot):
    # 2.680, 3.100 and 2.900, that a program read as fractions and wrote anew.
    with pytest.raises(LaporanError) as caught:
        counts("2.68", "2.871", "3.1", "2.9")
    assert str(caught.value) == snapshot
    assert counts("2.68", "36.0", "3.1", "2.9") == [None, 36, None, None]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_groups_set_apart_by_spaces(space):
    assert counts(f"114{space}183", f"1{space}114{space}183") == [114_183, 1_114_183]
    assert counts(f"12{space}34", f"1{space}1141") == [None, None]
