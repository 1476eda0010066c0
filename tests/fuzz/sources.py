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

from laporan.clean import Cleaned, cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
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
class Truth:
    """What an untouched source gives."""

    name: str
    files: Mapping[str, bytes]
    cleaned: Cleaned

    @cached_property
    def rows(self) -> Counter[tuple[Any, ...]]:
        """The rows of its cleaned table, each with how often it is there."""
        return rows_of(self.cleaned)

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
