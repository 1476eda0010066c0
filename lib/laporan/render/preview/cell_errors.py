"""What cells raised, shown in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy

from nbformat import NotebookNode
from nbformat.v4 import new_output

from laporan.dasar.errors import CallError, LaporanError
from laporan.render.notebook.how_to_run import show_expected_errors
from laporan.render.preview.source_cells import CodeCell, code_cells
from laporan.show.markup import escape

# Their messages say all: where, what was found, what to do.
_OWN = (LaporanError.__name__, CallError.__name__)
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_LINE = re.compile(r"^Cell In\[\d+\], line (\d+)", re.MULTILINE)


def show_errors(executed: NotebookNode) -> tuple[NotebookNode, list[str]]:
    """Give a copy with a box in the place of each error, and what the errors say.

    Cells that fail for the same reason, such as a name that a failed cell above should have given,
    are told once.
    """
    notebook, failed = deepcopy(executed), dict[str, list[int]]()
    show_expected_errors(notebook.cells)
    for code in code_cells(notebook):
        for place, output in enumerate(code.cell.outputs):
            if output.output_type == "error":
                said = tell_error(output.ename, output.evalue)
                failed.setdefault(said, []).append(code.number)
                box = {"text/markdown": _box(code, said, _line(output.traceback))}
                code.cell.outputs[place] = new_output("display_data", box)
    return notebook, [_tell(said, numbers) for said, numbers in failed.items()]


def tell_error(name: str, value: str) -> str:
    """Tell an error; the project's own need no name."""
    return value if name in _OWN else f"{name}: {value}"


def _tell(said: str, numbers: Sequence[int]) -> str:
    more = f" dan {len(numbers) - 1} sel di bawahnya" if len(numbers) > 1 else ""
    return f"Sel ke-{numbers[0]}{more}: {said}"


def _line(traceback: Sequence[str]) -> int | None:
    """Find the line of the cell that raised."""
    found = _LINE.search(_ANSI.sub("", "\n".join(traceback)))
    return int(found[1]) if found else None


def _box(code: CodeCell, said: str, line: int | None) -> str:
    lines = code.cell.source.splitlines()
    place = f"Sel ke-{code.number}" + (f", baris {line}" if line else "")
    shown = [f"[{place}]{{.galat-sel}}", *map(escape, said.splitlines())]
    if line and len(lines) > 1 and line <= len(lines):
        shown.insert(1, f"*{escape(lines[line - 1].strip())}*")
    return "::: {.catatan}\n\n" + "\\\n".join(shown) + "\n\n:::"
