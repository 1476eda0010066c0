import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from laporan.dasar.errors import CallError, LaporanError
from laporan.render import pre_render
from laporan.render.post_render import executed_month
from laporan.render.pre_render import prepare, process_start


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pre_render, "COPY", tmp_path / "laporan.ipynb")
    monkeypatch.setattr(pre_render, "LOCK", tmp_path / ".tema" / "quarto.kunci")
    return tmp_path


def gone() -> int:
    """Give the id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_the_copy_and_the_theme_are_put_into_the_root(root: Path) -> None:
    prepare(os.getpid())
    assert (root / "laporan.ipynb").read_bytes() == pre_render.SOURCE.read_bytes()
    assert (root / ".tema" / "laporan.css").is_file()


def test_a_second_quarto_is_refused_while_the_first_lives(root: Path) -> None:
    prepare(os.getpid())
    (root / "laporan.ipynb").write_text("punya yang pertama")
    with pytest.raises(LaporanError, match="sedang menyusun"):
        prepare(os.getppid())
    assert (root / "laporan.ipynb").read_text() == "punya yang pertama"


@pytest.mark.parametrize("content", ['{"pid": %d, "mulai": 0}', '{"pid": %d, "mulai": 1e9}', "{"])
def test_a_lock_left_behind_is_no_obstacle(root: Path, content: str) -> None:
    pre_render.LOCK.parent.mkdir()
    # The id may since have been given to another process, such as this one.
    pid = gone() if "1e9" in content else os.getpid()
    pre_render.LOCK.write_text(content % pid if "%" in content else content)
    prepare(os.getpid())
    assert json.loads(pre_render.LOCK.read_text())["mulai"] == process_start(os.getpid())


def test_without_links_and_sight_of_processes_a_lock_holds_for_a_while(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on FAT, and where there is no ``/proc``."""
    monkeypatch.delattr(os, "link")
    monkeypatch.setattr(psutil, "PROCFS_PATH", str(root / "tiada"))
    prepare(os.getpid())
    with pytest.raises(LaporanError, match="sedang menyusun"):
        prepare(os.getpid())
    long_ago = time.time() - pre_render.LOCK_SECONDS - 1
    os.utime(pre_render.LOCK, (long_ago, long_ago))
    prepare(os.getpid())


def test_a_copy_that_was_not_executed_has_no_month(tmp_path: Path) -> None:
    path = tmp_path / "laporan.ipynb"
    path.write_text(json.dumps({"metadata": {}}))
    with pytest.raises(CallError):
        executed_month(path)
    path.write_text(json.dumps({"metadata": {"papermill": {"parameters": {"bulan": "2023-07"}}}}))
    assert str(executed_month(path)) == "2023-07"
