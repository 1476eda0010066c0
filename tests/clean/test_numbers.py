import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.clean.numbers import is_blank, parse_counts
from laporan.errors import LaporanError


def counts(*cells):
    texts = pd.Series(cells, index=range(2, len(cells) + 2), dtype="str")
    found = parse_counts(texts, berkas="contoh.xlsx", kolom="Pengikut")
    assert found.dtype == "Int64"
    return [None if pd.isna(value) else int(value) for value in found]


@pytest.mark.parametrize(
    ("cells", "values"),
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
    ],
)
def test_marks_are_told_by_the_column(cells, values):
    assert counts(*cells) == values


def test_a_column_of_both_kinds_is_refused():
    with pytest.raises(LaporanError) as caught:
        counts("5", "1.707", "1,115")
    assert str(caught.value) == (
        "contoh.xlsx, kolom 'Pengikut': tanda ribuan tidak dapat ditentukan, karena '1.707' "
        "(baris 3) dan '1,115' (baris 4) mengikuti aturan yang berbeda. Tulislah semua angka di "
        "kolom itu dengan cara yang sama, misalnya 1.707."
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_counts_survive_each_way_of_writing_them(values):
    assert counts(*[f"{value:,}" for value in values]) == values
    assert counts(*[f"{value:,}".replace(",", ".") for value in values]) == values
    assert counts(*[f"{value}.0" for value in values]) == values
    assert counts(*[f"{value}" for value in values]) == values


def test_blank_cells():
    assert is_blank(pd.Series(["-", " ", None, "0"], dtype="str")).tolist() == [True] * 3 + [False]
