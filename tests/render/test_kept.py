"""What is kept between renders is never wrong: each kind of input is changed once.

After the changes of a group the report that is made with all that was kept, from change to change,
is held byte by byte against one that is made from nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from proyek import copy_project

from laporan.dasar.bulan import Bulan
from laporan_sample import write_sample

BULAN = Bulan(2024, 2)
SAME = ("laporan.html", "ukuran.csv", "mutu.html")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one's own with a small month, rendered once."""
    root = copy_project(tmp_path_factory.mktemp("simpanan") / "proyek")
    write_sample(root / "data" / "raw", BULAN, tiket=60, seed=5)
    time.sleep(3)  # what was written just now is not kept by
    _render(root, root / "_output")
    return root


def _render(root: Path, out: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "laporan", "render", str(BULAN), "--engine", "pandoc"]
    done = subprocess.run(
        [*command, "--format", "html", "--out", str(out)],
        cwd=root, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(root / "lib")} | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return {name: (out / str(BULAN) / name).read_bytes() for name in SAME}


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _change_setting(root: Path) -> None:
    (root / "data" / "pengaturan.toml").write_text('[layanan]\nnama_pusat = "Pusat Lain"\n')


def _change_export(root: Path) -> None:
    path = root / "data" / "raw" / str(BULAN) / "tiket-1.csv"
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), "utf-8")


def _change_note(root: Path) -> None:
    (root / "data" / "raw" / str(BULAN) / "catatan.md").write_text("# Keluhan\n\nTidak ada.\n")


def _change_cell(root: Path) -> None:
    path = root / "notebooks" / "laporan.ipynb"
    notebook = json.loads(path.read_text("utf-8"))
    cell = next(c for c in notebook["cells"] if "chart_kanal(lap)" in "".join(c["source"]))
    cell["source"] = "s.chart_zona(lap)"
    path.write_text(json.dumps(notebook), "utf-8")


Change = Callable[[Path], None]
# What reaches furthest comes first, so that no later change makes anew what was kept wrongly.
CHANGES: list[dict[str, Change]] = [
    {
        "merek": lambda root: _replace(root / "_brand.yml", "#0b4f8a", "#0b4f9b"),
        "kode": lambda root: _replace(
            root / "lib/laporan/show/bars.py", "markersize=7", "markersize=9"
        ),
    },
    {
        "pengaturan": _change_setting,
        "ekspor": _change_export,
        "catatan": _change_note,
        "sel": _change_cell,
    },
]


@pytest.mark.parametrize("changes", CHANGES, ids=" ".join)
def test_a_report_from_what_is_kept_is_the_report_from_nothing(
    project: Path, changes: dict[str, Change], tmp_path: Path
) -> None:
    kept = {name: (project / "_output" / str(BULAN) / name).read_bytes() for name in SAME}
    for change in changes.values():
        before = kept
        change(project)
        kept = _render(project, project / "_output", PYTHONHASHSEED="3")
        assert kept != before
    assert kept == _render(project, tmp_path, LAPORAN_BERSIH=str(tmp_path / "bersih"))
