"""Two small months by a Dask cluster of which a worker is killed: nothing is lost."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from banyak import (
    EDITIONS,
    HOW,
    RANGE,
    Broken,
    command,
    editions,
    folders,
    pages,
    wait_until,
)

from laporan.cli import run
from laporan.render.many import workers

QUIET = ("--no-dashboard", "--host", "127.0.0.1")


@contextmanager
def part(home: Path, log: Path, name: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start a scheduler or a worker, and end it."""
    with log.open("w") as file:
        call = [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments, *QUIET]
        process = subprocess.Popen(call, cwd=home, stdout=file, stderr=file, text=True)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def test_a_killed_worker_loses_nothing(
    broken: Broken, broken_editions: Broken, tmp_path: Path
) -> None:
    """Each file has the bytes that it has without Dask, and nothing personal went over the wire."""
    place = tmp_path / "penjadwal.json"
    made = shutil.ignore_patterns("_output", "putus.json")
    home = shutil.copytree(broken.home, tmp_path / "klaster", ignore=made)
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            part(home, tmp_path / "penjadwal.log", "scheduler", "--port", "0",
                 "--scheduler-file", str(place))
        )  # fmt: skip
        wait_until(place.exists, scheduler)
        address = json.loads(place.read_text())["address"]
        first, _ = (
            stack.enter_context(
                part(home, tmp_path / f"{name}.log", "worker", address, "--no-nanny",
                     "--nthreads", "1", "--name", name)
            )
            for name in ("satu", "dua")
        )  # fmt: skip
        asked = subprocess.Popen(
            command(home, RANGE, "--scheduler", address), cwd=home, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        # Both months are in making, one by each worker.
        wait_until(lambda: len([*(home / "_output").glob(".susun-*[!i]")]) == 2, asked)
        first.kill()
        out, err = asked.communicate()
        assert asked.returncode == 0, err
        assert len(out.splitlines()) == 8
        # The worker that is left makes editions, too.
        call = command(home, "2024-02", "--scheduler", address, how=EDITIONS)
        made = subprocess.run(call, cwd=home, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert pages(home) == pages(broken.home)
    assert editions(home, "2024-02") == editions(broken_editions.home, "2024-02")
    log = (tmp_path / "penjadwal.log").read_text("utf-8")
    assert "Remove worker" in log and "satu" in log, log


def test_no_cluster(
    broken: Broken, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workers, "ANSWER_SECONDS", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        call = ["render", RANGE, "--ulang", "--scheduler", address, *HOW, *folders(broken.home)]
        assert run(call) == 1
    assert f"Penjadwal Dask di {address} tidak menjawab" in capsys.readouterr().err


def test_no_dask(
    broken: Broken, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    call = ["--ulang", "--scheduler", "tcp://127.0.0.1:9", *HOW, *folders(broken.home)]
    assert run(["render", RANGE, *call]) == 1
    assert "pip install -c constraints.txt -e '.[dask]'" in capsys.readouterr().err
