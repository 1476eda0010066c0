"""Two small months of few sections made at once: how they are asked for, and what is made."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from proyek import small_project

from laporan.dasar.bulan import Bulan
from laporan_sample import write_sample

MONTHS = ("2024-01", "2024-02")
RANGE = "2024-01..2024-02"
HOW = ("--format", "html", "--engine", "pandoc")
EDITIONS = ("--edisi", "provinsi")
# Far beyond what any of it takes: what hangs shall end.
LONG = 500


def folders(home: Path) -> list[str]:
    return ["--data", str(home / "data"), "--out", str(home / "_output")]


def command(home: Path, months: str, *more: str, how: Sequence[str] = HOW) -> list[str]:
    return [sys.executable, "-m", "laporan", "render", months, *more, *how, *folders(home)]


def write_months(home: Path) -> None:
    small_project(home)
    write_sample(home / "data/raw", Bulan(2024, 2), tiket=60, seed=5)


def wait_until(there: Callable[[], object], process: subprocess.Popen[str]) -> None:
    """Wait for something that a running command does."""
    begun = time.monotonic()
    while not there():
        assert process.poll() is None, "it ended before"
        assert time.monotonic() - begun < LONG
        time.sleep(0.02)


def pages(home: Path) -> dict[str, bytes]:
    """Give all that a report consists of, but for its trace, which tells the time."""
    made = sorted((home / "_output").glob("20??-??/*.*"))
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for path in made
        if path.name != "jejak.json"
    }


def editions(home: Path, month: str) -> dict[str, bytes]:
    """Give all that a month's editions consist of, but for their trace, which tells the time."""
    made = sorted((home / "_output" / month / "edisi/provinsi").iterdir())
    return {path.name: path.read_bytes() for path in made if path.name != "jejak.json"}


class Broken(NamedTuple):
    """A run of which all processes were killed when a month was whole, and what the next one said.

    Attributes
    ----------
    whole
        The months that were whole, each with the time of its record.
    """

    home: Path
    whole: dict[str, int]
    status: int
    out: str
    err: str


def break_off(
    home: Path, made: str, first: Sequence[str], again: Sequence[str]
) -> dict[str, object]:
    """Make two months, kill all that makes them when one is whole, and begin again.

    Parameters
    ----------
    made
        What is made, as its record is named.
    first, again
        The command that is killed, and the one after it.
    """
    records = {month: home / f"_output/.{month}.{made}.mutakhir.json" for month in MONTHS}
    begun = subprocess.Popen(
        first, cwd=home, start_new_session=True, text=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until(lambda: any(path.exists() for path in records.values()), begun)
    finally:
        os.killpg(begun.pid, signal.SIGKILL)
        begun.wait()
    whole = {month: path.stat().st_mtime_ns for month, path in records.items() if path.exists()}
    done = subprocess.run(again, cwd=home, capture_output=True, text=True, check=False)
    return {"whole": whole, "status": done.returncode, "out": done.stdout, "err": done.stderr}
