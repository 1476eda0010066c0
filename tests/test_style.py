"""The whole tree keeps the house's style: linter, formatter, types, and clean notebooks."""

import subprocess
import sys

import nbformat
import pytest

from laporan.dasar.project import ROOT


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "-q", "."], ["ruff", "format", "--check", "-q", "."], ["mypy"]],
    ids=lambda command: " ".join(command),
)
def test_a_checker_finds_nothing(command):
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.name)
def test_a_notebook_is_committed_clean(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert "papermill" not in notebook.metadata
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in cells)
    tags = [tag for cell in cells for tag in cell.metadata.get("tags", [])]
    assert tags == ["parameters"]
    assert max(len(cell.source.splitlines()) for cell in cells) <= 3
