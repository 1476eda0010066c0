"""The steps of many months in their order: all cleaning, then figures, then all reports.

Within a step the months know nothing of each other, so that any number can be done at once. A
report is held against what the month before prints, which may be made at the same time: it takes
the figures as they were measured. Where it turns out that others were printed, it is made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.render.many.month_task import (
    CLEAN,
    MEASURE,
    REPORT,
    Run,
    Told,
    code_mark,
    do_step,
    read_told,
)
from laporan.render.many.workers import Workers, workers
from laporan.render.notebook.cleaning import stale_months
from laporan.render.notebook.progress import Progress
from laporan.render.output import check_writable
from laporan.store.freshness import needed_months

# What a step takes beside the others, in seconds of a processor: the time that is left rests on it.
WEIGHTS = {CLEAN: 8, MEASURE: 1, REPORT: 20}
_DOING = {CLEAN: "membersihkan", MEASURE: "mengukur", REPORT: "menyusun"}
_FOLDER = ".banyak-"


class ManyMonths:
    """A run over months.

    Attributes
    ----------
    failed
        The months that came to nothing, each with why.
    run
        What its tasks share.
    """

    def __init__(self, run: Run, by: Workers, progress: Progress, months: Sequence[Bulan]) -> None:
        self.failed: dict[Bulan, str] = {}
        self.run, self._by, self._progress, self._months = run, by, progress, months
        self._done: set[Bulan] = set()

    def prepare(self, stale: Sequence[Bulan]) -> None:
        """Clean what months rest on, and measure what the months after them are held against.

        Parameters
        ----------
        stale
            Those whose reports are to be made, as far as is known.
        """
        project = self.run.project
        needed = {month: needed_months(project, month) for month in stale}
        unclean = stale_months(project, sorted({each for of in needed.values() for each in of}))
        self._progress.expect(WEIGHTS[CLEAN] * len(unclean) + WEIGHTS[REPORT] * len(stale))
        found = {month: told.failed for month, told in self._do(CLEAN, list(unclean))}
        for month, of in needed.items():
            if reasons := [found[each] for each in of if found.get(each)]:
                self.failed[month] = "\n".join(dict.fromkeys(reasons))
        for month in self._months:
            if month.previous not in stale:
                self._as_printed(month.previous)
        base = [month for month in stale if month.shift(1) in self._months]
        self._progress.expect(WEIGHTS[MEASURE] * len(base))
        for month, told in self._do(MEASURE, [each for each in base if each not in self.failed]):
            if told.failed:
                self.failed[month] = told.failed
        for month in base:
            self._as_printed(month)
            if month not in self.failed:
                (self._printed(month) / JEJAK).unlink(missing_ok=True)
                shutil.copy(self.run.figures(month), self._printed(month) / UKURAN)

    def held_against(self, month: Bulan) -> Path:
        """Give the figures that a month's report is held against."""
        return self.run.project.printed_before(month, UKURAN)

    def report(self, months: Sequence[Bulan]) -> Iterator[tuple[Bulan, Told]]:
        """Make reports; of one that is given twice, the second is what holds."""
        self._done = {*self._months} - {*months}
        todo = [month for month in months if month not in self.failed]
        yield from self._reports(todo)
        output = self.run.project.output
        again = [
            month
            for month in todo
            if month.previous in self.failed
            or _content(self.held_against(month)) != _content(output(month.previous) / UKURAN)
        ]
        self._progress.expect(WEIGHTS[REPORT] * len(again))
        for month in again:
            self._as_printed(month.previous)
        yield from self._reports(again)

    def _reports(self, months: Sequence[Bulan]) -> Iterator[tuple[Bulan, Told]]:
        for month, told in self._do(REPORT, months):
            self.failed.pop(month, None)
            if told.failed:
                self.failed[month] = told.failed
            yield month, told

    def _do(self, step: str, months: Sequence[Bulan]) -> Iterator[tuple[Bulan, Told]]:
        if not months:
            return
        self._say(step)
        for number in self._by.do(do_step, [(self.run, step, str(each)) for each in months]):
            if step == REPORT:
                self._done.add(months[number])
            self._progress.advance(WEIGHTS[step])
            self._say(step, f", {months[number].label} selesai")
            yield months[number], read_told(self.run, step, months[number])

    def _say(self, step: str, more: str = "") -> None:
        done, whole = angka(len(self._done)), angka(len(self._months))
        self._progress.say(f"{done} dari {whole} bulan; {_DOING[step]}{more}")

    def _printed(self, month: Bulan) -> Path:
        return self.run.project.printed_before(month.shift(1), UKURAN).parent

    def _as_printed(self, month: Bulan) -> None:
        """Hold the month after against a report as it lies there now, or against none."""
        shutil.rmtree(self._printed(month), ignore_errors=True)
        self._printed(month).mkdir(parents=True)
        for name in (UKURAN, JEJAK):
            if (path := self.run.project.output(month) / name).is_file():
                shutil.copy(path, self._printed(month))


@contextmanager
def many_months(
    project: Project,
    months: Sequence[Bulan],
    formats: Sequence[str],
    engine: str,
    jobs: int,
    scheduler: str | None,
) -> Iterator[ManyMonths]:
    """Begin a run over months; its workers and its folder are gone afterwards.

    Raises
    ------
    LaporanError
        If nothing can be written, or the cluster can't be had.
    """
    check_writable(project.out)
    with ExitStack() as stack:
        by = stack.enter_context(workers(jobs, scheduler))
        folder = stack.enter_context(scratch(project.out, _FOLDER))
        progress = stack.enter_context(Progress("Laporan", 0))
        printed = replace(project, printed=folder / "tercetak")
        run = Run(printed, list(formats), engine, folder, code_mark())
        yield ManyMonths(run, by, progress, months)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
