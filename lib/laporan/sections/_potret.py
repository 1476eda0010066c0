"""Snapshots of employee advocacy: which there are, and what they are called."""

from __future__ import annotations

from datetime import date

import pandas as pd

from laporan.dasar import indonesian
from laporan.sections.report import Report
from laporan.show import Markdown, puncak, sentence

# A target is a quarter's, as the published report has it ("Target Pegawai Q3").
QUARTERS = ("I", "II", "III", "IV")
SOURCE = "laporan Power BI Employee Advocacy"


def snapshots(lap: Report) -> list[str]:
    """Give the numbers of the snapshots, in their order."""
    return sorted(map(str, lap.ukuran.kategori("advokasi.pegawai", "potret").index), key=int)


def snapshot_name(lap: Report, number: str, *, inside: bool = False) -> str:
    """Name a snapshot: ``Potret 2 (31 Juli 2023)``."""
    day = _day(lap, number)
    name = f"{'potret' if inside else 'Potret'} {number}"
    return name if day is None else f"{name} ({indonesian.tanggal(day)})"


def of_quarter(lap: Report, number: str, target: str) -> str:
    """Name a target with the quarter of a snapshot: ``target pegawai triwulan III``."""
    day = _day(lap, number)
    return target if day is None else f"{target} triwulan {QUARTERS[(day.month - 1) // 3]}"


def largest(lap: Report, indikator: str, number: str, name: str) -> Markdown:
    """Head a picture by the largest of a snapshot."""
    count = lap.known(indikator, f"potret:{number}", name)
    return sentence(
        "{name} {most}: {count} {unit}.",
        name=name, most=puncak("terbanyak", count), count=count, unit=count.satuan,
    )  # fmt: skip


def _day(lap: Report, number: str) -> date | None:
    table = lap.tables.get("advokasi")
    if table is None:
        return None
    days = table.loc[table["potret"].astype(str) == number, "tanggal"].dropna()
    return None if days.empty else pd.Timestamp(days.iloc[0]).date()
