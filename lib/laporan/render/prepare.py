"""A month made ready to be opened: cleaned, measured and checked, and only where it must be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from laporan.check import check_month, check_sources
from laporan.check.prepared import basis, is_prepared, outside, write_prepared
from laporan.check.quality import require_fit
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import daftar
from laporan.dasar.project import Project
from laporan.store.freshness import cleaning_lock, needed_months, stale_groups
from laporan.store.month_asked import find_month
from laporan.store.month_data import load_month


def siapkan(bulan: str) -> None:
    """Clean what is stale, measure and check a month, so that it can be opened.

    Parameters
    ----------
    bulan
        ``2023-07``; the notebook's parameter.

    Raises
    ------
    CallError
        If it is no month.
    LaporanError
        If the month has no raw exports, or they are not fit.
    """
    project, month = find_month(bulan)
    if is_prepared(project, month):
        return
    months = needed_months(project, month)
    _clean_stale(project, months)
    # Before anything is read: what changes from here on makes the month stale.
    luar, sidik = outside(project, month), basis(project, month)
    data = {each: load_month(project, each) for each in months}
    require_fit(check_sources(month, data).temuan, month)
    checked = check_month(project, month, data)
    require_fit(checked.hasil.temuan, month)
    with cleaning_lock(project, month):
        # To write is to take away first: another process may be opening what it has just written.
        if not is_prepared(project, month):
            write_prepared(project, month, checked, sidik, luar)


def _clean_stale(project: Project, months: Sequence[Bulan]) -> None:
    """Let the command line clean in a kernel of its own: this one runs the report."""
    stale = [str(month) for month in months if stale_groups(project, month)]
    if not stale:
        return
    done = subprocess.run(
        [sys.executable, "-m", "laporan", "clean", *stale],
        env={**os.environ, **project.environment},
        cwd=project.root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        error = CallError if done.returncode == CallError.exit_status else LaporanError
        raise error(done.stderr.strip() or f"Pembersihan {daftar(stale)} gagal.")
