"""The cells of an executed notebook, numbered as the analyst counts those of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

# The tag of the cell that papermill puts in; the source has none of it.
INJECTED = "injected-parameters"


def numbered_cells(cells: Iterable[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each cell of the source, as it was executed, with its number from 1."""
    own = (cell for cell in cells if INJECTED not in cell["metadata"].get("tags", ()))
    return enumerate(own, start=1)
