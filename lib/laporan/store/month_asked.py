"""The month that was asked for, judged without loading the libraries that open it."""

from __future__ import annotations

import os
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import daftar
from laporan.dasar.project import Project
from laporan.store.freshness import raw_months


def find_month(bulan: str) -> tuple[Project, Bulan]:
    """Give the project's folders and the month of a notebook's parameter.

    Raises
    ------
    CallError
        If it is no month, or Quarto runs on the notebook itself.
    LaporanError
        If the month has no raw exports.
    """
    if not bulan:
        raise CallError(
            "Parameter bulan belum diisi, atau namanya salah tulis. Jalankan misalnya "
            "quarto render -P bulan:2023-07; di JupyterLab, isilah sel parameter."
        )
    _refuse_in_place()
    project, month = Project.find(), Bulan.parse(bulan)
    if not project.raw(month).is_dir():
        present = daftar(str(month) for month in raw_months(project)) or "(belum ada)"
        raise LaporanError(
            f"Folder {project.raw(month)} tidak ada. Bulan yang ada: {present}. "
            f"Buatlah folder itu dan isilah dengan ekspor {month.label}."
        )
    return project, month


def _refuse_in_place() -> None:
    """Refuse Quarto on the notebook itself: it would leave the month's outputs in it."""
    if Path(os.environ.get("QUARTO_DOCUMENT_PATH", "")).name == "notebooks":
        raise CallError(
            "Quarto dijalankan langsung atas notebooks/laporan.ipynb, yang akan diubahnya. "
            "Jalankan di folder proyek: quarto render -P bulan:2023-07."
        )
