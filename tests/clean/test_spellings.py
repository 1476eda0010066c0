"""A column kept as spellings and codes is read as the same column of texts."""

import pandas as pd

from laporan.clean.numbers import is_blank


def test_blanks_are_the_same_by_spelling() -> None:
    texts = pd.Series(["a", None, " ", "-", "a", " – ", "0"], dtype="str", index=range(3, 10))
    by_spelling = is_blank(texts.astype("category"))
    assert by_spelling.tolist() == [False, True, True, True, False, True, False]
    pd.testing.assert_series_equal(by_spelling, is_blank(texts))
