from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.indonesian import (
    angka,
    daftar,
    persen,
    round_half_up,
    round_to_sum,
    roundings,
    tanggal,
)


def test_indonesian_forms():
    assert angka(1707) == "1.707"
    assert angka(4.9, 2) == "4,90"
    assert persen(29.8107) == "29,81%"
    assert tanggal(date(2023, 7, 5)) == "5 Juli 2023"
    assert daftar(["DAU", "DBH", "PDRD"]) == "DAU, DBH, dan PDRD"


def test_halves_go_away_from_zero_and_zero_has_no_sign():
    assert angka(2.5) == "3"
    assert angka(-2.5) == "-3"
    assert angka(-0.4) == "0"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12),
    st.integers(0, 6),
)
def test_a_written_number_reads_back(value: Decimal, decimals: int):
    text = angka(value, decimals)
    read_back = Decimal(text.replace(".", "").replace(",", "."))
    assert read_back == round_half_up(value, decimals)


@given(st.lists(st.floats(-1e4, 1e4), max_size=12), st.integers(0, 3))
def test_rounded_parts_add_up_to_the_rounded_whole(parts: list[float], decimals: int):
    rounded = round_to_sum(parts, decimals)
    exact = sum((Decimal(str(part)) for part in parts), Decimal(0))
    assert sum(rounded, Decimal(0)) == round_half_up(exact, decimals)
    assert all(each in roundings(part, decimals) for each, part in zip(rounded, parts, strict=True))
