"""Editions for one reader each, made where they are not, or rest on something that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from laporan.cli.as_needed import tell_beginning, tell_unchanged
from laporan.cli.many_months import refuse_failed, without_folder
from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis, parse_jenis
from laporan.dasar.errors import CallError
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.read.folder import check_folder
from laporan.store.unchanged import Done, Records


def read_kind(edisi: str | None, engine: str | None, formats: str | None) -> Jenis | None:
    """Read which kind of editions is asked for, if any.

    Raises
    ------
    CallError
        If there is no such kind, or it is asked for with what only a report has.
    """
    if edisi is None:
        return None
    jenis = parse_jenis(edisi)
    if engine or formats:
        raise CallError(
            "--edisi selalu membuat PDF dan HTML dengan caranya sendiri. Hapus --engine dan "
            "--format, atau hapus --edisi untuk menyusun laporannya."
        )
    return jenis


def render_editions_once(project: Project, month: Bulan, jenis: Jenis, again: bool) -> list[Path]:
    """Make the editions of a month if they are missing or out of date.

    Returns
    -------
    list of Path
        The folder's index page.
    """
    check_folder(project.raw(month))
    known = _Known(project, jenis, [month])
    if done := None if again else known.recall(month):
        tell_unchanged(jenis.label, {month: done})
    else:
        tell_beginning(f"{jenis.label} {month.label}")
        from laporan.render.edisi.edition_set import render_editions

        known.remember(month, render_editions(project, month, jenis))
        click.echo(known.told(month), err=True)
    return [known.index(month)]


def render_many_editions(
    project: Project,
    months: Sequence[Bulan],
    jenis: Jenis,
    again: bool,
    jobs: int,
    scheduler: str | None,
) -> Iterator[Path]:
    """Make the editions of the months whose own are missing or out of date.

    Parameters
    ----------
    jobs, scheduler
        By so many processes of this machine, or by the workers of that cluster.

    Yields
    ------
    Path
        The index pages of all months that have editions now, in the months' order.

    Raises
    ------
    LaporanError
        After the last page, if any month failed: which, and why.
    """
    failed = without_folder(project, months)
    there = [month for month in months if month not in failed]
    known = _Known(project, jenis, there)
    found = {month: None if again else known.recall(month) for month in there}
    stale = [month for month, done in found.items() if done is None]
    if stale:
        tell_beginning(f"{jenis.label} {angka(len(stale))} bulan")
        from laporan.render.many.month_task import EDITIONS
        from laporan.render.many.steps_in_order import many_editions

        step = EDITIONS[jenis.nama]
        with many_editions(project, there, jenis, jobs, scheduler) as run:
            run.begin(step, stale)
            for month, told in run.make(step, [each for each in stale if each not in run.failed]):
                if not told.failed:
                    known.remember(month, list(map(Path, told.files)))
            failed |= run.failed
    tell_unchanged(jenis.label, {month: done for month, done in found.items() if done})
    for month in there:
        if month in failed:
            continue
        if month in stale:
            click.echo(known.told(month), err=True)
        yield known.index(month)
    refuse_failed(failed, len(months))


class _Known:
    """What is known of editions that were made, by what all of it rests on before any is made."""

    def __init__(self, project: Project, jenis: Jenis, months: Iterable[Bulan]) -> None:
        self._project, self._jenis, self._records = project, jenis, Records(project)
        before = {month: project.printed_before(month, UKURAN) for month in months}
        self._bases = {
            month: self._records.basis(jenis.nama, besides=[path]) for month, path in before.items()
        }

    def recall(self, month: Bulan) -> Done | None:
        """Give what was made, if it would be the same now and lies as it was written."""
        files = [self.index(month).with_name(JEJAK)]
        return self._records.recall(self._name(month), self._bases[month], files)

    def remember(self, month: Bulan, files: Sequence[Path]) -> None:
        """Keep what was made."""
        self._records.remember(self._name(month), self._bases[month], Done(files))

    def told(self, month: Bulan) -> str:
        """Say how many there are."""
        papers = [*self.index(month).parent.glob("*.pdf")]
        return f"{self._jenis.label} {month.label}: {angka(len(papers))} edisi."

    def index(self, month: Bulan) -> Path:
        """Give the page that leads to all of a month's."""
        return self._project.editions(month, self._jenis.nama) / "index.html"

    def _name(self, month: Bulan) -> str:
        return f"{month}.edisi-{self._jenis.nama}"
