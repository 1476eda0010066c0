"""Many months by two processes over one: ``python bench/banyak_bulan.py [PUTARAN] [BULAN]``.

Seconds on the clock of ``laporan render A..B --jobs 2 --engine pandoc``, with nothing cleaned and
nothing kept, over the same with ``--jobs 1``, in turns; the aim is 0.6 or less on two cores that
have nothing else to do. Where others work on the machine, processor seconds say more: those of the
busiest worker with the process that waits for it, which is the clock of two free cores but for the
waiting between steps, and those of all, which say what sharing costs. With it is told the most
memory that one worker had at once: its process, its kernel, and pandoc or Typst while they run.
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
    """Seconds on the clock, of all processors, of the busiest way; and a worker's most bytes."""

    clock: float
    processor: float
    busiest: float
    memory: float


class Watch(Thread):
    """Looks at the workers of a run while it runs: a kernel, and the process that it belongs to."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.memory, self.seconds = 0.0, dict[int, float]()
        self._pid, self._ended = pid, Event()

    def run(self) -> None:
        while not self._ended.wait(0.5):
            try:
                self._look()
            except psutil.Error:
                continue  # it has just ended

    def end(self) -> None:
        self._ended.set()
        self.join()

    def _look(self) -> None:
        run = psutil.Process(self._pid)
        for kernel in run.children(recursive=True):
            if "ipykernel" not in " ".join(kernel.cmdline()):
                continue
            worker = kernel.parent() or kernel
            # What processes share is counted by its part: proportional set size.
            tree = [worker, *worker.children(recursive=True)]
            self.memory = max(self.memory, sum(each.memory_full_info().pss for each in tree))
            # Of what pandoc and Typst took, the worker knows when they have ended.
            self.seconds[worker.pid] = sum(sum(each.cpu_times()[:4]) for each in {worker, kernel})


def render(data: Path, out: Path, months: list[str], jobs: int) -> Taken:
    """Make all months from nothing."""
    shutil.rmtree(data / "processed", ignore_errors=True)
    command = [
        *LAPORAN, "render", f"{months[0]}..{months[-1]}", "--engine", "pandoc",
        "--jobs", str(jobs), "--data", str(data), "--out", str(out),
    ]  # fmt: skip
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    watch = Watch(process.pid)
    watch.start()
    assert process.stderr is not None
    told = process.stderr.read()
    watch.end()
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        raise RuntimeError(told)
    whole = used.ru_utime + used.ru_stime
    by_workers = list(watch.seconds.values())
    others = whole - sum(by_workers) if process.pid not in watch.seconds else 0
    busiest = max(by_workers) + others if others else whole
    return Taken(clock, whole, busiest, watch.memory)


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
            f"{len(months)} bulan, --jobs {jobs}: jam {each.clock:.1f} s, prosesor "
            f"{each.processor:.1f} s, jalan tersibuk {each.busiest:.1f} s, memori satu pekerja "
            f"{each.memory / 2**20:.0f} MiB"
        )
    one, two = middle[1], middle[2]
    tell_ratio("--jobs 2 terhadap --jobs 1, jam", two.clock, one.clock, 0.6)
    tell_ratio("yang sama, prosesor jalan tersibuk", two.busiest, one.busiest, 0.6)
    tell_ratio("yang sama, prosesor semuanya", two.processor, one.processor, 1.1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
