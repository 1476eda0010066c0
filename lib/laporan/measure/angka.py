"""A figure, the small forms that make them, and the tidy table that holds them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError

TIDAK_TERCATAT = "Tidak tercatat"


class Figure(NamedTuple):
    """One figure of the report; the first four fields are its key."""

    bulan: str
    indikator: str
    dimensi: str
    kategori: str
    nilai: float
    satuan: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells this figure from all others."""
        return self[:4]


KOLOM = list(Figure._fields)


def single(bulan: Bulan, indikator: str, nilai: float, satuan: str) -> Figure:
    """Make the figure of a whole."""
    return Figure(str(bulan), indikator, "", "", float(nilai), satuan)


def by_category(
    bulan: Bulan, indikator: str, dimensi: str, values: Mapping[str, float], satuan: str
) -> list[Figure]:
    """Make one figure a category."""
    return [
        Figure(str(bulan), indikator, dimensi, name, float(value), satuan)
        for name, value in values.items()
    ]


def counts(column: pd.Series, always: Iterable[str] = ()) -> dict[str, int]:
    """Count the rows of each value; those of ``always`` are there even at 0."""
    found = column.fillna(TIDAK_TERCATAT).value_counts()
    return dict.fromkeys(always, 0) | {str(name): int(count) for name, count in found.items()}


def shares(values: Mapping[str, float], whole: float) -> dict[str, float]:
    """Give each value in percent of the whole; nothing is a share of 0."""
    return {name: 100 * value / whole for name, value in values.items()} if whole else {}


def to_table(figures: Iterable[Figure]) -> pd.DataFrame:
    """Put figures into the tidy table, sorted by their keys.

    Raises
    ------
    LaporanError
        If two figures have the same key, or one is no finite number.
    """
    rows = sorted(figures)
    for row, following in pairwise(rows):
        if row.key == following.key:
            raise LaporanError(
                f"Angka {_name(row)} bulan {row.bulan} terhitung dua kali "
                f"({row.nilai:g} dan {following.nilai:g}): dua baris sumbernya memuat hal yang "
                "sama. Hapus salah satunya dari berkas sumber."
            )
    for row in rows:
        if not math.isfinite(row.nilai):
            raise LaporanError(
                f"Angka {_name(row)} bulan {row.bulan} tidak dapat dihitung ({row.nilai}). "
                "Periksa isi berkas sumbernya."
            )
    return pd.DataFrame(rows, columns=KOLOM).astype({"nilai": "float64"})


def figures_of(table: pd.DataFrame) -> list[Figure]:
    """Take a tidy table apart again."""
    return [Figure(*row) for row in table[KOLOM].itertuples(index=False, name=None)]


def _name(figure: Figure) -> str:
    place = f"[{figure.dimensi}={figure.kategori}]" if figure.dimensi else ""
    return f"{figure.indikator}{place}"
