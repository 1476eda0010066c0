"""The files beside the report that come from its data: the figures and their quality."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from laporan.check.prepared import UKURAN, read_prepared
from laporan.check.quality import quality_html
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.prove.said import Document, basis_of, prove_said
from laporan.read.folder import CONTOH
from laporan.sections.report import report_of
from laporan.store.month_data import MonthData

MUTU = "mutu.html"
# What was said and how much of it is proven, until ``jejak.json`` takes it in.
SAID = "terbukti.json"
RESULTS = (UKURAN, MUTU, SAID)


def write_results(bulan: str, folder: str) -> None:
    """Write the figures, their quality and the proof of what is said, of an executed report.

    Texts instead of paths: this is called in the report's kernel, where the libraries are loaded.
    The folder holds the executed document, which the proof takes the place of.
    """
    project, month = Project.find(), Bulan.parse(bulan)
    # The executed report left its figures beside the cleaned tables.
    shutil.copyfile(project.processed(month) / UKURAN, Path(folder) / UKURAN)
    prepared = read_prepared(project, month)
    if prepared is None:
        raise LaporanError(f"Masukan {month.label} berubah selagi laporannya disusun. Ulangi.")
    lap = report_of(project, month, prepared)
    write_quality(project, lap.bersih, Path(folder) / MUTU)
    record = json.loads((Path(folder) / SAID).read_text("utf-8"))
    said = prove_said(Document.from_record(record), basis_of(lap))
    (Path(folder) / SAID).write_text(json.dumps(said.record, ensure_ascii=False), "utf-8")


def write_quality(project: Project, data: MonthData, path: Path) -> None:
    """Write the quality report of a month."""
    contoh = (project.raw(data.bulan) / CONTOH).exists()
    path.write_text(quality_html(data, contoh=contoh), "utf-8")
