import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from laporan.measure import teratas


def test_whoever_ties_with_the_last_is_there_too():
    values = pd.Series({"d": 1, "c": 2, "b": 2, "a": 2, "e": 5})
    assert list(teratas(values, 2).items()) == [("e", 5), ("a", 2), ("b", 2), ("c", 2)]


def test_fewer_than_asked_and_none_at_zero():
    assert list(teratas(pd.Series({"a": 0, "b": 1}), 6)) == [1]
    assert teratas(pd.Series({"a": 3}), 0).empty
    assert teratas(pd.Series(dtype="int64"), 6).empty


@given(st.dictionaries(st.text(min_size=1), st.integers(0, 9)), st.integers(1, 12))
def test_nobody_left_out_has_as_many_as_somebody_taken(values, count):
    taken = teratas(pd.Series(values, dtype="int64"), count)
    left = [value for name, value in values.items() if name not in taken.index]
    assert list(taken.items()) == sorted(taken.items(), key=lambda item: (-item[1], item[0]))
    assert not left or not len(taken) or max(left) < taken.min()
    assert len(taken) >= min(count, sum(value > 0 for value in values.values()))
