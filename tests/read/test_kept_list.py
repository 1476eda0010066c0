"""Lists kept by hand: of their rows none is lost."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from laporan.dasar.errors import LaporanError
from laporan.measure.keputusan.peristiwa import COLUMNS, read_peristiwa

EVENTS = [[f"2023-07-0{day}", "Siaran", "", "Tidak"] for day in range(1, 5)]


def test_a_row_that_does_not_fit_under_the_header_is_told(tmp_path: Path) -> None:
    """An unquoted comma must not take a break of a series away."""
    rows = [list(COLUMNS), *EVENTS, ["2023-07-09", "Tutup", " pindah", "tiket.jumlah", "Ya"]]
    path = tmp_path / "peristiwa.csv"
    path.write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
    with pytest.raises(LaporanError, match="baris 6: baris punya 5 sel, judul tabel 4") as told:
        read_peristiwa(path)
    assert "di antara dua tanda petik" in str(told.value)


def test_a_list_on_two_sheets_is_read_whole(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, rows in {"Juli": EVENTS[:2], "Lanjutan": EVENTS[2:]}.items():
        sheet = book.create_sheet(name)
        for row in (COLUMNS, *rows):
            sheet.append(row)
    book.save(tmp_path / "peristiwa.xlsx")
    read = read_peristiwa(tmp_path / "peristiwa.xlsx")
    assert [(each.tanggal.day, each.baris) for each in read] == [(1, 2), (2, 3), (3, 2), (4, 3)]
