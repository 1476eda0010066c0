"""Attendance reports of Microsoft Teams: a summary, the participants, and what they did."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.read.attendance_events import read_events
from laporan.read.encoding import to_utf8
from laporan.read.header import tidy
from laporan.read.raw_table import RawTable, book_of_rows
from laporan.read.records import Row, long_cells, read_rows

# The participants' columns by their place: their headings are in the language of who exports.
NAMA, MASUK, KELUAR, LAMA, ALAMAT = "Nama", "Masuk", "Keluar", "Lama", "Alamat"
COLUMNS = (NAMA, MASUK, KELUAR, LAMA, ALAMAT)
LEAST_COLUMNS = 4
# What the summary says, value by value, in its order; the labels vary by language, too.
RINGKASAN = "ringkasan"
KEGIATAN = "kegiatan dalam pertemuan"
# Teams writes tabs; a spreadsheet that saved the report anew writes something else.
SEPARATORS = ("\t", ";", ",")
_SECTION = re.compile(r"\s*\d+\.\s+\S.*")


def read_attendance(path: Path) -> RawTable:
    """Read the participants of one meeting.

    Returns
    -------
    RawTable
        A row a participant, in the columns of `COLUMNS`; the summary's values in
        ``keterangan["ringkasan"]``, a line each. Rows of the sections below are left out by the
        rule ``kegiatan dalam pertemuan``.

    Raises
    ------
    LaporanError
        If the file is empty, is no text, or has no table of participants.
    """
    content = to_utf8(path.read_bytes(), path.name)
    with long_cells():
        for separator in SEPARATORS:
            rows = list(read_rows(content, separator, path.name))
            header = _header(rows)
            if header is not None:
                return _table(path.name, rows, header)
            if events := read_events(path.name, rows, COLUMNS, RINGKASAN, KEGIATAN):
                return events
    raise LaporanError(
        f"{path.name}: daftar peserta tidak ditemukan. Yang dibaca adalah laporan kehadiran "
        "Microsoft Teams (.csv), dengan ringkasan pertemuan dan di bawahnya tabel peserta: nama, "
        "waktu masuk, waktu keluar, lama, alamat email. Unduh laporannya dari Teams; daftar "
        "video conference sendiri berupa buku kerja (.xlsx)."
    )


def _header(rows: Sequence[Row]) -> int | None:
    """Find the first row of a table: the summary above has a label and a value a line."""
    for place, row in enumerate(rows):
        if row.filled >= LEAST_COLUMNS:
            return place if place > 0 else None
    return None


def _table(berkas: str, rows: Sequence[Row], header: int) -> RawTable:
    below = list(rows[header + 1 :])
    ends = [place for place, row in enumerate(below) if row.is_blank or _starts_section(row)]
    end = ends[0] if ends else len(below)
    people = below[:end]
    skipped = _table_rows(below[end:])
    width = len(COLUMNS)
    data = pd.DataFrame(
        [[*row.cells[:width], *[""] * (width - len(row.cells))] for row in people],
        columns=pd.Index(COLUMNS, dtype="str"),
        index=pd.Index([row.baris for row in people], name="baris", dtype="int64"),
        dtype="str",
    )
    summary = [tidy(row.cells[1]) for row in rows[:header] if row.filled == 2]
    return RawTable(
        berkas,
        data.replace("", None).astype("str"),
        {RINGKASAN: "\n".join(summary)},
        dilewati=book_of_rows("aturan", skipped, [KEGIATAN] * len(skipped)),
    )


def _table_rows(rows: Sequence[Row]) -> list[int]:
    """Find the rows of the tables below; their headings are none."""
    numbers = []
    is_heading = True
    for row in rows:
        if row.is_blank or _starts_section(row):
            is_heading = True
        elif is_heading:
            is_heading = False
        else:
            numbers.append(row.baris)
    return numbers


def _starts_section(row: Row) -> bool:
    return row.filled == 1 and _SECTION.fullmatch(row.cells[0]) is not None
