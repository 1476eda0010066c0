"""What each step of many months takes by itself: ``python bench/langkah_bulan.py [BULAN]``.

Processor seconds of a worker (its process, its kernel, pandoc and Typst) for each step of each
month of a sample, by the tasks themselves; of a worker's first task, which starts its kernel and
loads the libraries; and of what the one process does that hands the tasks out. `docs/skala.md`
rests on them.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil
from ukur import LAPORAN, ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.render.many.month_task import CLEAN, MEASURE, REPORT, do_step, read_told
from laporan.render.many.reports_in_order import many_reports
from laporan.render.notebook.cleaning import stale_months

LAST, TICKETS = "2023-06", "1700"


def used() -> float:
    """Give the processor seconds of this process, its kernel, and all that they waited for."""
    total = sum(os.times()[:4])
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            total += sum(child.cpu_times()[:4])
    return total


def main(count: int = 4) -> None:
    """Do all steps of all months here, and print what each takes."""
    loaded = used()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        sample = [*LAPORAN, "sample", LAST, "--bulan", str(count), "--tiket", TICKETS]
        subprocess.run([*sample, "--data", str(data)], check=True, capture_output=True)
        project = Project.find(data, Path(name) / "hasil")
        months = sorted(Bulan.parse(path.name) for path in (data / "raw").glob("20??-??"))
        begun = time.process_time()
        stale_months(project, months)
        looking = (time.process_time() - begun) / len(months)
        with many_reports(project, months, ["html", "pdf", "slide"], "pandoc", 1, None) as run:
            taken: dict[str, list[float]] = {}
            for step in (CLEAN, MEASURE, REPORT):
                for month in months:
                    begun = used()
                    do_step(run.run, step, str(month))
                    assert not read_told(run.run, step, month).failed
                    taken.setdefault(step, []).append(used() - begun)
    print(f"memuat pustaka, sekali setiap proses                 {loaded:7.2f} s")
    print(f"memeriksa yang usang, sebulan                        {looking:7.2f} s")
    print(f"tugas pertama seorang pekerja (memulai kernel)       {taken[CLEAN][0]:7.2f} s")
    for step, seconds in taken.items():
        told = ", ".join(f"{each:.1f}" for each in seconds)
        print(f"{step:<10} median sesudahnya {statistics.median(seconds[1:]):7.2f} s   ({told})")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
