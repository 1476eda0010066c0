"""Looking figures up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from rapidfuzz import fuzz, process

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError
from laporan.measure.angka import Angka, Tiada, figures_of
from laporan.measure.indikator import INDIKATOR
from laporan.measure.ranking import ranked

_NEAREST = 3
# Of a hundred: as near as a slip of a finger is.
_SLIP = 80


@dataclass(frozen=True, eq=False)
class Ukuran:
    """The figures of a report, to be read by name.

    Where a figure that could be there isn't, `alasan` says why, if its measure does.

    A name that no measure gives, and a dimension that is misspelt, are a `CallError` with the
    nearest; a figure that could be there and isn't in that month is none.
    """

    tabel: pd.DataFrame
    bulan: Bulan
    tiada: tuple[Tiada, ...] = ()

    @cached_property
    def _reasons(self) -> dict[tuple[str, str, str, str], Tiada]:
        return {each.key: each for each in self.tiada}

    def alasan(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Tiada | None:
        """Say why a figure is not there; None where it is, or where its measure does not say.

        Where a category has no reason of its own, that of all its dimension holds, or that of the
        whole.
        """
        self._check(indikator, dimensi)
        month = str(bulan or self.bulan)
        if (month, indikator, dimensi, kategori) in self._by_key:
            return None
        places = ((dimensi, kategori), (dimensi, ""), ("", ""))
        found = (self._reasons.get((month, indikator, *place)) for place in places)
        return next((each for each in found if each), None)

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
        self._check(indikator, dimensi)
        return self.find(indikator, dimensi, kategori, bulan)

    def find(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> Angka | None:
        """Do as `angka` does, but for a name that no measure gives, too, give None."""
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
        self._check(indikator, dimensi)
        found = self._by_dimension.get((indikator, dimensi), {})
        return _numbers({name: found[name] for name in ranked(found)}, "kategori")

    def deret(self, indikator: str, dimensi: str = "", kategori: str = "") -> pd.Series:
        """Give month (``2023-07``) to figure for all months that are known, in their order."""
        self._check(indikator, dimensi)
        months = self._by_series.get((indikator, dimensi, kategori), {})
        return _numbers(dict(sorted(months.items())), "bulan")

    @cached_property
    def _dimensions(self) -> dict[str, set[str]]:
        """Name to dimensions, in any month; of a dimension within another its first part."""
        found: dict[str, set[str]] = {}
        for row in self._by_key.values():
            found.setdefault(row.indikator, set()).add(_first_part(row.dimensi))
        return found

    def _check(self, indikator: str, dimensi: str) -> None:
        """Refuse a name that no measure gives, and a dimension that is misspelt."""
        known = self._dimensions.get(indikator)
        if known is None and indikator not in INDIKATOR:
            names = sorted({*INDIKATOR, *self._dimensions})
            near = [str(found[0]) for found in process.extract(indikator, names, limit=_NEAREST)]
            raise CallError(
                f"Angka {indikator!r} tidak dikenal. Yang paling dekat: {', '.join(near)}. "
                "Semua nama angka ada di docs/kamus.md."
            )
        if known and _first_part(dimensi) not in known:
            meant = process.extractOne(
                _first_part(dimensi), known, scorer=fuzz.ratio, score_cutoff=_SLIP
            )
            if meant:
                raise CallError(
                    f"Angka {indikator} tidak mempunyai dimensi {dimensi!r}. "
                    f"Maksudnya {meant[0]}? Dimensi setiap angka ada di ukuran.csv."
                )


def _first_part(dimensi: str) -> str:
    return dimensi.partition(":")[0]


def _numbers(values: dict[str, float], name: str) -> pd.Series:
    """Make a series: of whole numbers where all are whole."""
    whole = all(value == int(value) for value in values.values())
    index = pd.Index(list(values), dtype="str", name=name)
    return pd.Series(list(values.values()), index=index, dtype="float64", name="nilai").astype(
        "int64" if whole else "float64"
    )
