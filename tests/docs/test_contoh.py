"""The scratch notebook runs on a month that is clean, and says what the report says."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from proyek import ROOT

NOTEBOOK = ROOT / "notebooks" / "contoh-analisis.ipynb"


@pytest.fixture(scope="module")
def shown(juli: Path) -> list[str]:
    """What the cells show, as text; of a picture, its kind."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(juli.parents[1] / "data"))
        patch.setenv("LAPORAN_OUT", str(juli.parent))
        patch.setenv("PYTHONPATH", str(ROOT / "lib"))
        NotebookClient(
            notebook, timeout=600, resources={"metadata": {"path": str(NOTEBOOK.parent)}}
        ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [
        text
        for each in outputs
        for text in [*each.get("data", {}), *map(str, each.get("data", {}).values())]
    ]


def test_it_is_twenty_lines_of_code():
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert len([line for line in code.splitlines() if line.strip()]) <= 20


def test_it_says_what_the_report_says(shown: list[str]):
    said = "\n".join(shown)
    assert "1.707" in said or "1707" in said
    assert "1.315" in said or "1315" in said
    assert "Jawa Tengah" in said or "image/png" in shown or "image/svg+xml" in shown
    assert "selisih" in said
