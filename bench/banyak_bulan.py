"""Many months by two processes over one: ``python bench/banyak_bulan.py [PUTARAN] [BULAN]``.

Seconds on the clock of ``laporan render A..B --jobs 2 --engine pandoc``, with nothing cleaned and
nothing kept, over the same with ``--jobs 1``, in turns; the aim is 0.6 or less on two cores that
have nothing else to do. Processor seconds are told beside it: they say what sharing costs, also
where others work on the machine. So does the most memory that the processes had at once, told for
one worker (its process and its kernel).
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

import psutil
from ukur import LAPORAN, ROOT, tell_ratio

LAST, TICKETS = "2023-06", "1700"


class Taken(NamedTuple):
    """Seconds on the clock and of processors, and the most bytes that a worker had."""

    clock: float
    processor: float
    memory: float


def render(data: Path, out: Path, months: list[str], jobs: int) -> Taken:
    """Make all months from nothing."""
    shutil.rmtree(data / "processed", ignore_errors=True)
    command = [
        *LAPORAN, "render", f"{months[0]}..{months[-1]}", "--engine", "pandoc",
        "--jobs", str(jobs), "--data", str(data), "--out", str(out),
    ]  # fmt: skip
    begun, ended, most = time.perf_counter(), Event(), [0.0]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    watch = Thread(target=_watch, args=(process.pid, ended, most))
    watch.start()
    assert process.stderr is not None
    told = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    ended.set()
    watch.join()
    if process.returncode:
        raise RuntimeError(told)
    return Taken(clock, used.ru_utime + used.ru_stime, most[0])


def _watch(pid: int, ended: Event, most: list[float]) -> None:
    """Note the most memory of one worker: a kernel and the process that it belongs to.

    What processes share is counted by its part (proportional set size).
    """
    while not ended.wait(0.5):
        try:
            processes = psutil.Process(pid).children(recursive=True)
            kernels = [each for each in processes if "ipykernel" in " ".join(each.cmdline())]
            for kernel in kernels:
                parent = kernel.parent()
                pair = [kernel, *([parent] if parent else [])]
                most[0] = max(most[0], sum(each.memory_full_info().pss for each in pair))
        except (psutil.Error, AttributeError):
            continue  # it has just ended, or this system doesn't tell


def main(rounds: int = 1, count: int = 6) -> None:
    """Measure both in turns, and print the medians and the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "data"
        sample = [*LAPORAN, "sample", LAST, "--bulan", str(count), "--tiket", TICKETS]
        subprocess.run([*sample, "--data", str(data)], cwd=ROOT, check=True, capture_output=True)
        months = sorted(path.name for path in (data / "raw").glob("20??-??"))
        taken: dict[int, list[Taken]] = {1: [], 2: []}
        for turn in range(rounds):
            for jobs, each in taken.items():
                each.append(render(data, folder / f"hasil-{jobs}-{turn}", months, jobs))
    middle = {
        jobs: Taken(*map(statistics.median, zip(*each, strict=True)))
        for jobs, each in taken.items()
    }
    for jobs, each in middle.items():
        print(
            f"{len(months)} bulan, --jobs {jobs:<33} {each.clock:7.1f} s, prosesor "
            f"{each.processor:7.1f} s, memori satu pekerja {each.memory / 2**20:5.0f} MiB"
        )
    one, two = middle[1], middle[2]
    tell_ratio("--jobs 2 terhadap --jobs 1, jam", two.clock, one.clock, 0.6)
    tell_ratio("--jobs 2 terhadap --jobs 1, prosesor", two.processor, one.processor, 1.2)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
