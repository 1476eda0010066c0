"""Ranks: the first few by number and then name, and whoever ties with the last of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def ranked(values: Mapping[str, float]) -> list[str]:
    """Give the names by value, the largest first; equal ones by name."""
    return sorted(values, key=lambda name: (-values[name], name))


def teratas(values: pd.Series, count: int) -> pd.Series:
    """Give the first ``count`` of a series, and those that tie with the last of them.

    Parameters
    ----------
    values
        Name to number, in any order; those at 0 are left out.
    count
        How many; a tie at the end makes it more.

    Returns
    -------
    Series
        Ordered by number and then name.
    """
    present = {str(name): value for name, value in values.items() if value > 0}
    names = ranked(present)
    if len(names) > count > 0:
        names = [name for name in names if present[name] >= present[names[count - 1]]]
    return values.loc[names if count > 0 else []]
