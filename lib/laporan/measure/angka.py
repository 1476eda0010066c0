"""A figure that knows where it comes from, and the tidy table that holds figures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

import pandas as pd

from laporan.dasar import indonesian
from laporan.dasar.errors import LaporanError

TIDAK_TERCATAT = "Tidak tercatat"
# Between an indicator and what of its interval is meant: ``perkiraan.tiket#bawah``.
TEPI = "#"


class Angka(NamedTuple):
    """One figure of the report, not rounded; the first four fields are its key.

    ``bawah`` and ``atas`` are the interval in which it lies, ``n`` is what it rests on: how many
    tickets, ratings, months. What a figure does not have of them is None.

    ``format(angka, spec)`` writes it as a Markdown span that carries its key; ``spec`` is that of
    `text`.
    """

    bulan: str
    indikator: str
    dimensi: str
    kategori: str
    nilai: float
    satuan: str
    bawah: float | None = None
    atas: float | None = None
    n: float | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells this figure from all others."""
        return self[:4]

    @property
    def token(self) -> str:
        """The key as one token that is safe in any attribute."""
        return ",".join(quote(part, safe=":") for part in self.key)

    @property
    def name(self) -> str:
        """The key without the month, as prose writes it: ``tiket.jumlah[kanal=WhatsApp]``."""
        place = f"[{self.dimensi}={self.kategori}]" if self.dimensi else ""
        return f"{self.indikator}{place}"

    @property
    def tepi(self) -> Mapping[str, Angka]:
        """What it has of ``bawah``, ``atas`` and ``n``, each as a figure that can be printed."""
        values = {"bawah": self.bawah, "atas": self.atas, "n": self.n}
        return {
            name: Angka(
                self.bulan, f"{self.indikator}{TEPI}{name}", self.dimensi, self.kategori, value,
                "" if name == "n" else self.satuan,
            )
            for name, value in values.items()
            if value is not None
        }  # fmt: skip

    def text(self, spec: str = "") -> str:
        """Write the figure.

        Parameters
        ----------
        spec
            The number of decimals; empty for none, or two where the unit is percent. A leading
            ``+`` drops the sign, for sentences in which a word gives the direction.
        """
        value = abs(self.nilai) if spec.startswith("+") else self.nilai
        percent = self.satuan == "persen"
        decimals = int(spec.lstrip("+") or (2 if percent else 0))
        return (indonesian.persen if percent else indonesian.angka)(value, decimals)

    def __format__(self, spec: str) -> str:
        """Write the figure as a Markdown span that carries its key."""
        return f'[{self.text(spec)}]{{.angka data-kunci="{self.token}"}}'

    def __str__(self) -> str:
        """Write the figure alone, for charts and alt texts."""
        return self.text()


class Tiada(NamedTuple):
    """A figure that is not there, and why; the first four fields are the key it would have.

    ``alasan`` is a sentence without a full stop. Where a base is too small, ``n`` is the base,
    ``perlu`` what it would have to be, and the sentence has holes of these names.
    """

    bulan: str
    indikator: str
    dimensi: str
    kategori: str
    alasan: str
    n: float | None = None
    perlu: float | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """The key of the figure that is not there."""
        return self[:4]

    def text(self) -> str:
        """Write the reason with its numbers."""
        numbers = {"n": self.n, "perlu": self.perlu}
        told = {name: indonesian.angka(x) for name, x in numbers.items() if x is not None}
        return self.alasan.format(**told)


KOLOM = list(Angka._fields)
# What not every figure has; files of before do not have the columns.
SELANG = ["bawah", "atas", "n"]
KOLOM_WAJIB = [name for name in KOLOM if name not in SELANG]
_NUMBERS = dict.fromkeys(["nilai", *SELANG], "float64")


def counts(column: pd.Series, always: Iterable[str] = ()) -> dict[str, int]:
    """Count the rows of each value; those of ``always`` are there even at 0."""
    found = column.fillna(TIDAK_TERCATAT).value_counts()
    return dict.fromkeys(always, 0) | {str(name): int(count) for name, count in found.items()}


def sums(table: pd.DataFrame, by: str, column: str) -> dict[str, float]:
    """Add up a column for each value of another."""
    added = table.groupby(by, sort=False)[column].sum()
    return {str(name): float(value) for name, value in added.items()}


def shares(values: Mapping[str, float], whole: float) -> dict[str, float]:
    """Give each value in percent of the whole; nothing is a share of 0."""
    return {name: 100 * value / whole for name, value in values.items()} if whole else {}


def to_table(figures: Iterable[Angka]) -> pd.DataFrame:
    """Put figures into the tidy table, sorted by their keys.

    Raises
    ------
    LaporanError
        If two figures have the same key, or one is no finite number.
    """
    rows = sorted(figures, key=lambda row: (row.key, row.nilai))
    for row, following in pairwise(rows):
        if row.key == following.key:
            raise LaporanError(
                f"Angka {row.name} bulan {row.bulan} terhitung dua kali "
                f"({row.nilai:g} dan {following.nilai:g}): dua baris sumbernya memuat hal yang "
                "sama. Hapus salah satunya dari berkas sumber."
            )
    for row in rows:
        for number in (row.nilai, row.bawah, row.atas, row.n):
            if number is not None and not math.isfinite(number):
                raise LaporanError(
                    f"Angka {row.name} bulan {row.bulan} tidak dapat dihitung ({number}). "
                    "Periksa isi berkas sumbernya."
                )
    return pd.DataFrame(rows, columns=KOLOM).astype(_NUMBERS)


def figures_of(table: pd.DataFrame) -> list[Angka]:
    """Take a tidy table apart again; columns that it need not have may be missing."""
    columns = [table[name].tolist() for name in KOLOM_WAJIB]
    columns += [_told(table[name]) if name in table else [None] * len(table) for name in SELANG]
    return [Angka(*row) for row in zip(*columns, strict=True)]


def _told(column: pd.Series[float]) -> list[float | None]:
    """Give the numbers of a column, None where a figure has none."""
    return [None if math.isnan(number) else number for number in column.tolist()]
