"""The form of a list kept by hand: numbered rows by date, in a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from laporan.dasar.bulan import Bulan
from laporan_sample.month import Line
from laporan_sample.workbook import Cell, Sheet, mixed_dates, workbook


def list_workbook(
    bulan: Bulan,
    title: str,
    columns: Sequence[str],
    lines: Sequence[Line],
    *,
    total: Sequence[Cell] | None = None,
    merged: int | None = None,
) -> bytes:
    """Write a list; ``total`` is the row below it, ``merged`` the column of merged dates."""
    days: list[date] = [line[0] for line in lines]
    rows = [
        [number, day, *line[1:]]
        for number, (day, line) in enumerate(zip(mixed_dates(days), lines, strict=True), start=1)
    ]
    return workbook(
        Sheet(
            bulan.nama,
            ["No", "Tanggal", *columns],
            rows,
            title=[f"Daftar {title} DJPK", bulan.label],
            notes=[total] if total else [],
            merged=merged,
            widths=[6, 16, *[32 for _ in columns]],
        )
    )
