"""What makes a command do its work again: every kind of input and output, changed once."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from laporan.dasar.project import Project
from laporan.store import file_sums
from laporan.store.file_sums import FileSums
from laporan.store.unchanged import Done, Records

FILES = {
    "_quarto.yml": "project: {}",
    "_brand.yml": "color: {}",
    "notebooks/laporan.ipynb": "{}",
    "notebooks/gambar.png": "PNG",
    "lib/laporan/__init__.py": "",
    "lib/laporan/measure/tiket.py": "x = 1",
    "data/pengaturan.toml": "",
    "data/peristiwa.csv": "tanggal",
    "data/raw/riwayat.csv": "bulan",
    "data/raw/2023-06/tiket.csv": "1",
    "data/raw/2023-07/tiket.csv": "1",
    "data/raw/2023-07/catatan.md": "# Keluhan",
    "data/raw/2023-07/koreksi.csv": "sumber",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        _age(path)
    (tmp_path / "_output").mkdir()
    return Project(data=tmp_path / "data", out=tmp_path / "_output", root=tmp_path)


def _age(path: Path) -> None:
    """Let a file look as if it had been written long ago, so that the index may hold it."""
    os.utime(path, ns=(10**18, 10**18))


def _rewrite(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        # As long as before, and with the same time: only the inode's own times tell.
        (root / name).write_text(FILES[name][:-1] + "!" if FILES[name] else "!")
        _age(root / name)

    return change


def _touch(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("baru")

    return change


def _rename(root: Path) -> None:
    folder = root / "data/raw/2023-07"
    (folder / "tiket.csv").rename(folder / "tiket-2.csv")


CHANGES: dict[str, Callable[[Path], None]] = {
    **{f"isi {name}": _rewrite(name) for name in FILES},
    "berkas baru dalam bulan": _touch("data/raw/2023-07/tiket-susulan.csv"),
    "bulan baru": _touch("data/raw/2022-07/tiket.csv"),
    "berkas dihapus": lambda root: (root / "data/raw/2023-06/tiket.csv").unlink(),
    "nama berganti": _rename,
    "modul baru": _touch("lib/laporan/measure/baru.py"),
    "notebook baru": _touch("notebooks/lain.ipynb"),
    "penyusun": _touch("quarto/share/version"),
    # Named like what is made at the root, but somebody's own.
    "folder gambar": _touch("notebooks/gambar_files/peta.svg"),
    "folder uji dalam notebook": _touch("notebooks/tests/acuan.csv"),
    "folder build dalam data": _touch("data/raw/2023-07/build/tiket.csv"),
    "folder bench dalam kode": _touch("lib/laporan/bench/x.py"),
    "folder _output dalam data": _touch("data/_output/x.csv"),
    "berkas bernama build": _touch("notebooks/build"),
    "daftar pustaka di akar": _touch("pustaka.bib"),
}


def _basis(project: Project) -> str:
    return Records(project).basis("pandoc", besides=[project.root / "quarto/share/version"])


@pytest.mark.parametrize("kind", CHANGES)
def test_each_kind_of_input_that_changes_is_noticed(
    project: Project, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Inputs change at once, not seconds later: the index holds what was read all the same.
    monkeypatch.setattr(file_sums, "_SETTLED_NS", -(10**18))
    before = _basis(project)
    assert _basis(project) == before
    CHANGES[kind](project.root)
    assert _basis(project) != before


@pytest.mark.parametrize(
    "name",
    [
        "_output/2023-07/laporan.html",
        "_situs/index.html",
        "laporan_files/x.png",
        "index_files/x.png",
        "bench/x.py",
        "build/lib/x.py",
        "data/processed/2023-07/tiket.parquet",
        "tests/test_x.py",
        ".git/HEAD",
        "lib/laporan/__pycache__/x.pyc",
        "lib/laporan.egg-info/PKG-INFO",
    ],
)
def test_what_is_made_is_no_input(project: Project, name: str) -> None:
    before = _basis(project)
    _touch(name)(project.root)
    assert _basis(project) == before


def test_another_environment_in_the_project_is_no_input(project: Project) -> None:
    before = _basis(project)
    _touch("env/pyvenv.cfg")(project.root)
    _touch("env/lib/x.py")(project.root)
    assert _basis(project) == before


def test_versions_of_libraries_and_choices_are_inputs(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _basis(project)
    assert Records(project).basis("quarto") != Records(project).basis("pandoc")
    site = tmp_path / ".pustaka"
    (site / "pandas-99.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(site)])
    assert _basis(project) != before


def test_a_folder_behind_a_link_is_read_and_one_that_leads_back_ends(project: Project) -> None:
    real = project.root / ".jaringan"
    shutil.move(project.data / "raw/2023-07", real)
    (project.data / "raw/2023-07").symlink_to(real)
    (project.data / "raw/kembali").symlink_to(project.data)
    before = _basis(project)
    (real / "tiket.csv").write_text("2")
    assert _basis(project) != before


def test_what_was_done_is_recalled_while_all_that_was_written_lies_there(project: Project) -> None:
    page, table = project.out / "laporan.html", project.out / "ukuran.csv"
    page.write_text("halaman"), table.write_text("bulan")
    Records(project).remember("2023-07.render", "b", Done([page, table], "kata", "sebab"))
    recalled = Records(project).recall("2023-07.render", "b", [page])
    assert recalled is not None
    assert datetime.now(UTC) - datetime.fromisoformat(recalled.at) < timedelta(minutes=2)
    assert replace(recalled, at="") == Done([page, table], "kata", "sebab")
    assert Records(project).recall("2023-07.render", "c") is None
    assert Records(project).recall("2023-06.render", "b") is None
    assert Records(project).recall("2023-07.render", "b", [project.out / "slide.html"]) is None
    page.write_text("halamaN")
    assert Records(project).recall("2023-07.render", "b", [page]) is None
    page.unlink()
    assert Records(project).recall("2023-07.render", "b", [table]) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"sidik": "b"}', '{"sidik": "b", "ha'])
def test_a_record_or_index_that_was_cut_off_is_as_none(project: Project, text: str) -> None:
    before = _basis(project)
    page = project.out / "laporan.html"
    page.write_text("halaman")
    Records(project).remember("2023-07.render", before, Done([page]))
    for path in (*project.out.glob(".*.json"), project.data / "processed/.sidik-berkas.json"):
        path.write_text(text)
    assert _basis(project) == before
    assert Records(project).recall("2023-07.render", before, [page]) is None


def test_a_place_that_cannot_be_written_costs_time_only(project: Project) -> None:
    (project.data / "processed").write_text("bukan folder")
    page = project.root / "tiada/laporan.html"
    records = Records(Project(project.data, project.root / "_quarto.yml", project.root))
    basis = records.basis()
    records.remember("2023-07.render", basis, Done([page]))
    assert records.recall("2023-07.render", basis, [page]) is None


def test_the_index_spares_reading_what_lies_still(tmp_path: Path) -> None:
    index, path = tmp_path / "indeks", tmp_path / "ekspor.csv"
    path.write_text("1")
    sums = FileSums(index)
    # Written a moment ago, it may be written once more in the same tick of the clock.
    read = str(sums.of(path))
    sums.keep()
    assert not index.exists()
    time.sleep(0.05)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_sums, "_SETTLED_NS", 10_000_000)
        sums.of(path)
    sums.keep()
    index.write_text(index.read_text().replace(read, "dari indeks"))
    assert FileSums(index).of(path) == "dari indeks"
    assert FileSums(index).of(tmp_path / "tiada") is None
