"""The files beside the report that come from its data: the figures and their quality."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from laporan.check.prepared import read_prepared
from laporan.check.quality import quality_html
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.made_files import MUTU, OWN_FIGURES, SAID, UKURAN
from laporan.dasar.project import Project
from laporan.measure import format_ukuran
from laporan.measure.own_figures import keep_only, own_figures, to_record, with_own
from laporan.prove.said.basis import basis_of
from laporan.prove.said.done_again import doubted_figures
from laporan.prove.said.proof import prove_said
from laporan.prove.said.said import Spoken
from laporan.read.folder import CONTOH
from laporan.sections.report import report_of
from laporan.show.drawn import trim_drawings
from laporan.store.month_data import MonthData


def write_results(bulan: str, folder: str) -> None:
    """Write the figures, their quality and the proof of what is said, of an executed report.

    Texts instead of paths: this is called in the report's kernel, where the libraries are loaded.
    The folder holds the executed document, which the proof takes the place of.
    """
    project, month = Project.find(), Bulan.parse(bulan)
    prepared = read_prepared(project, month)
    if prepared is None:
        raise LaporanError(f"Masukan {month.label} berubah selagi laporannya disusun. Ulangi.")
    lap = report_of(project, month, replace(prepared, ukuran=with_own(prepared.ukuran)))
    (Path(folder) / UKURAN).write_text(format_ukuran(lap.ukuran.tabel), "utf-8", newline="")
    own = own_figures(month)
    record = json.dumps(to_record(own), ensure_ascii=False)
    (Path(folder) / OWN_FIGURES).write_text(record, "utf-8")
    keep_only({})
    trim_drawings(project.drawings(month))
    write_quality(project, lap.bersih, Path(folder) / MUTU)
    spoken = Spoken.from_record(json.loads((Path(folder) / SAID).read_text("utf-8")))
    said = prove_said(spoken, basis_of(lap))
    said = replace(said, unproven=(*said.unproven, *doubted_figures(spoken.sources, month, own)))
    (Path(folder) / SAID).write_text(json.dumps(said.record, ensure_ascii=False), "utf-8")


def write_quality(project: Project, data: MonthData, path: Path) -> None:
    """Write the quality report of a month."""
    contoh = (project.raw(data.bulan) / CONTOH).exists()
    path.write_text(quality_html(data, contoh=contoh), "utf-8")
