"""A picture is drawn again only if something that it rests on is another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pandas as pd
import pytest

from laporan.show.drawn import draw_once


def bars(table: pd.DataFrame, color: str) -> Callable[[], str]:
    """Give a function that draws, as charts do: by what it closes over."""
    return lambda: f"{color} {table.sum().sum()}"


@pytest.fixture
def drawn() -> Callable[..., int]:
    """Draw, and give how often anything has been drawn."""
    numbers = count(1)
    last = [0]

    def draw(table: pd.DataFrame, color: str, *more: object, own: bool = False) -> int:
        chart = bars(table, color)
        # As if the function stood in the package, or in a notebook.
        chart.__module__ = "__main__" if own else "laporan.sections.kanal"

        def write() -> str:
            last[0] = next(numbers)
            return chart()

        draw_once(write, chart, *more)
        return last[0]

    return draw


def test_the_same_is_drawn_once(drawn: Callable[..., int]):
    assert drawn(pd.DataFrame({"a": [1, 2]}), "merah") == 1
    assert drawn(pd.DataFrame({"a": [1, 2]}), "merah") == 1


def test_another_value_color_or_size_is_drawn_anew(drawn: Callable[..., int]):
    assert drawn(pd.DataFrame({"a": [1, 3]}), "merah") == 1
    assert drawn(pd.DataFrame({"a": [1, 4]}), "merah") == 2
    assert drawn(pd.DataFrame({"a": [1, 4]}), "biru") == 3
    assert drawn(pd.DataFrame({"a": [1, 4]}), "biru", "sempit") == 4


def test_what_a_notebook_draws_itself_is_drawn_each_time(drawn: Callable[..., int]):
    assert drawn(pd.DataFrame({"a": [5]}), "merah", own=True) == 1
    assert drawn(pd.DataFrame({"a": [5]}), "merah", own=True) == 2
