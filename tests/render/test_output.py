import json
import shutil
import threading
from pathlib import Path

import pytest
from filelock import FileLock
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.render import output
from laporan.render.jejak import code_version, same_basis
from laporan.render.output import check_writable, month_locks, publish, staging

JULI = Bulan(2023, 7)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(data=tmp_path / "data", out=tmp_path / "hasil")


def test_files_appear_together_and_the_stage_is_gone(project: Project) -> None:
    target = project.output(JULI)
    with staging(target) as folder:
        (folder / "a.html").write_text("baru")
        assert not target.exists()
        assert publish(folder, target) == [target / "a.html"]
    assert (target / "a.html").read_text() == "baru"
    assert list(project.out.iterdir()) == [target]


def test_a_failure_leaves_the_old_files(project: Project) -> None:
    target = project.output(JULI)
    target.mkdir(parents=True)
    (target / "a.html").write_text("lama")
    with pytest.raises(LaporanError, match="gagal"), staging(target) as folder:
        (folder / "a.html").write_text("baru")
        raise LaporanError("gagal")
    assert (target / "a.html").read_text() == "lama"
    assert list(project.out.iterdir()) == [target]


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(LaporanError, match=r"tidak dapat ditulisi.*--out"):
        check_writable(tmp_path / "berkas" / "hasil")
    with pytest.raises(LaporanError, match="tidak dapat ditulisi"), staging(tmp_path / "berkas/x"):
        pass


def test_the_same_month_waits_and_another_does_not(project: Project) -> None:
    entered = threading.Event()

    def other() -> None:
        with month_locks(project, JULI):
            entered.set()

    thread = threading.Thread(target=other)
    with month_locks(project, JULI):
        thread.start()
        with month_locks(project, JULI.previous):
            assert not entered.wait(0.3)
    thread.join(5)
    assert entered.is_set()


def test_who_waits_too_long_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "LOCK_SECONDS", 0.1)
    project.out.mkdir()
    held = FileLock(project.out / ".2023-07.kunci")
    with held, pytest.raises(LaporanError, match="Juli 2023"), month_locks(project, JULI):
        pass


def test_an_issue_has_the_same_basis_only_with_the_same_inputs_and_code(tmp_path: Path) -> None:
    trace = {"masukan": [{"berkas": "a", "sha256": "1"}], "laporan": {"sha256": "2"}, "waktu": "x"}
    old = tmp_path / "jejak.json"
    assert not same_basis(old, trace)
    old.write_text(json.dumps({**trace, "waktu": "lain"}))
    assert same_basis(old, trace)
    assert not same_basis(old, {**trace, "laporan": {"sha256": "3"}})
    old.write_text("{")
    assert not same_basis(old, trace)


def test_a_project_needs_no_document_of_quartos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_brand.yml", "_quarto.yml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path)
    without = code_version()["sha256"]
    shutil.copyfile(ROOT / "index.qmd", tmp_path / "index.qmd")
    assert without != code_version()["sha256"]
