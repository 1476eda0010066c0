"""The scratch notebook runs on a month that is clean, and says what the report says."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from proyek import ROOT

NOTEBOOK = ROOT / "notebooks" / "contoh-analisis.ipynb"


@pytest.fixture(scope="module")
def shown(juli: Path) -> list[dict[str, str]]:
    """What the cells show, by kind."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    place = {"metadata": {"path": str(NOTEBOOK.parent)}}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(juli.parents[1] / "data"))
        patch.setenv("LAPORAN_OUT", str(juli.parent))
        patch.setenv("PYTHONPATH", str(ROOT / "lib"))
        NotebookClient(notebook, timeout=600, resources=place).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [dict(output["data"]) for output in outputs if "data" in output]


def test_it_is_twenty_lines_of_code():
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert len([line for line in code.splitlines() if line.strip()]) <= 20


def test_it_says_what_the_report_says(shown: list[dict[str, str]]):
    texts = [each.get("text/plain", "") for each in shown]
    (topics,) = [text for text in texts if "selisih" in text]
    assert re.search(r"^DAU +210 +181 +29 *$", topics, re.MULTILINE)
    assert "(1707.0, 1315.0)" in texts
    assert any(kind.startswith("image/") for each in shown for kind in each)
