"""Reports of many months: those that changed, by several workers; one that fails stops no other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from laporan.cli.as_needed import tell_beginning, tell_unchanged
from laporan.cli.known_reports import KnownReports
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.project import Project
from laporan.read.folder import check_folder
from laporan.store.unchanged import Done


def render_many(
    project: Project,
    months: Sequence[Bulan],
    formats: Sequence[str],
    engine: str | None,
    again: bool,
    jobs: int,
    scheduler: str | None,
) -> Iterator[Path]:
    """Render the months whose report isn't there, or rests on something that changed.

    Parameters
    ----------
    jobs, scheduler
        By so many processes of this machine, or by the workers of that cluster.

    Yields
    ------
    Path
        The finished files of all months that were made, in the months' order.

    Raises
    ------
    LaporanError
        After the last file, if any month failed: which, and why.
    """
    failed = without_folder(project, months)
    there = [month for month in months if month not in failed]
    reports, done = KnownReports(project, formats, engine), dict[Bulan, Done]()
    if not again:
        done = _known(reports, {month: reports.basis(month) for month in there})
    told = dict[Bulan, str]()
    stale = [month for month in there if month not in done]
    if stale:
        tell_beginning(f"Laporan {angka(len(stale))} bulan")
        from laporan.render.many.reports_in_order import many_reports
        from laporan.render.notebook.progress import warning

        for month in stale if again else ():
            shutil.rmtree(project.drawings(month), ignore_errors=True)
        with many_reports(project, there, formats, reports.engine, jobs, scheduler) as run:
            run.prepare(stale)
            # What the month before is going to print may be what a report was held against when
            # the run was broken off, or no longer what it was.
            bases = {month: reports.basis(month, run.held_against(month)) for month in there}
            done = {} if again else _known(reports, bases)
            for month, each in run.report([month for month in there if month not in done]):
                if each.failed:
                    continue
                said = "\n".join(filter(None, [*map(warning, each.warnings), each.found]))
                done[month] = Done(list(map(Path, each.files)), said)
                told[month] = reports.told(done[month], each.took, said)
                reports.remember(month, reports.basis(month, run.held_against(month)), done[month])
            failed |= run.failed
    tell_unchanged("Laporan", {month: each for month, each in sorted(done.items()) if each.at})
    for month in sorted(set(done) - set(failed)):
        if text := told.get(month, done[month].text):
            click.echo(text, err=True)
        yield from done[month].files
    refuse_failed(failed, len(months))


def _known(reports: KnownReports, bases: Mapping[Bulan, str]) -> dict[Bulan, Done]:
    found = {month: reports.recall(month, basis) for month, basis in bases.items()}
    return {month: done for month, done in found.items() if done is not None}


def without_folder(project: Project, months: Sequence[Bulan]) -> dict[Bulan, str]:
    """Give the months that have no raw exports, each with what is said of it."""
    found = dict[Bulan, str]()
    for month in months:
        try:
            check_folder(project.raw(month))
        except LaporanError as error:
            found[month] = str(error)
    return found


def refuse_failed(failed: Mapping[Bulan, str], count: int) -> None:
    """Name the months that failed; those of one reason, such as a month they share, together.

    Parameters
    ----------
    failed
        Each with why.
    count
        How many were asked for.

    Raises
    ------
    LaporanError
        If there is any.
    """
    by_reason: dict[str, list[str]] = {}
    for month, why in sorted(failed.items()):
        by_reason.setdefault(why, []).append(month.label)
    first = f"{angka(len(failed))} dari {angka(count)} bulan tidak jadi:"
    reasons = [f"{daftar(labels)}: {why}" for why, labels in by_reason.items()]
    if failed:
        raise LaporanError("\n\n".join([first, *reasons]))
