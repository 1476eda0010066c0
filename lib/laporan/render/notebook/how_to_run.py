"""What a cell's ``#|`` options say of running it, as the tags that nbclient knows."""

from __future__ import annotations

from collections.abc import Iterable

from nbformat import NotebookNode
from nbformat.v4 import new_output

from laporan.render.cell_options import read_options

SKIPPED, MAY_FAIL = "skip-execution", "raises-exception"


def tag_cells(cells: Iterable[NotebookNode]) -> None:
    """Tag the cells that are not run, and those whose error is part of the report."""
    for cell in cells:
        if cell.cell_type == "code":
            options = read_options(cell.source, {})
            wanted = {SKIPPED: options["eval"] is False, MAY_FAIL: options["error"] is True}
            added = [tag for tag, holds in wanted.items() if holds]
            if added:
                cell.metadata["tags"] = [*cell.metadata.get("tags", ()), *added]


def may_fail(cell: NotebookNode) -> bool:
    """Tell whether an error of a cell is part of the report."""
    return MAY_FAIL in cell.metadata.get("tags", ())


def show_expected_errors(cells: Iterable[NotebookNode]) -> None:
    """Let errors that may be be outputs like others: papermill takes each for the render's."""
    for cell in filter(may_fail, cells):
        for place, output in enumerate(cell.outputs):
            if output.output_type == "error":
                said = {"text/plain": f"{output.ename}: {output.evalue}"}
                cell.outputs[place] = new_output("display_data", said)
