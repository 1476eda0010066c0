"""Cleaning of months: the notebooks of the groups that are stale, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.render.notebook.progress import Progress
from laporan.render.notebook.runner import Runner
from laporan.store.freshness import GROUPS, account_file, cleaning_lock, stale_groups

# The folder of a cleaned month that holds the executed notebooks, to be read by whoever doubts.
EXECUTED = "notebook"


def stale_months(project: Project, months: Iterable[Bulan]) -> Mapping[Bulan, list[str]]:
    """List what is to be cleaned: the months, each with its stale groups; fresh ones are left out.

    Raises
    ------
    LaporanError
        If a month has no raw folder.
    """
    stale = {bulan: stale_groups(project, bulan) for bulan in months}
    return {bulan: groups for bulan, groups in stale.items() if groups}


def clean_stale(project: Project, months: Iterable[Bulan], again: bool = False) -> None:
    """Clean what is stale, in a kernel of its own, and show how far it is.

    Parameters
    ----------
    project, months
        The folders and the months.
    again
        Clean what is fresh, too.

    Raises
    ------
    LaporanError
        If a month has no raw folder, or its exports are not fit.
    """
    if again:
        for bulan in months:
            for group in GROUPS:
                account_file(project, bulan, group).unlink(missing_ok=True)
    stale = stale_months(project, months)
    if not stale:
        return
    total = sum(map(len, stale.values()))
    with (
        Progress("Pembersihan", total) as progress,
        Runner(project.root, project.environment) as runner,
    ):
        clean_months(project, stale, runner, progress.step)


def clean_months(
    project: Project,
    months: Iterable[Bulan],
    runner: Runner,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Clean what is stale.

    Parameters
    ----------
    project
        The folders; the runner's kernel must know the same.
    months
        The months.
    runner
        A running kernel; a second one is started where there are several months.
    progress
        Told what is about to be done, for each notebook.

    Raises
    ------
    LaporanError
        If a month's exports are not fit.
    """
    here, there = _halves(list(months))
    with ThreadPoolExecutor(max_workers=1) as pool:
        # A second kernel takes the other half: two months take little longer than one.
        other = pool.submit(_clean_elsewhere, project, there, progress) if there else None
        for bulan in here:
            _clean_month(project, bulan, runner, progress)
        if other is not None:
            other.result()


def _halves(months: list[Bulan]) -> tuple[list[Bulan], list[Bulan]]:
    middle = (len(months) + 1) // 2
    return months[:middle], months[middle:]


def _clean_elsewhere(
    project: Project, months: Iterable[Bulan], progress: Callable[[str], None]
) -> None:
    with Runner(project.root, project.environment) as runner:
        for bulan in months:
            _clean_month(project, bulan, runner, progress)


def _clean_month(
    project: Project, bulan: Bulan, runner: Runner, progress: Callable[[str], None]
) -> None:
    with cleaning_lock(project, bulan):
        # Asked again inside the lock: another process may just have done it.
        for group in stale_groups(project, bulan):
            progress(f"Membersihkan {group.removeprefix('bersih-')} {bulan.label}")
            runner.execute(
                project.notebooks / f"{group}.ipynb",
                executed_copy(project, bulan, group),
                {"bulan": str(bulan)},
            )


def executed_copy(project: Project, bulan: Bulan, group: str) -> Path:
    """Give the place of a cleaning notebook's executed copy."""
    return project.processed(bulan) / EXECUTED / f"{group}.ipynb"
