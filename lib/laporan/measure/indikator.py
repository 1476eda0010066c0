"""Indicators: each is defined once, beside the measure that makes its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka, Tiada

# An interval: its lower and its upper end.
Selang = tuple[float, float]


@dataclass(frozen=True)
class Indikator:
    """What a figure is.

    Attributes
    ----------
    kunci
        Its name in ``ukuran.csv``: ``tiket.jumlah``.
    nama
        Its name for readers.
    satuan
        Its unit; ``persen`` is printed as ``%``.
    definisi
        How it is reckoned.
    keseluruhan
        What it is a part of.
    sumber
        The sources that it is reckoned from.
    """

    kunci: str
    nama: str
    satuan: str
    definisi: str
    keseluruhan: str
    sumber: tuple[str, ...]

    def whole(
        self, bulan: Bulan, nilai: float, *, selang: Selang | None = None, n: float | None = None
    ) -> Angka:
        """Give the figure of a whole, with its interval and its base."""
        return self.part(bulan, "", "", nilai, selang=selang, n=n)

    def part(
        self,
        bulan: Bulan,
        dimensi: str,
        kategori: str,
        nilai: float,
        *,
        selang: Selang | None = None,
        n: float | None = None,
    ) -> Angka:
        """Give the figure of one category, with its interval and its base."""
        key = (str(bulan), self.kunci, dimensi, kategori)
        bawah, atas = map(float, selang) if selang else (None, None)
        return Angka(*key, float(nilai), self.satuan, bawah, atas, None if n is None else float(n))

    def none(
        self,
        bulan: Bulan,
        alasan: str,
        dimensi: str = "",
        kategori: str = "",
        *,
        n: float | None = None,
        perlu: float | None = None,
    ) -> Tiada:
        """Say why a figure is not there; the parameters are those of `Tiada`."""
        return Tiada(str(bulan), self.kunci, dimensi, kategori, alasan, n, perlu)

    def by(self, bulan: Bulan, dimensi: str, values: Mapping[str, float]) -> list[Angka]:
        """Give one figure a category."""
        return [self.part(bulan, dimensi, name, value) for name, value in values.items()]


_DEFINED: dict[str, Indikator] = {}
# All indicators by their names; full once `laporan.measure` is imported.
INDIKATOR: Mapping[str, Indikator] = MappingProxyType(_DEFINED)


def define(
    kunci: str, nama: str, satuan: str, definisi: str, keseluruhan: str, *sumber: str
) -> Indikator:
    """Define an indicator; the parameters are those of `Indikator`."""
    if kunci in _DEFINED:
        raise ValueError(f"the indicator {kunci} is defined twice")
    _DEFINED[kunci] = Indikator(kunci, nama, satuan, definisi, keseluruhan, sumber)
    return _DEFINED[kunci]
