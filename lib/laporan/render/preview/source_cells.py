"""The cells of the source notebook, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from laporan.dasar.errors import LaporanError
from laporan.render.notebook.how_to_run import SKIPPED, tag_cells
from laporan.render.notebook.numbered_cells import INJECTED

_PARAMETERS = "parameters"


@dataclass(frozen=True)
class CodeCell:
    """A cell that is run.

    Attributes
    ----------
    index
        Its place in the notebook that is executed.
    number
        Its place as the analyst counts it, from 1.
    cell
        The cell itself, which gets its outputs.
    """

    index: int
    number: int
    cell: NotebookNode


def read_source(path: Path, parameters: str) -> NotebookNode:
    """Read a notebook without outputs, with parameters in place.

    Parameters
    ----------
    parameters
        The code that follows the cell tagged ``parameters``.

    Raises
    ------
    LaporanError
        If it is no notebook.
    """
    try:
        notebook: NotebookNode = nbformat.read(path, as_version=4)
    except (OSError, ValueError, KeyError, nbformat.ValidationError) as error:
        raise LaporanError(
            f"{path.name} tidak dapat dibaca sebagai notebook: {error}. "
            "Bukalah dengan JupyterLab, lalu simpan lagi."
        ) from error
    notebook.cells = list(_prepared(notebook.cells, parameters))
    tag_cells(notebook.cells)
    return notebook


def code_cells(notebook: NotebookNode) -> list[CodeCell]:
    """List the cells that are run."""
    found, number = [], 0
    for index, cell in enumerate(notebook.cells):
        number += INJECTED not in _tags(cell)
        if cell.cell_type == "code" and cell.source.strip() and SKIPPED not in _tags(cell):
            found.append(CodeCell(index, number, cell))
    return found


def _prepared(cells: Sequence[NotebookNode], parameters: str) -> Iterator[NotebookNode]:
    for cell in cells:
        if INJECTED in _tags(cell):
            continue
        if cell.cell_type == "code":
            cell.outputs = []
        yield cell
        if _PARAMETERS in _tags(cell):
            injected = nbformat.v4.new_code_cell(parameters)
            injected.metadata.tags = [INJECTED]
            yield injected


def _tags(cell: NotebookNode) -> Sequence[str]:
    tags: Sequence[str] = cell.metadata.get("tags", ())
    return tags
