"""``ukuran.csv``: the figures as a file."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import guard, unguard
from laporan.measure.angka import KOLOM, KOLOM_WAJIB, SELANG, figures_of

SPECIAL = re.compile(r'[",\r\n]')


def format_nilai(nilai: float) -> str:
    """Write a figure in full: not rounded, whole numbers without a decimal point."""
    return str(int(nilai)) if nilai == int(nilai) else repr(float(nilai))


def format_ukuran(table: pd.DataFrame) -> str:
    """Write the figures as CSV text, sorted by month, name, dimension and category."""
    lines = [KOLOM]
    for figure in sorted(figures_of(table), key=lambda figure: figure.key):
        told = (figure.bawah, figure.atas, figure.n)
        numbers = ["" if number is None else format_nilai(number) for number in told]
        nilai, satuan = format_nilai(figure.nilai), guard(figure.satuan)
        lines.append([*map(guard, figure.key), nilai, satuan, *numbers])
    return "".join(",".join(map(quoted, line)) + "\n" for line in lines)


def quoted(cell: str) -> str:
    """Quote a cell where CSV demands it; csv.writer leaves a lone carriage return bare."""
    return '"' + cell.replace('"', '""') + '"' if SPECIAL.search(cell) else cell


def read_ukuran(path: Path) -> pd.DataFrame:
    """Read an ``ukuran.csv`` back as ``measure`` gave it."""
    return parse_ukuran(path.read_bytes(), path.name)


def parse_ukuran(content: bytes, name: str) -> pd.DataFrame:
    """Read the content of an ``ukuran.csv`` of that name.

    One of before, without the columns ``bawah``, ``atas`` and ``n``, is read as if they were empty.

    Raises
    ------
    LaporanError
        If it is not what ``format_ukuran`` writes.
    """
    try:
        text = io.StringIO(content.decode("utf-8"), newline="")
        header, *rows = list(csv.reader(text)) or [[]]
        if header not in (KOLOM, KOLOM_WAJIB):
            raise LaporanError(
                f"{name}: kolomnya {', '.join(header) or '(tidak ada)'}; seharusnya "
                f"{', '.join(KOLOM)}. Buatlah ulang laporannya."
            )
        table = pd.DataFrame(rows, columns=header).reindex(columns=KOLOM, fill_value="")
        texts = [column for column in KOLOM_WAJIB if column != "nilai"]
        table = table.assign(**{name: [*map(unguard, table[name])] for name in texts})
        told = table[SELANG].replace("", "nan").astype("float64")
        return table.assign(**told).astype({"nilai": "float64"})
    except (ValueError, TypeError, csv.Error) as error:
        raise LaporanError(
            f"{name} tidak dapat dibaca sebagai daftar angka: {error}. Buatlah ulang laporannya."
        ) from error
