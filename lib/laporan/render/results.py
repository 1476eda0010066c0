"""The files beside the report that come from its data: the figures and their quality."""

from __future__ import annotations

import shutil
from pathlib import Path

from laporan.check.prepared import UKURAN, read_prepared
from laporan.check.quality import quality_html
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.read.folder import CONTOH
from laporan.store.month_data import MonthData, load_month

MUTU = "mutu.html"
RESULTS = (UKURAN, MUTU)


def write_results(bulan: str, folder: str) -> None:
    """Write ``ukuran.csv`` and ``mutu.html`` of a month whose report has been executed.

    Texts instead of paths: this is called in the report's kernel, where the libraries are loaded.
    """
    project, month = Project.find(), Bulan.parse(bulan)
    # The executed report left its figures beside the cleaned tables.
    shutil.copyfile(project.processed(month) / UKURAN, Path(folder) / UKURAN)
    prepared = read_prepared(project, month)
    if prepared is None:
        raise LaporanError(f"Masukan {month.label} berubah selagi laporannya disusun. Ulangi.")
    write_quality(project, prepared.told(load_month(project, month)), Path(folder) / MUTU)


def write_quality(project: Project, data: MonthData, path: Path) -> None:
    """Write the quality report of a month."""
    contoh = (project.raw(data.bulan) / CONTOH).exists()
    path.write_text(quality_html(data, contoh=contoh), "utf-8")
