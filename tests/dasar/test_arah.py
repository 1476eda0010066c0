"""Which way a figure went, as it is shown: arrow, word and sign must not part."""

import pytest

from laporan.dasar.arah import KATA, Arah


@pytest.mark.parametrize(
    ("before", "now", "arrow", "word"),
    [(10, 11, "▲", "naik"), (11, 10, "▼", "turun"), (10, 10, "", "tetap"), (-2, -1, "▲", "naik")],
)
def test_a_direction_has_its_arrow_and_its_word(before, now, arrow, word):
    arah = Arah.between(before, now)
    assert (arah.panah, str(arah)) == (arrow, word)
    assert Arah.of(now - before) is arah
    assert KATA[arah][0] == word


def test_no_word_stands_for_two_directions():
    words = [word for each in KATA.values() for word in each]
    assert len(words) == len(set(words))
