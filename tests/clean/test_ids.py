"""Ids that come again are found as texts, though most are compared as numbers."""

import pandas as pd
import pytest

from laporan.clean.ids import is_repeated


@pytest.mark.parametrize(
    ("ids", "repeated"),
    [
        (["1", "2", "1"], [True, False, True]),
        (["1", None, None], [False, False, False]),
        # The same number, but not the same text.
        (["0x10", "16", "16"], [False, True, True]),
        (["-0", "0"], [False, False]),
        # No numbers.
        (["A", "1", "A"], [True, False, True]),
        # Beyond what a number of 64 bits holds.
        (["9" * 30, "9" * 30], [True, True]),
    ],
)
def test_only_the_same_text_comes_again(ids: list[str | None], repeated: list[bool]) -> None:
    series = pd.Series(ids, dtype="str", index=range(10, 10 + len(ids)))
    assert is_repeated(series).tolist() == repeated
    assert is_repeated(series).index.equals(series.index)
