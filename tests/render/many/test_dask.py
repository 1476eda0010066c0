"""Two small months by a Dask cluster of which a worker is killed: nothing is lost."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from banyak import HOW, RANGE, Broken, command, folders, pages, wait_until, write_months
from proyek import ROOT

from laporan.cli import run

QUIET = ("--no-dashboard", "--host", "127.0.0.1")


@contextmanager
def part(log: Path, name: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start a scheduler or a worker, and end it."""
    with log.open("w") as file:
        call = [sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments, *QUIET]
        process = subprocess.Popen(call, cwd=ROOT, stdout=file, stderr=file, text=True)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def test_a_killed_worker_loses_nothing(broken: Broken, tmp_path: Path) -> None:
    """Each file has the bytes that it has without Dask, and nothing personal went over the wire."""
    home, place = tmp_path / "klaster", tmp_path / "penjadwal.json"
    write_months(home)
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            part(tmp_path / "penjadwal.log", "scheduler", "--port", "0",
                 "--scheduler-file", str(place))
        )  # fmt: skip
        wait_until(place.exists, scheduler)
        address = json.loads(place.read_text())["address"]
        first, _ = (
            stack.enter_context(
                part(tmp_path / f"{name}.log", "worker", address, "--no-nanny",
                     "--nthreads", "1", "--name", name)
            )
            for name in ("satu", "dua")
        )  # fmt: skip
        asked = subprocess.Popen(
            command(home, RANGE, "--scheduler", address), cwd=ROOT, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        # Both months are in making, one by each worker.
        wait_until(lambda: len([*(home / "_output").glob(".susun-*[!i]")]) == 2, asked)
        first.kill()
        out, err = asked.communicate()
    assert asked.returncode == 0, err
    assert len(out.splitlines()) == 8
    assert pages(home) == pages(broken.home)
    log = (tmp_path / "penjadwal.log").read_text("utf-8")
    assert "Remove worker" in log and "satu" in log, log


def test_no_cluster(broken: Broken, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
