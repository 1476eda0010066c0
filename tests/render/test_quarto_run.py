import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.project import Project
from laporan.render import pre_render, quarto_run
from laporan.render.post_render import collect
from laporan.render.quarto_run import (
    LOCK_SECONDS,
    Executed,
    QuartoRun,
    is_preview,
    month_given,
    process_start,
)

LEFT = ("laporan.html", "laporan.typ", "index.typ", "slide.html", "index.quarto_ipynb_1")
FOLDERS = ("index_files", ".tema/kerja", ".tema/keluaran/.tema")
SECONDS = 120


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QuartoRun:
    """A root in which no process waits for this one's end."""
    monkeypatch.setattr(quarto_run, "_send_sweeper", lambda root, quarto: None)
    return QuartoRun(tmp_path)


@contextmanager
def called(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that stands for Quarto, called with these."""
    process = subprocess.Popen([sys.executable, "-c", "input()", *arguments], stdin=subprocess.PIPE)
    yield process
    process.communicate()


@pytest.fixture
def elsewhere() -> Iterator[subprocess.Popen[bytes]]:
    with called("preview") as process:
        yield process


def litter(root: Path) -> None:
    for name in FOLDERS:
        (root / name).mkdir(parents=True)
    for name in (*LEFT, ".tema/keluaran/laporan.html", ".tema/keluaran/index.docx"):
        (root / name).write_text("sisa")


def gone() -> int:
    """Give the id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_the_root_gets_the_theme_and_loses_what_was_left(run: QuartoRun) -> None:
    litter(run.root)
    run.begin(os.getpid())
    assert (run.look / "laporan.css").is_file()
    assert [path.name for path in run.root.iterdir()] == [".tema"]
    assert [path.name for path in run.output.iterdir()] == ["index.docx"]


def test_when_quarto_ends_however_the_root_is_as_before(
    tmp_path: Path, elsewhere: subprocess.Popen[bytes]
) -> None:
    run = QuartoRun(tmp_path)
    run.begin(elsewhere.pid)
    litter(tmp_path)
    elsewhere.kill()
    elsewhere.wait()
    until = time.monotonic() + SECONDS
    while run.lock.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert [path.name for path in tmp_path.iterdir()] == [".tema"]


def test_a_second_quarto_is_refused_while_the_first_lives(run: QuartoRun) -> None:
    run.begin(os.getpid())
    litter(run.root)
    with pytest.raises(LaporanError, match="sedang menyusun"):
        run.begin(os.getppid())
    # Neither it nor what waits for its end touches what is another's.
    run.end(os.getppid())
    assert all((run.root / name).exists() for name in (*LEFT, *FOLDERS))


def test_a_preview_begins_again_with_what_it_has(run: QuartoRun) -> None:
    run.begin(os.getpid())
    run.output.mkdir()
    (run.output / "laporan.html").write_text("ditayangkan")
    run.begin(os.getpid())
    assert (run.output / "laporan.html").read_text() == "ditayangkan"


def test_a_preview_is_known_by_its_command(elsewhere: subprocess.Popen[bytes]) -> None:
    assert is_preview(elsewhere.pid)
    assert not is_preview(os.getpid())


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        ("render -P bulan:2023-07", "2023-07"),
        ("preview --execute-param bulan:2023-13 --no-browser", "2023-13"),
        ("render -P lain:x -P bulan:2023-06 -P bulan:2023-07", "2023-07"),
        ("render -P bulam:2023-07", None),
        ("render -M bulan:2023-07", None),
        # What has to be read as YAML is left to Quarto.
        ("render -P bulan:'2023-07'", None),
    ],
)
def test_the_month_is_read_off_the_call(arguments: str, given: str | None) -> None:
    with called(*arguments.split()) as quarto:
        assert month_given(quarto.pid) == given


def test_a_wrong_month_is_told_before_anything_is_made(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").touch()
    call = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:3]).returncode)"
    command = [sys.executable, "-c", call, sys.executable, pre_render.__file__]
    done = subprocess.run(
        [*command, "-P", "bulan:2023-13"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == CallError.exit_status
    assert "'2023-13' tidak dikenal" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["_quarto.yml"]


@pytest.mark.parametrize("content", ['{"pid": %d, "mulai": 0}', '{"pid": %d, "mulai": 1e9}', "{"])
def test_a_lock_left_behind_is_no_obstacle(run: QuartoRun, content: str) -> None:
    run.look.mkdir()
    # The id may since have been given to another process, such as this one.
    pid = gone() if "1e9" in content else os.getppid()
    run.lock.write_text(content % pid if "%" in content else content)
    run.begin(os.getpid())
    assert json.loads(run.lock.read_text())["mulai"] == process_start(os.getpid())


def test_without_links_and_sight_of_processes_a_lock_holds_for_a_while(
    run: QuartoRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on FAT, and where there is no ``/proc``."""
    monkeypatch.delattr(os, "link")
    monkeypatch.setattr(psutil, "PROCFS_PATH", str(run.root / "tiada"))
    run.begin(os.getpid())
    with pytest.raises(LaporanError, match="sedang menyusun"):
        run.begin(os.getppid())
    long_ago = time.time() - LOCK_SECONDS - 1
    os.utime(run.lock, (long_ago, long_ago))
    run.begin(os.getppid())


def test_without_an_executed_month_there_is_nothing_to_collect(tmp_path: Path) -> None:
    project = Project(tmp_path / "data", tmp_path / "_output", tmp_path)
    with pytest.raises(LaporanError, match=r"berkas index\.qmd tidak ada di .*\. Kembalikan"):
        collect(project, [])
    (tmp_path / "index.qmd").touch()
    with pytest.raises(LaporanError, match=r"tidak menyusun apa-apa\. Jalankan"):
        collect(project, [])


def test_what_was_executed_is_read_back(tmp_path: Path) -> None:
    executed = Executed("2023-07", ("html", "typst"), ("laporan.ipynb, sel ke-3: …",))
    executed.write(tmp_path)
    assert quarto_run.read_executed(tmp_path) == executed
