"""Which cells of a table are not shown, so that no small one can be reckoned from its sums.

The sums of rows and columns are known to everyone. A small cell that stands alone in its row is the
row's sum less what is shown; so are several that only one set of numbers fits. Whether a cell is
settled is a question of graphs (Gusfield 1988): it is not, exactly if a little can be taken from it
and given to it again along a ring of cells that are not shown.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import pandas as pd

Cell = tuple[int, int]


def hidden_cells(table: pd.DataFrame, least: int) -> pd.DataFrame:
    """Tell which cells are not shown.

    Empty cells are among them: they look like small ones, and shield those.

    Parameters
    ----------
    table
        Counts.
    least
        What is smaller, and not nothing, must not be found out.
    """
    counts = table.to_numpy()
    hidden = counts < least
    small = [(int(i), int(j)) for i, j in np.argwhere(hidden & (counts > 0))]
    for cell in small:
        if _is_settled(cell, counts, hidden):
            # Where no ring is to be had, the sums say it themselves.
            for other in _cheapest_ring(cell, counts, hidden):
                hidden[other] = True
    return pd.DataFrame(hidden, index=table.index, columns=table.columns)


def _is_settled(cell: Cell, counts: np.ndarray, hidden: np.ndarray) -> bool:
    """Tell whether one number alone fits a cell that is not shown."""
    row, column = cell
    # One more here must be one less elsewhere in the column, one more there in that row, …
    return not any(
        _is_reachable(start, end, cell, counts, hidden)
        for start, end in (((1, column), (0, row)), ((0, row), (1, column)))
    )


def _is_reachable(
    start: Cell, end: Cell, without: Cell, counts: np.ndarray, hidden: np.ndarray
) -> bool:
    """Find a way from a line to another: from rows to columns by adding, back by taking away."""
    seen, waiting = {start}, deque([start])
    while waiting:
        kind, at = waiting.popleft()
        lines = hidden[at] if kind == 0 else hidden[:, at] & (counts[:, at] > 0)
        for other in map(int, np.flatnonzero(lines)):
            crossed = (at, other) if kind == 0 else (other, at)
            following = (1 - kind, other)
            if crossed == without or following in seen:
                continue
            if following == end:
                return True
            seen.add(following)
            waiting.append(following)
    return False


def _cheapest_ring(cell: Cell, counts: np.ndarray, hidden: np.ndarray) -> tuple[Cell, ...]:
    """Give the corners of the rectangle that hides least of what is shown."""
    row, column = cell
    beside, above = counts[row][np.newaxis, :], counts[:, column][:, np.newaxis]
    cost = np.where(hidden, 0, counts).astype(float)
    price = cost + cost[row][np.newaxis, :] + cost[:, column][:, np.newaxis]
    # It can turn one way or the other.
    turns = (counts > 0) | ((beside > 0) & (above > 0))
    price[~turns] = np.inf
    price[row], price[:, column] = np.inf, np.inf
    i, j = map(int, np.unravel_index(np.argmin(price), price.shape))
    return ((row, j), (i, column), (i, j)) if np.isfinite(price[i, j]) else ()
