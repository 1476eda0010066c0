"""Where the project lies that is tested: that of these tests, whichever folder is worked in."""

import json
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copy_project(root: Path) -> Path:
    """Copy what a project consists of, its data apart, to be changed."""
    for name in ("lib", "notebooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in [*ROOT.glob("_*.yml"), ROOT / "index.qmd"]:
        if path.is_file():
            shutil.copyfile(path, root / path.name)
    return root


# Of each kind one: cards, a chart, sentences, a table with filters, what the analysts write.
_FEW = {"#yang-perlu-diketahui", "#perkembangan", "#tiket-konsultasi", "#pengaduan-dan-keluhan"}


def small_project(root: Path) -> Path:
    """Write a project of one's own, without code, whose report has few sections.

    It is for what is about running a report, not about what stands in it: it has all that a whole
    one goes through.
    """
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    for path in ROOT.glob("_*.yml"):
        shutil.copyfile(path, root / path.name)
    keep_few_sections(root)
    return root


def keep_few_sections(root: Path) -> None:
    """Leave of a project's report only those of which there is one of each kind."""
    report = root / "notebooks/laporan.ipynb"
    notebook = json.loads(report.read_text("utf-8"))
    cells, kept, found = [], True, set()
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and text.startswith("## "):
            name = text.partition("{")[2].partition("}")[0].split()[0]
            kept = name in _FEW
            found |= {name} & _FEW
        if kept:
            cells.append(cell)
    assert found == _FEW
    report.write_text(json.dumps(notebook | {"cells": cells}), "utf-8")
