"""What is kept between renders is never wrong: each kind of input is changed once.

By each change of a group alone the report is known to be no longer that of its inputs. After all of
them the report that is made with all that was kept shows each, and is held byte by byte against one
that is made from nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from proyek import copy_project, keep_few_sections

from laporan.dasar.bulan import Bulan
from laporan_sample import write_sample

BULAN = Bulan(2024, 2)
SAME = ("laporan.html", "ukuran.csv", "mutu.html")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one's own with a small month, rendered once."""
    root = copy_project(tmp_path_factory.mktemp("simpanan") / "proyek")
    keep_few_sections(root)
    write_sample(root / "data" / "raw", BULAN, tiket=60, seed=5)
    time.sleep(3)  # what was written just now is not kept by
    _render(root, root / "_output")
    return root


def _render(root: Path, out: Path, **environment: str) -> dict[str, bytes]:
    options = ["--engine", "pandoc", "--format", "html", "--out", str(out)]
    _run(root, "-m", "laporan", "render", str(BULAN), *options, **environment)
    return _files(out)


def _run(root: Path, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(root / "lib")} | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def _files(out: Path) -> dict[str, bytes]:
    return {name: (out / str(BULAN) / name).read_bytes() for name in SAME}


ASK = f"""
from laporan.cli.known_reports import KnownReports
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
reports, month = KnownReports(Project.find(), ["html"], "pandoc"), {BULAN!r}
print(reports.recall(month, reports.basis(month)) is not None)
"""


def _is_known(root: Path) -> bool:
    """Tell whether a report would be found to be up to date."""
    return {"True": True, "False": False}[_run(root, "-c", ASK)]


class Change(NamedTuple):
    """A file and its new text, and what of the finished files bears witness of it."""

    path: str
    change: Callable[[str], str]
    shown: Callable[[dict[str, str]], bool]


def _other(old: str, new: str) -> Callable[[str], str]:
    def replace(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return replace


def _without_last_rows(text: str) -> str:
    """Leave out the last rows; the very last may be no ticket of the month."""
    return "".join(text.splitlines(keepends=True)[:-10])


def _other_cell(text: str) -> str:
    notebook = json.loads(text)
    cell = next(c for c in notebook["cells"] if "chart_kanal(lap)" in "".join(c["source"]))
    cell["source"] = "s.chart_zona(lap)"
    return json.dumps(notebook)


EXPORTS = f"data/raw/{BULAN}"
# What reaches furthest comes first, so that no later change makes anew what was kept wrongly.
CHANGES: list[dict[str, Change]] = [
    {
        "merek": Change(
            "_brand.yml",
            _other("#0b4f8a", "#0b4f9b"),
            lambda files: "#0b4f9b" in files["laporan.html"],
        ),
        "kode": Change(
            "lib/laporan/show/bars.py",
            _other("color=shades)", 'color=shades, edgecolor="#0b4f8a", linewidth=2.625)'),
            lambda files: "stroke-width: 2.625" in files["laporan.html"],
        ),
    },
    {
        "pengaturan": Change(
            "data/pengaturan.toml",
            lambda _: '[layanan]\nnama_pusat = "Pusat Lain"\n',
            lambda files: "Pusat Lain" in files["laporan.html"],
        ),
        "ekspor": Change(
            f"{EXPORTS}/tiket-1.csv",
            _without_last_rows,
            lambda files: f"\n{BULAN},tiket.jumlah,,,60," not in files["ukuran.csv"],
        ),
        "catatan": Change(
            f"{EXPORTS}/catatan.md",
            lambda _: "# Keluhan\n\nTidak ada keluhan contoh.\n",
            lambda files: "Tidak ada keluhan contoh." in files["laporan.html"],
        ),
        "sel": Change(
            "notebooks/laporan.ipynb",
            _other_cell,
            lambda files: "menurut kanal, Februari 2024: " not in files["laporan.html"],
        ),
    },
]


@pytest.mark.parametrize("changes", CHANGES, ids=" ".join)
def test_a_report_from_what_is_kept_is_the_report_from_nothing(
    project: Path, changes: dict[str, Change], tmp_path: Path
) -> None:
    before = _texts(_files(project / "_output"))
    assert _is_known(project)
    changed: dict[Path, bytes] = {}
    for name, each in changes.items():
        assert not each.shown(before), name
        path = project / each.path
        old = path.read_bytes() if path.exists() else None
        changed[path] = each.change((old or b"").decode("utf-8-sig")).encode()
        path.write_bytes(changed[path])
        assert not _is_known(project), name
        path.unlink() if old is None else path.write_bytes(old)
    for path, new in changed.items():
        path.write_bytes(new)
    kept = _render(project, project / "_output", PYTHONHASHSEED="3")
    assert [name for name, each in changes.items() if not each.shown(_texts(kept))] == []
    assert kept == _render(project, tmp_path, LAPORAN_BERSIH=str(tmp_path / "bersih"))


def _texts(files: dict[str, bytes]) -> dict[str, str]:
    return {name: content.decode() for name, content in files.items()}
