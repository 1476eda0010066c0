"""The report made once more, in memory: what the finished files must say.

The figures are measured anew from the cleaned tables, and the notebook's own cells are evaluated
on them. Nothing is read from the finished files.
"""

from __future__ import annotations

import ast
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.sections.report import Report
from laporan.show import Display

REPORT = "laporan.ipynb"


def derive(project: Project, bulan: Bulan, scratch: Path) -> tuple[Report, str]:
    """Open the month and give the Markdown that its notebook shows.

    Parameters
    ----------
    scratch
        A folder for the pictures.

    Raises
    ------
    LaporanError
        If the month can't be opened, or a cell gives what is no part of a report.
    """
    cells = json.loads((project.notebooks / REPORT).read_text("utf-8"))["cells"]
    names: dict[str, Any] = {}
    parts = []
    for number, cell in enumerate(cells, 1):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
        elif cell["cell_type"] == "code":
            with _folders(project):
                shown = _evaluate(source, names)
            if "parameters" in cell["metadata"].get("tags", []):
                names["bulan"] = str(bulan)
            elif shown is not None:
                with _folders(replace(project, data=scratch)):
                    parts.append(_markdown(shown, number))
    lap = names.get("lap")
    if not isinstance(lap, Report):
        raise LaporanError(
            f"{REPORT} tidak membuka bulan laporan: tidak ada sel lap = buka(bulan)."
        )
    return lap, "\n\n".join(parts)


def _evaluate(source: str, names: dict[str, Any]) -> object:
    """Run a cell; give the value of its last expression, as a notebook does."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, REPORT, "exec"), names)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), REPORT, "eval"), names)


def _markdown(shown: object, number: int) -> str:
    if not isinstance(shown, Display):
        raise LaporanError(f"{REPORT}, sel ke-{number}: hasilnya bukan bagian laporan.")
    return shown.markdown()


@contextmanager
def _folders(project: Project) -> Iterator[None]:
    """Let the notebook's cells find this project's folders, and no others."""
    before = {name: os.environ.get(name) for name in project.environment}
    here = Path.cwd()
    os.environ.update(project.environment)
    os.chdir(project.root)
    try:
        yield
    finally:
        os.chdir(here)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
