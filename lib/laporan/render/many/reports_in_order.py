"""Reports of many months: cleaning, then figures, then all reports.

A report is held against what the month before prints, which may be made at the same time: it takes
the figures as they were measured. Where it turns out that others were printed, it is made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.render.many.month_task import MEASURE, REPORT, Run, Told, code_mark
from laporan.render.many.steps_in_order import ManyMonths, begun


class ManyReports(ManyMonths):
    """A run over reports."""

    def prepare(self, stale: Sequence[Bulan]) -> None:
        """Clean what months rest on, and measure what the months after them are held against.

        Parameters
        ----------
        stale
            Those whose reports are to be made, as far as is known.
        """
        self.begin(REPORT, stale)
        for month in self.months:
            if month.previous not in stale:
                self._as_printed(month.previous)
        base = [month for month in stale if month.shift(1) in self.months]
        self.expect(MEASURE, base)
        for month, told in self.do(MEASURE, [each for each in base if each not in self.failed]):
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
        self.count_whole([month for month in self.months if month not in months])
        todo = [month for month in months if month not in self.failed]
        yield from self.make(REPORT, todo)
        output = self.run.project.output
        again = [
            month
            for month in todo
            if month.previous in self.failed
            or _content(self.held_against(month)) != _content(output(month.previous) / UKURAN)
        ]
        self.expect(REPORT, again)
        for month in again:
            self._as_printed(month.previous)
        yield from self.make(REPORT, again)

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
def many_reports(
    project: Project,
    months: Sequence[Bulan],
    formats: Sequence[str],
    engine: str,
    jobs: int,
    scheduler: str | None,
) -> Iterator[ManyReports]:
    """Begin a run over reports.

    Raises
    ------
    LaporanError
        If nothing can be written, or the cluster can't be had.
    """
    with begun(project, "Laporan", jobs, scheduler) as (folder, by, progress):
        printed = replace(project, printed=folder / "tercetak")
        run = Run(printed, folder, code_mark(), list(formats), engine)
        yield ManyReports(run, by, progress, months)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
