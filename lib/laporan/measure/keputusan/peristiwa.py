"""What happened, and where a series begins anew: ``data/peristiwa.csv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pandas as pd

from laporan.clean.dates import parse_dates
from laporan.clean.texts import tidy
from laporan.dasar.errors import LaporanError
from laporan.measure.indikator import INDIKATOR
from laporan.read.kept_list import read_kept_list
from laporan.read.raw_table import RawTable

TANGGAL, APA, INDIKATORNYA, PUTUS = COLUMNS = ("tanggal", "peristiwa", "indikator", "putus")
CONTOH = "Contoh: "
YA, TIDAK = ("ya", "y", "putus", "1"), ("tidak", "t", "0", "-", "")


@dataclass(frozen=True)
class Peristiwa:
    """Something that happened.

    Attributes
    ----------
    tanggal
        Its day.
    peristiwa
        What it was; of a break, its cause.
    indikator
        The figure that it bears on; empty for all.
    putus
        Whether the series of that figure begins anew in its month.
    berkas, baris
        Where it stands.
    """

    tanggal: date
    peristiwa: str
    indikator: str
    putus: bool
    berkas: str = field(default="", compare=False)
    baris: int = field(default=0, compare=False)

    @property
    def contoh(self) -> bool:
        """Whether it is made up, as the sample writes it."""
        return self.peristiwa.startswith(CONTOH)


def read_peristiwa(path: Path) -> tuple[Peristiwa, ...]:
    """Read what happened, from a CSV or a workbook; nothing where there is no such file.

    Raises
    ------
    LaporanError
        If a row lacks its day or what happened, or if a break names no figure.
    """
    return tuple(each for table in read_kept_list(path, COLUMNS) for each in _read(table))


def _read(table: RawTable) -> list[Peristiwa]:
    texts = pd.DataFrame({name: tidy(table.data[name]).fillna("") for name in COLUMNS})
    days = parse_dates(table.data[TANGGAL])
    found = []
    # On further sheets, rows have the same numbers again.
    for (line, *row), day in zip(texts.itertuples(name=None), days, strict=True):
        place, cells = f"{table.berkas} baris {line}", dict(zip(COLUMNS, row, strict=True))
        if pd.isna(day):
            raise LaporanError(
                f"{place}, kolom {TANGGAL}: {cells[TANGGAL]!r} bukan tanggal. Tulislah misalnya "
                "2023-07-25."
            )
        event = _event(day.date(), cells, place)
        found.append(replace(event, berkas=table.berkas, baris=int(line)))
    return found


def _event(day: date, cells: Mapping[str, str], place: str) -> Peristiwa:
    if not cells[APA]:
        raise LaporanError(
            f"{place}, kolom {APA}: kosong. Tulislah apa yang terjadi; untuk putus, sebabnya."
        )
    if cells[INDIKATORNYA] and cells[INDIKATORNYA] not in INDIKATOR:
        raise LaporanError(
            f"{place}, kolom {INDIKATORNYA}: {cells[INDIKATORNYA]!r} bukan nama angka. Nama semua "
            "angka ada di docs/kamus.md, misalnya tiket.jumlah; kosongkan bila berlaku umum."
        )
    said = cells[PUTUS].casefold()
    if said not in (*YA, *TIDAK):
        raise LaporanError(f"{place}, kolom {PUTUS}: {cells[PUTUS]!r}; isilah Ya atau Tidak.")
    if said in YA and not cells[INDIKATORNYA]:
        raise LaporanError(
            f"{place}: putus tanpa {INDIKATORNYA}. Sebutkan angka yang deretnya dimulai lagi, "
            "misalnya tiket.jumlah."
        )
    return Peristiwa(day, cells[APA], cells[INDIKATORNYA], said in YA)
