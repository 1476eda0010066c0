"""An opened month: everything that the report's sections read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial

import pandas as pd

from laporan.check.catatan import Catatan
from laporan.check.made_up import made_up_lists
from laporan.check.prepared import Prepared, read_prepared
from laporan.check.tindak_lanjut import Tindakan, read_tindak_lanjut
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings, load_settings
from laporan.measure import Angka, Ukuran
from laporan.measure.keputusan.peristiwa import Peristiwa, read_peristiwa
from laporan.measure.own_figures import OWN, keep, own_figure, with_own
from laporan.show import row_origin
from laporan.show.display import RENDERER_VARIABLES
from laporan.show.dress import dress_kernel
from laporan.store.freshness import needed_months
from laporan.store.lazy import Lazy
from laporan.store.month_asked import find_month
from laporan.store.month_data import MonthData, load_month

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
    contoh_daftar
        The lists beside the months that hold synthetic rows.
    riwayat
        The rows of ``riwayat.csv`` that stand in for raw exports.
    bulan_lain
        The months that this one is compared with and that have raw exports, cleaned.
    tindak_lanjut
        What was decided to be done, in this month or before.
    peristiwa
        What happened in the months of the year, in order.
    """

    bulan: Bulan
    settings: Settings
    bersih: MonthData
    ukuran: Ukuran
    catatan: Catatan
    contoh: tuple[Bulan, ...]
    riwayat: pd.DataFrame = field(default_factory=_no_history)
    bulan_lain: Mapping[Bulan, MonthData] = field(default_factory=dict)
    tindak_lanjut: tuple[Tindakan, ...] = ()
    contoh_daftar: tuple[str, ...] = ()
    peristiwa: tuple[Peristiwa, ...] = ()

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """The month's cleaned tables, by source; a source not supplied has none."""
        return self.bersih.tables

    def tabel(self, sumber: str) -> pd.DataFrame:
        """Give a copy of a cleaned table of the month, to work on: ``lap.tabel("tiket")``."""
        return self.bersih.tabel(sumber)

    @property
    def bulan_lalu(self) -> MonthData:
        """The month before, cleaned: ``lap.bulan_lalu.tabel("tiket")``.

        Raises
        ------
        LaporanError
            If it has no raw exports.
        """
        before = self.bulan.previous
        if before not in self.bulan_lain:
            raise LaporanError(
                f"{before.label} tidak mempunyai ekspor mentah, sehingga tidak ada tabelnya. "
                f"Taruhlah di data/raw/{before}/, lalu jalankan siapkan dan buka sekali lagi."
            )
        return self.bulan_lain[before]

    def angka(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Angka | None:
        """Find a figure, or nothing where it can't be computed."""
        known = with_own(self.ukuran) if indikator.startswith(OWN) else self.ukuran
        return known.angka(indikator, dimensi, kategori, bulan)

    def ukur(
        self,
        kunci: str,
        nilai: float,
        /,
        *,
        satuan: str,
        arti: str,
        dari: str = "",
        sumber: str = "",
    ) -> Angka:
        """Make a figure of one's own, which the report knows like any other.

        It is in ``ukuran.csv``, explained on the page, and compared at a correction; Markdown
        cells and sentences name it.

        Parameters
        ----------
        kunci
            Its name: ``analis.dau_per_hari``.
        nilai
            What the cell reckoned.
        satuan, arti
            Its unit, and what it is, for readers.
        dari
            The source that it is reckoned from, such as ``tiket``.
        sumber
            Where a value that is typed, and not reckoned, comes from.

        Raises
        ------
        CallError
            If one of these can't be, or another figure has that name.
        """
        own = own_figure(
            self.bulan, kunci, nilai, satuan=satuan, arti=arti, dari=dari, sumber=sumber
        )
        keep(own, replace=not any(name in os.environ for name in RENDERER_VARIABLES))
        return own.angka

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
    """Open a month that was made ready by ``siapkan``; nothing is written.

    In a kernel, cells from here on show charts and tables in the house's style.

    Parameters
    ----------
    bulan
        ``2023-07``; the notebook's parameter.

    Raises
    ------
    CallError
        If it is no month.
    LaporanError
        If the month has no raw exports, or was not made ready since they changed.
    """
    project, month = find_month(bulan)
    prepared = read_prepared(project, month)
    if prepared is None:
        raise LaporanError(
            f"{month.label} belum disiapkan, atau masukannya berubah sesudahnya. Jalankan "
            f'siapkan("{month}") sebelum buka("{month}").'
        )
    dress_kernel()
    return _OPENED_AS.get()(report_of(project, month, prepared))


_OPENED_AS: ContextVar[Callable[[Report], Report]] = ContextVar(
    "_OPENED_AS", default=lambda lap: lap
)


@contextmanager
def opened_as(change: Callable[[Report], Report]) -> Iterator[None]:
    """Let `buka` give another month than it opens, while cells are tried."""
    token = _OPENED_AS.set(change)
    try:
        yield
    finally:
        _OPENED_AS.reset(token)


def report_of(project: Project, month: Bulan, prepared: Prepared) -> Report:
    """Put a prepared month together as the sections read it."""
    return Report(
        bulan=month,
        settings=load_settings(project.settings_file, month),
        bersih=prepared.told(load_month(project, month)),
        ukuran=prepared.ukuran,
        catatan=prepared.catatan,
        contoh=prepared.contoh,
        riwayat=prepared.riwayat,
        bulan_lain=Lazy(
            (each for each in needed_months(project, month) if each != month),
            partial(load_month, project),
        ),
        peristiwa=_of_year(read_peristiwa(project.peristiwa_file), month),
        tindak_lanjut=tuple(
            action
            for action in read_tindak_lanjut(project.tindak_lanjut_file)
            if action.dibuat <= month
        ),
        contoh_daftar=made_up_lists(project, month),
    )


def _of_year(events: Iterable[Peristiwa], month: Bulan) -> tuple[Peristiwa, ...]:
    known = (event for event in events if Bulan.of(event.tanggal) in month.year_to_date)
    return tuple(sorted(known, key=lambda event: event.tanggal))
