"""A small sample month, and how its sources are read and cleaned from changed files."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from tests.fuzz.kinds import Table, read_table

from laporan.clean import Cleaned, cleaner
from laporan.clean.schema import check_source
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.dasar.temuan import Temuan
from laporan.measure import measure
from laporan.read.folder import find_files
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES
from laporan_sample import write_sample

BULAN = Bulan(2024, 2)
TIKET, SEED = 40, 7
SETTINGS = load_settings()
# Each row stands for itself, so that a part of the rows is a part of the truth.
AGGREGATED = {"situs_halaman"}


@dataclass(frozen=True)
class Told:
    """Something that an analyst is told of a file: of which column, what, and whether it stops."""

    berkas: str
    kolom: str
    pesan: str
    menghentikan: bool = False


@dataclass(frozen=True)
class Truth:
    """What an untouched source gives."""

    name: str
    files: Mapping[str, bytes]
    cleaned: Cleaned

    @cached_property
    def rows(self) -> Counter[tuple[Any, ...]]:
        """The rows of its cleaned table, each with how often it is there."""
        return rows_of(self.cleaned)

    @cached_property
    def tables(self) -> list[Table]:
        """The rows of its files."""
        return [read_table(SOURCES[self.name], name, raw) for name, raw in self.files.items()]

    @cached_property
    def figures(self) -> dict[tuple[str, str, str], float]:
        """What is measured of it."""
        return figures_of(self.cleaned)

    @cached_property
    def findings(self) -> frozenset[Told]:
        """What is found in it anyway."""
        return findings_of(self.cleaned)

    @property
    def tabular(self) -> bool:
        """Whether its files are text."""
        return not SOURCES[self.name].workbook


def rows_of(cleaned: Cleaned) -> Counter[tuple[Any, ...]]:
    """Give the rows of a cleaned table as plain values."""
    table = cleaned.tabel.astype(object)
    plain = table.where(table.notna(), None)
    return Counter(plain.itertuples(index=False, name=None))


def messages_of(cleaned: Cleaned) -> Counter[str]:
    """Give all that an analyst is told of a source: warnings, and rejected rows."""
    rejected = cleaned.ditolak[["berkas", "baris", "kolom", "alasan"]].astype(str)
    return Counter([*cleaned.peringatan, *rejected.agg(" ".join, axis=1)])


def figures_of(cleaned: Cleaned) -> dict[tuple[str, str, str], float]:
    """Measure a source by itself."""
    tables = {BULAN: {cleaned.sumber: cleaned.tabel}}
    figures = measure(BULAN, tables, None, {BULAN: SETTINGS}).tabel
    keys = figures[["indikator", "dimensi", "kategori"]].itertuples(index=False, name=None)
    return dict(zip(keys, figures["nilai"], strict=True))


def findings_of(cleaned: Cleaned) -> frozenset[Told]:
    """Give what all checks of a source tell, and the rows that were rejected."""
    findings: tuple[Temuan, ...] = check_source(cleaned, BULAN, SETTINGS).temuan
    rejected = cleaned.ditolak[["berkas", "kolom", "alasan"]].itertuples(index=False, name=None)
    return frozenset(
        [
            *(
                Told(each.berkas, each.kolom, each.di_dalam_berkas, each.menghentikan)
                for each in findings
            ),
            *(Told(*map(str, row)) for row in rejected),
        ]
    )


def clean(folder: Path, name: str) -> Cleaned:
    """Read and clean a source, and see that its book balances."""
    cleaned = cleaner(name)(read_source(folder, name, SETTINGS), BULAN, SETTINGS)
    book = cleaned.berkas
    balance = book[["diambil", "ditolak", "dikecualikan"]].sum(axis=1)
    if not (balance == book["baris"]).all():
        raise AssertionError(f"the book of {name} does not balance")
    return cleaned


def load_truths(folder: Path) -> dict[str, Truth]:
    """Write the sample month, and clean all of its sources."""
    write_sample(folder, BULAN, tiket=TIKET, seed=SEED)
    month = folder / str(BULAN)
    return {
        name: Truth(
            name,
            {path.name: path.read_bytes() for path in find_files(month, source)},
            clean(month, name),
        )
        for name, source in SOURCES.items()
        if find_files(month, source)
    }


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Let a folder hold just these files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def same_table(one: Cleaned, other: Cleaned) -> bool:
    """Tell whether two cleaned tables are equal."""
    try:
        pd.testing.assert_frame_equal(one.tabel, other.tabel, check_dtype=False)
    except AssertionError:
        return False
    return True
