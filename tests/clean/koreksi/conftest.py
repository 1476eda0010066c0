"""A small month of tickets, a broadcast and a list on two sheets, and its corrections."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from laporan.clean.koreksi import COLUMNS, correct, read_corrections
from laporan.dasar.settings import load_settings
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES

TIKET = (
    "ticket_id,agent_name,status,hidden_status,date_created,date_first_agent_reply,date_resolved,"
    "Kanal,Topik,Pemda,Kategori Pengguna,Eskalasi\n"
)
ROWS = (
    "{id},Agen Contoh A,closed,,2023-07-05T01:00:00+00:00,,,WhatsApp,{topik},{pemda},"
    "Pemerintah Daerah,Tidak\n"
)
BLAST = "campaign,contact_phone_number,status,created_at,whatsapp_error_message\n"
SHEETS = {
    "Juli": (["5 Juli 2023", "Rapat DAU"], ["6 Juli 2023", "Rapat DBH"]),
    "Juli lanjutan": (["7 Juli 2023", "Rapat DAK"], ["8 Juli 2023", "Rapat DID"]),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The raw exports: tickets 101 to 104, of which the second page has 104 again."""
    folder = tmp_path / "2023-07"
    folder.mkdir()
    pages = {"tiket-1.csv": (101, 102, 103, 104), "tiket-2.csv": (104, 105)}
    for name, ids in pages.items():
        rows = (ROWS.format(id=each, topik="DAU", pemda="Kab. Brebes") for each in ids)
        (folder / name).write_text(TIKET + "".join(rows), "utf-8")
    sent = "Info,6281200000001,sent,2023-07-05 08:00:00 +0700,\n"
    (folder / "wa-blast.csv").write_text(BLAST + sent, "utf-8")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in (["Tanggal", "Kegiatan"], *rows):
            sheet.append(row)
    book.save(folder / "webinar.xlsx")
    return folder


Write = Callable[..., None]


@pytest.fixture
def write(folder: Path) -> Write:
    """Write lines of corrections, each the first six cells; others are given by name."""

    def run(*lines: str, oleh: str = "Unit Data", tanggal: str = "2023-08-02") -> None:
        rows = [[*next(csv.reader([line])), oleh, tanggal] for line in lines]
        with (folder / "koreksi.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([list(COLUMNS), *rows])

    return run


@pytest.fixture
def corrected(folder: Path):
    """Correct a source as the folder's corrections say; tell what came of it."""

    def run(sumber: str = "tiket"):
        settings = load_settings()
        written = read_corrections(folder)
        before = read_source(folder, sumber, settings)
        after = correct(before, written.of(sumber), SOURCES[sumber], settings)
        return SimpleNamespace(
            before=before,
            after=after.tables,
            listed=[tuple(map(str, row)) for row in after.koreksi.itertuples(index=False)],
            found=[*written.temuan, *after.temuan],
            said=[f"{each.tingkat}: {each}" for each in (*written.temuan, *after.temuan)],
        )

    return run
