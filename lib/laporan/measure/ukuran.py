"""Looking figures up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka, figures_of
from laporan.measure.ranking import ranked


@dataclass(frozen=True, eq=False)
class Ukuran:
    """The figures of a report, to be read by name."""

    tabel: pd.DataFrame
    bulan: Bulan

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, str, str], Angka]:
        return {figure.key: figure for figure in figures_of(self.tabel)}

    @cached_property
    def _by_series(self) -> dict[tuple[str, str, str], dict[str, float]]:
        """Month to figure, by name, dimension and category."""
        series: dict[tuple[str, str, str], dict[str, float]] = {}
        for row in self._by_key.values():
            series.setdefault(row.key[1:], {})[row.bulan] = row.nilai
        return series

    @cached_property
    def _by_dimension(self) -> dict[tuple[str, str], dict[str, float]]:
        """Category to figure of the report's month, by name and dimension."""
        found: dict[tuple[str, str], dict[str, float]] = {}
        for row in self._by_key.values():
            if row.bulan == str(self.bulan):
                found.setdefault((row.indikator, row.dimensi), {})[row.kategori] = row.nilai
        return found

    def angka(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Angka | None:
        """Give the row of a figure of the report's month (or another); None where there is none."""
        return self._by_key.get((str(bulan or self.bulan), indikator, dimensi, kategori))

    def nilai(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> int | float | None:
        """Give a figure alone, whole numbers as int; None where there is none."""
        figure = self.angka(indikator, dimensi, kategori, bulan)
        if figure is None:
            return None
        return int(figure.nilai) if figure.nilai.is_integer() else figure.nilai

    def kategori(self, indikator: str, dimensi: str) -> pd.Series:
        """Give category to figure in the report's month: the largest first, equal ones by name."""
        found = self._by_dimension.get((indikator, dimensi), {})
        return _numbers({name: found[name] for name in ranked(found)}, "kategori")

    def deret(self, indikator: str, dimensi: str = "", kategori: str = "") -> pd.Series:
        """Give month (``2023-07``) to figure for all months that are known, in their order."""
        months = self._by_series.get((indikator, dimensi, kategori), {})
        return _numbers(dict(sorted(months.items())), "bulan")


def _numbers(values: dict[str, float], name: str) -> pd.Series:
    """Make a series: of whole numbers where all are whole."""
    whole = all(value == int(value) for value in values.values())
    index = pd.Index(list(values), dtype="str", name=name)
    return pd.Series(list(values.values()), index=index, dtype="float64", name="nilai").astype(
        "int64" if whole else "float64"
    )
