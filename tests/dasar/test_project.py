"""The project is that of the working folder, its code included."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from proyek import ROOT

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project


def python(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python there, with the package installed from here."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT / "lib")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second checkout, whose code says something else."""
    folder = tmp_path_factory.mktemp("lain")
    shutil.copytree(ROOT / "lib", folder / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "_quarto.yml", folder / "_quarto.yml")
    (folder / "notebooks").mkdir()
    command = folder / "lib" / "laporan" / "cli" / "__init__.py"
    text = command.read_text("utf-8")
    changed = text.replace("Laporan bulanan layanan informasi DJPK", "Laporan dari salinan kedua")
    assert changed != text
    command.write_text(changed, "utf-8")
    return folder


def test_a_command_uses_the_code_of_its_working_folder(other: Path):
    here, there = (python(folder, "-m", "laporan", "--help").stdout for folder in (ROOT, other))
    assert "Laporan bulanan" in here
    assert "Laporan dari salinan kedua" in there


def test_a_notebook_uses_the_code_and_folders_of_its_project(other: Path):
    code = (
        "from laporan import cli, ENTRIES\nfrom laporan.dasar.project import Project\n"
        "import laporan, laporan_sample\n"
        "print(Project.find().data, *(m.__file__ for m in (cli, laporan, laporan_sample)))"
    )
    told = python(other / "notebooks", "-c", code).stdout.split()
    assert len(told) == 4
    assert all(Path(path).is_relative_to(other) for path in told)


def test_a_project_without_code_uses_what_is_installed(tmp_path: Path):
    shutil.copyfile(ROOT / "_quarto.yml", tmp_path / "_quarto.yml")
    told = python(tmp_path, "-c", "import laporan.cli; print(laporan.cli.__file__)").stdout
    assert Path(told.strip()).is_relative_to(ROOT)


def test_where_there_is_no_project_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LaporanError, match=r"bukan bagian dari proyek laporan: _quarto\.yml"):
        Project.find()


def test_a_list_is_a_workbook_or_a_text_and_not_both(tmp_path):
    project = Project(tmp_path, tmp_path)
    text, workbook = tmp_path / "peristiwa.csv", tmp_path / "peristiwa.xlsx"
    assert project.peristiwa_file == text
    workbook.touch()
    assert project.peristiwa_file == workbook
    text.touch()
    with pytest.raises(LaporanError, match=r"peristiwa\.csv dan peristiwa\.xlsx sama-sama ada"):
        _ = project.peristiwa_file
