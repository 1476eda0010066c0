"""The figures that a month's report is going to print, before it is there.

The month after is held against them. Were it to wait for the report itself, no two reports of a
range could be made at once.
"""

from __future__ import annotations

from pathlib import Path

from laporan.check import check_month, check_sources
from laporan.check.quality import require_fit
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.whole_file import write_whole
from laporan.measure import format_ukuran
from laporan.store.freshness import needed_months
from laporan.store.month_data import load_month


def write_figures(bulan: str, target: str) -> None:
    """Measure a cleaned month, and write its figures as its report prints them.

    Texts instead of paths: this is called in a worker's kernel, where the libraries are loaded.
    Figures of analysts' cells are not among them: they are known when the cells have run.

    Raises
    ------
    LaporanError
        If the month is not fit: then its report is not made either.
    """
    project, month = Project.find(), Bulan.parse(bulan)
    data = {each: load_month(project, each) for each in needed_months(project, month)}
    require_fit(check_sources(month, data).temuan, month)
    checked = check_month(project, month, data)
    require_fit(checked.hasil.temuan, month)
    write_whole(Path(target), format_ukuran(checked.ukuran.tabel))
