"""What these measures rest on: tables, settings, and the figures that are known already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from laporan.clean.hours import service_days
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, Tiada
from laporan.measure.keputusan.peristiwa import Peristiwa

Satu = Angka | Tiada
Hasil = list[Satu]
Key = tuple[str, str, str]

# Sentences without a full stop; what stands in braces is said by `Tiada`.
SEDIKIT = "belum cukup data (n = {n}, perlu {perlu})"
BELUM_DISERAHKAN = "datanya belum diserahkan"
TANPA_PEMBANDING = "tidak ada angka bulan sebelumnya untuk dibandingkan"


@dataclass(frozen=True)
class Bahan:
    """What is known of a month and of those before it.

    Attributes
    ----------
    bulan
        The report's month.
    months
        The cleaned tables of each month, by source.
    settings
        What holds in each month; in one that is not there, what holds in the report's.
    figures
        All figures so far, of all months.
    peristiwa
        What happened, and where a series begins anew.
    """

    bulan: Bulan
    months: Mapping[Bulan, Mapping[str, pd.DataFrame]]
    settings: Mapping[Bulan, Settings]
    figures: tuple[Angka, ...]
    peristiwa: tuple[Peristiwa, ...] = ()

    @property
    def own(self) -> Settings:
        """What holds in the report's month."""
        return self.settings[self.bulan]

    @property
    def minimum(self) -> Mapping[str, int]:
        """How much there must be of something before a figure is made of it."""
        found: Mapping[str, int] = self.own["minimum"]
        return found

    def table(self, sumber: str, bulan: Bulan | None = None) -> pd.DataFrame | None:
        """Give a cleaned table; None where it was not supplied."""
        return self.months.get(bulan or self.bulan, {}).get(sumber)

    @cached_property
    def known(self) -> Mapping[Key, Mapping[Bulan, float]]:
        """The figures of all months, by name, dimension and category."""
        months = {text: Bulan.parse(text) for text in {figure.bulan for figure in self.figures}}
        found: dict[Key, dict[Bulan, float]] = {}
        for figure in self.figures:
            found.setdefault(figure.key[1:], {})[months[figure.bulan]] = figure.nilai
        return found

    def series(self, indikator: str, dimensi: str = "", kategori: str = "") -> dict[Bulan, float]:
        """Give a figure by month, up to the report's, in their order."""
        found = self.known.get((indikator, dimensi, kategori), {})
        return {month: found[month] for month in sorted(found) if month <= self.bulan}

    def value(
        self, indikator: str, dimensi: str = "", kategori: str = "", bulan: Bulan | None = None
    ) -> float | None:
        """Give a figure; None where there is none."""
        return self.known.get((indikator, dimensi, kategori), {}).get(bulan or self.bulan)

    def parts(self, indikator: str, dimensi: str) -> dict[str, float]:
        """Give a figure of the report's month by category."""
        return {
            key[2]: values[self.bulan]
            for key, values in self.known.items()
            if key[:2] == (indikator, dimensi) and self.bulan in values
        }

    def days(self, bulan: Bulan) -> int:
        """Count the service days of a month."""
        counted = self.value("hari_layanan.jumlah", bulan=bulan)
        if counted is not None:
            return int(counted)
        return len(service_days(bulan, self.settings.get(bulan, self.own)["jam_layanan"]))

    def rates(self, indikator: str) -> dict[Bulan, float]:
        """Give a count by month, each a service day."""
        found = self.series(indikator)
        days = {month: self.days(month) for month in found}
        return {month: count / days[month] for month, count in found.items() if days[month]}

    def other_scale(self, indikator: str) -> list[Bulan]:
        """Give the months before the report's whose figure is on another scale than its own.

        Published figures may have no unit, which tells of no other scale.
        """
        units = {
            Bulan.parse(each.bulan): each.satuan
            for each in self.figures
            if each.key[1:] == (indikator, "", "") and each.satuan
        }
        own = units.get(self.bulan)
        return sorted(month for month in units if month < self.bulan and units[month] != own)

    def since_break(self, indikator: str, months: Iterable[Bulan]) -> list[Bulan]:
        """Keep the months from the last break of a series on, and on the scale of the report's."""
        breaks = [
            Bulan.of(each.tanggal)
            for each in self.peristiwa
            if each.putus and each.indikator == indikator
        ]
        breaks += [month.shift(1) for month in self.other_scale(indikator)]
        begins = max((month for month in breaks if month <= self.bulan), default=None)
        return [month for month in months if begins is None or month >= begins]


def with_neighbour(months: Iterable[Bulan]) -> list[Bulan]:
    """Leave out months that stand alone: nothing tells how much they vary."""
    there = set(months)
    return [month for month in sorted(there) if month.previous in there or month.shift(1) in there]
