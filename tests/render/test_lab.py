"""What cells show where no renderer reads them: in JupyterLab, in a kernel that it would start."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from proyek import ROOT

from laporan.dasar.project import DATA_VARIABLE, OUT_VARIABLE
from laporan.show.display import RENDERER_VARIABLES

CELLS = {
    "judul": "s.judul(lap)",
    "kalimat": "s.sentence_perkembangan(lap)",
    "kartu": "s.cards_ringkasan(lap)",
    "tabel": "s.table_kanal(lap)",
    "grafik": "s.chart_kanal(lap)",
}


@pytest.fixture(scope="module")
def shown(juli: Path) -> Mapping[str, Mapping[str, str]]:
    """What each cell gives."""
    head = 'from laporan import buka\nfrom laporan import sections as s\nlap = buka("2023-07")'
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in (head, *CELLS.values())]
    environment = {
        name: text for name, text in os.environ.items() if name not in RENDERER_VARIABLES
    }
    environment[OUT_VARIABLE] = str(juli.parent)
    environment[DATA_VARIABLE] = str(juli.parents[1] / "data")
    folder = {"metadata": {"path": str(ROOT / "notebooks")}}
    NotebookClient(notebook, timeout=None, resources=folder).execute(env=environment)
    outputs = (cell.outputs[0].data for cell in notebook.cells[1:])
    return dict(zip(CELLS, outputs, strict=True))


@pytest.mark.parametrize("name", CELLS)
def test_it_is_html_in_the_style_of_the_page(shown: Mapping[str, Mapping[str, str]], name: str):
    data = shown[name]
    assert "text/markdown" not in data
    assert data["text/html"].startswith('<div class="laporan-sel"><style>')
    # Nothing is fetched from elsewhere: the notebook may be moved, or made into a page.
    assert all(link.startswith("data:") for link in re.findall(r'src="([^"]*)"', data["text/html"]))


def test_it_says_what_the_page_says(shown: Mapping[str, Mapping[str, str]]):
    text = {name: data["text/html"] for name, data in shown.items()}
    assert "<h1>Laporan Layanan Informasi DJPK</h1>" in text["judul"]
    assert "Juli 2023" in text["judul"]
    assert text["kartu"].count('class="kartu"') >= 8
    assert "data:image/svg+xml" in text["kartu"]
    assert re.search(r"<tr[^>]*>\s*<t[hd][^>]*>WhatsApp</t[hd]>", text["tabel"])
    assert "1.493" in text["tabel"]
    assert re.search(r'<img alt="[^"]*WhatsApp[^"]*" src="data:image/png', text["grafik"])
