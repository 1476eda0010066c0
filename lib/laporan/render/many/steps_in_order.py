"""The steps of many months in their order: all cleaning, then all that rests on it.

Within a step the months know nothing of each other, so that any number can be done at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis
from laporan.dasar.indonesian import angka
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.render.many.month_task import (
    CLEAN,
    EDITIONS,
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
WEIGHTS = {CLEAN: 8, MEASURE: 1, REPORT: 20, EDITIONS["provinsi"]: 8, EDITIONS["pemda"]: 43}
# Others than these make what was asked for: with them a month is done.
_BEFORE = {CLEAN: "membersihkan", MEASURE: "mengukur"}
_FOLDER = ".banyak-"


class ManyMonths:
    """A run over months.

    Parameters
    ----------
    run, by, progress
        What its tasks share, who does them, and where it is told how far it is.
    months
        All that were asked for, those that are whole already among them.

    Attributes
    ----------
    failed
        The months that came to nothing, each with why.
    run
        What its tasks share.
    """

    def __init__(self, run: Run, by: Workers, progress: Progress, months: Sequence[Bulan]) -> None:
        self.failed: dict[Bulan, str] = {}
        self.run, self.months = run, months
        self._by, self._progress = by, progress
        self._done: set[Bulan] = set()

    def expect(self, step: str, months: Sequence[Bulan]) -> None:
        """Count a step of months among what is to come."""
        self._progress.expect(WEIGHTS[step] * len(months))

    def begin(self, step: str, months: Sequence[Bulan]) -> None:
        """Clean all that months rest on, each once; a month fails with any that it rests on.

        Parameters
        ----------
        step
            What is to be made of them.
        months
            Those of which it is to be made, as far as is known; the others are whole.
        """
        project = self.run.project
        self.count_whole([month for month in self.months if month not in months])
        self.expect(step, months)
        needed = {month: needed_months(project, month) for month in months}
        unclean = list(
            stale_months(project, sorted({each for of in needed.values() for each in of}))
        )
        self.expect(CLEAN, unclean)
        found = {month: told.failed for month, told in self.do(CLEAN, unclean)}
        for month, of in needed.items():
            if reasons := [found[each] for each in of if found.get(each)]:
                self.failed[month] = "\n".join(dict.fromkeys(reasons))

    def make(self, step: str, months: Sequence[Bulan]) -> Iterator[tuple[Bulan, Told]]:
        """Make what was asked for; of a month that is made twice, the second is what holds."""
        for month, told in self.do(step, months):
            self.failed.pop(month, None)
            if told.failed:
                self.failed[month] = told.failed
            yield month, told

    def do(self, step: str, months: Sequence[Bulan]) -> Iterator[tuple[Bulan, Told]]:
        """Do a step of months, and give what came of each, in whichever order they end."""
        if not months:
            return
        self._say(step)
        for number in self._by.do(do_step, [(self.run, step, str(each)) for each in months]):
            if step not in _BEFORE:
                self._done.add(months[number])
            self._progress.advance(WEIGHTS[step])
            self._say(step, f", {months[number].label} selesai")
            yield months[number], read_told(self.run, step, months[number])

    def count_whole(self, months: Sequence[Bulan]) -> None:
        """Begin to count with months that are whole already."""
        self._done = {*months}

    def _say(self, step: str, more: str = "") -> None:
        done, whole = angka(len(self._done)), angka(len(self.months))
        self._progress.say(f"{done} dari {whole} bulan; {_BEFORE.get(step, 'menyusun')}{more}")


@contextmanager
def begun(
    project: Project, title: str, jobs: int, scheduler: str | None
) -> Iterator[tuple[Path, Workers, Progress]]:
    """Begin a run: its folder, its workers, and its progress are gone afterwards.

    Raises
    ------
    LaporanError
        If nothing can be written, or the cluster can't be had.
    """
    check_writable(project.out)
    with ExitStack() as stack:
        by = stack.enter_context(workers(jobs, scheduler))
        folder = stack.enter_context(scratch(project.out, _FOLDER))
        yield folder, by, stack.enter_context(Progress(title, 0))


@contextmanager
def many_editions(
    project: Project, months: Sequence[Bulan], jenis: Jenis, jobs: int, scheduler: str | None
) -> Iterator[ManyMonths]:
    """Begin a run over editions of a kind.

    Raises
    ------
    LaporanError
        If nothing can be written, or the cluster can't be had.
    """
    with begun(project, jenis.label, jobs, scheduler) as (folder, by, progress):
        yield ManyMonths(Run(project, folder, code_mark()), by, progress, months)
