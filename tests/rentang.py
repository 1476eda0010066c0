"""What a hidden cell of a table can be, for who knows the table's sums: by a linear program."""

from __future__ import annotations

import numpy as np
from scipy.optimize import linprog


def span(
    rest: tuple[np.ndarray, np.ndarray], hidden: np.ndarray, cell: tuple[int, int]
) -> tuple[float, float]:
    """Give the least and the most that a cell can be.

    Parameters
    ----------
    rest
        What the sums of rows and of columns leave for the cells that are not shown.
    hidden
        Which cells these are.
    """
    cells = [tuple(each) for each in np.argwhere(hidden).tolist()]
    lines = [(axis, at) for axis in (0, 1) for at in range(hidden.shape[axis])]
    sums = [[float(each[axis] == at) for each in cells] for axis, at in lines]
    aim = np.array([float(each == cell) for each in cells])
    low, high = (
        sign * linprog(sign * aim, A_eq=sums, b_eq=np.concatenate(rest), bounds=(0, None)).fun
        for sign in (1, -1)
    )
    return low, high
