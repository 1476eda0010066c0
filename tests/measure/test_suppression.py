"""Small cells of two groupings can't be reckoned from what is shown: asked of a linear program."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from rentang import span

from laporan.dasar.settings import load_settings
from laporan.measure.suppression import hidden_cells

LEAST = load_settings()["data_pribadi"]["kelompok_terkecil"]


def spans(counts: np.ndarray, hidden: np.ndarray, cell: tuple[int, int]) -> float:
    rest = np.where(hidden, counts, 0)
    low, high = span((rest.sum(axis=1), rest.sum(axis=0)), hidden, cell)
    return high - low


@pytest.mark.parametrize("mean", [0.5, 2, 6])
def test_what_is_hidden_can_not_be_reckoned(mean: float) -> None:
    drawn = np.random.default_rng(20230701)
    held = 0
    for _ in range(15):
        counts = drawn.poisson(mean, size=(drawn.integers(2, 6), drawn.integers(2, 7)))
        hidden = hidden_cells(pd.DataFrame(counts), LEAST).to_numpy()
        assert hidden[counts < LEAST].all()
        for cell in map(tuple, np.argwhere((counts > 0) & (counts < LEAST)).tolist()):
            # What the sums alone say, nothing can hide.
            said_by_sums = spans(counts, np.ones_like(hidden), cell) < 0.9
            assert spans(counts, hidden, cell) > 0.9 or said_by_sums, (counts, cell)
            held += 1
    assert held > 5


def test_no_more_is_hidden_than_is_needed() -> None:
    table = pd.DataFrame([[9, 8, 7], [8, 1, 6], [7, 6, 5]])
    hidden = hidden_cells(table, LEAST)
    assert hidden.to_numpy().tolist() == [[False] * 3, [False, True, True], [False, True, True]]
    assert not hidden_cells(pd.DataFrame([[9, 8], [7, 6]]), LEAST).any().any()
    assert hidden_cells(pd.DataFrame(), LEAST).empty
