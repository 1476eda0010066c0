"""An opened month: everything that the report's sections read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from laporan.bulan import Bulan
from laporan.catatan import Catatan
from laporan.measure import Ukuran
from laporan.settings import Settings
from laporan.show import Angka
from laporan.store import MonthData


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
    """

    bulan: Bulan
    settings: Settings
    bersih: MonthData
    ukuran: Ukuran
    catatan: Catatan
    contoh: tuple[Bulan, ...]
    peringatan: tuple[str, ...]

    @property
    def tables(self) -> Mapping[str, pd.DataFrame]:
        """The month's cleaned tables, by source; a source not supplied has none."""
        return self.bersih.tables

    def angka(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Angka | None:
        """Find a figure, or nothing where it can't be computed."""
        return self.ukuran.angka(indikator, dimensi, kategori, bulan)
