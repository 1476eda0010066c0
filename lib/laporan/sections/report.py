"""An opened month: everything that the report's sections read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from laporan.check import check_month, check_sources
from laporan.check.catatan import Catatan
from laporan.check.quality import more_text, require_fit, shorten
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.indonesian import daftar
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings, load_settings
from laporan.dasar.temuan import Temuan
from laporan.measure import Ukuran, write_ukuran
from laporan.show import Angka, find_angka, row_origin
from laporan.store.freshness import needed_months, raw_months, stale_groups
from laporan.store.month_data import MonthData, load_month, write_findings

CONTOH = "CONTOH"  # the file that marks a month of synthetic exports
_HISTORY = ("bulan", "indikator")


def _no_history() -> pd.DataFrame:
    return pd.DataFrame(columns=list(_HISTORY))


@dataclass(frozen=True)
class Report:
    """What the sections are made of; nothing in it is changed.

    Attributes
    ----------
    bulan
        The month reported.
    settings
        The defaults with the analysts' overrides.
    bersih
        The month's cleaned tables, and the book of what was taken and what was not.
    ukuran
        All figures.
    catatan
        What the analysts wrote by hand.
    contoh
        The months that rest on synthetic data; empty for a real report.
    peringatan
        What the reader of the last section must know.
    riwayat
        The rows of ``riwayat.csv`` that stand in for raw exports.
    """

    bulan: Bulan
    settings: Settings
    bersih: MonthData
    ukuran: Ukuran
    catatan: Catatan
    contoh: tuple[Bulan, ...]
    peringatan: tuple[str, ...]
    riwayat: pd.DataFrame = field(default_factory=_no_history)

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """The month's cleaned tables, by source; a source not supplied has none."""
        return self.bersih.tables

    def angka(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Angka | None:
        """Find a figure, or nothing where it can't be computed."""
        return find_angka(self.ukuran, indikator, dimensi, kategori, bulan)

    def origins(self, sumber: str) -> list[str]:
        """Give the place in its raw file of each row of a source that is listed."""
        rows = self.bersih.asal.get(sumber)
        if rows is None:
            return []
        return [
            row_origin(self.bulan, berkas, baris)
            for berkas, baris in zip(rows["berkas"], rows["baris"], strict=True)
        ]

    def files(self, sumber: str) -> list[str]:
        """Give the names of a source's raw files."""
        books = self.bersih.berkas
        return [str(name) for name in books.loc[books["sumber"].eq(sumber), "berkas"]]

    def known(self, indikator: str, dimensi: str = "", kategori: str = "") -> Angka:
        """Find a figure that must be there, as another one that rests on it is there."""
        figure = self.angka(indikator, dimensi, kategori)
        if figure is None:
            raise KeyError(f"{indikator},{dimensi},{kategori}")
        return figure


def buka(bulan: str) -> Report:
    """Open a month: clean what is stale, measure, and write ``ukuran.csv``.

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
    if not bulan:
        raise CallError(
            "Parameter bulan belum diisi, atau namanya salah tulis. Jalankan misalnya "
            "quarto render -P bulan:2023-07; di JupyterLab, isilah sel parameter."
        )
    _refuse_in_place()
    month, project = Bulan.parse(bulan), Project.find()
    settings = load_settings(project.settings_file)
    _require_raw(project, month)
    months = needed_months(project, month)
    _clean_stale(project, months)
    data = {each: load_month(project, each) for each in months}
    require_fit(check_sources(month, data).temuan, month)
    checked = check_month(project, month, data, settings)
    require_fit(checked.hasil.temuan, month)
    write_findings(project, month, checked.hasil.temuan, checked.hasil.pemeriksaan)
    _write_whole(project.processed(month) / "ukuran.csv", checked.ukuran.tabel)
    used = _no_history() if checked.riwayat is None else checked.riwayat
    return Report(
        bulan=month,
        settings=settings,
        bersih=data[month],
        ukuran=checked.ukuran,
        catatan=checked.catatan,
        contoh=_synthetic(project, months, used),
        peringatan=_warnings(checked.hasil.temuan),
        riwayat=used,
    )


def _refuse_in_place() -> None:
    """Refuse Quarto on the notebook itself: it would leave the month's outputs in it."""
    if Path(os.environ.get("QUARTO_DOCUMENT_PATH", "")).name == "notebooks":
        raise CallError(
            "Quarto dijalankan langsung atas notebooks/laporan.ipynb, yang akan diubahnya. "
            "Jalankan di folder proyek: quarto render -P bulan:2023-07."
        )


def _require_raw(project: Project, bulan: Bulan) -> None:
    if project.raw(bulan).is_dir():
        return
    present = daftar(str(month) for month in raw_months(project)) or "(belum ada)"
    raise LaporanError(
        f"Folder {project.raw(bulan)} tidak ada. Bulan yang ada: {present}. "
        f"Buatlah folder itu dan isilah dengan ekspor {bulan.label}."
    )


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


def _warnings(findings: Sequence[Temuan]) -> tuple[str, ...]:
    """Put what was found into the sentences of the last section; of many, the first."""
    kept, more = shorten(findings)
    return (*map(str, kept), *(more_text(check, count) for (_, check), count in more.items()))


def _synthetic(project: Project, months: Sequence[Bulan], used: pd.DataFrame) -> tuple[Bulan, ...]:
    marked = {month for month in months if (project.raw(month) / CONTOH).exists()}
    if "sumber" in used:
        marked |= {Bulan.parse(month) for month in used.loc[used["sumber"].eq("contoh"), "bulan"]}
    return tuple(sorted(marked))


def _write_whole(path: Path, table: pd.DataFrame) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_ukuran(part, table)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
