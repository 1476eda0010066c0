"""A new month: lists to fill in, what goes on from the month before, and what to export."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from proyek import ROOT

from laporan.cli import run
from laporan.cli.month_begun import BY_HAND
from laporan.dasar.settings import load_settings
from laporan.read.recognition import candidates, surely
from laporan.read.sources import SOURCES

LISTS = {
    "email-lapor.xlsx", "media-sosial.xlsx", "ppid.xlsx", "publikasi.xlsx", "tatap-muka.xlsx",
    "video-conference.xlsx", "webinar.xlsx",
}  # fmt: skip


@pytest.fixture
def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Path, list[str]]:
    """August begun after the sample's July, in whose list of webinars one of August stands."""
    july = tmp_path / "raw" / "2023-07"
    shutil.copytree(ROOT / "data" / "raw" / "2023-07", july)
    book = openpyxl.load_workbook(july / "webinar.xlsx")
    names = {str(cell.value): cell.column for row in book.active.iter_rows() for cell in row}
    last = book.active.max_row + 1
    book.active.cell(last, names["Tanggal"], datetime(2023, 8, 3))
    book.active.cell(last, names["Kegiatan"], "=Sosialisasi DAU, 3 Agustus")
    book.active.cell(last, names["Kegiatan"]).data_type = "s"
    book.save(july / "webinar.xlsx")
    assert run(["new", "2023-08", "--data", str(tmp_path)]) == 0
    return tmp_path / "raw" / "2023-08", capsys.readouterr().out.splitlines()


def test_lists_are_made_and_exports_named(begun) -> None:
    folder, lines = begun
    assert {path.name for path in folder.iterdir()} == LISTS
    assert sum(BY_HAND in source.dari for source in SOURCES.values()) == len(LISTS)
    todo = [line for line in lines if line.startswith("[ ] ")]
    assert len(todo) == len(SOURCES)
    assert (
        "[ ] tiket*.csv: Tiket konsultasi (Deskpro), dari ekspor tiket Deskpro, semua halaman "
        "(1.024 baris sehalaman)"
    ) in todo
    assert "[ ] webinar.xlsx: Webinar, dibuat untuk diisi; 1 baris dibawa dari Juli 2023" in todo
    assert lines[-1] == "Berikutnya: laporan collect 2023-08 FOLDER-UNDUHAN."
    assert lines[-2] == "Masa setiap ekspor: 1 Agustus 2023 sampai 31 Agustus 2023."
    # How to export stands below what is not kept by hand, and below nothing else.
    told = {line.strip().removesuffix(".") for line in lines if line.startswith("      ")}
    assert told == {each.unduh for each in SOURCES.values() if BY_HAND not in each.dari}
    assert not [each for each in SOURCES.values() if BY_HAND in each.dari and each.unduh]


def test_each_list_is_read_as_its_source(begun) -> None:
    folder, _ = begun
    for path in folder.iterdir():
        found = surely(candidates(path, load_settings()))
        assert found is not None
        assert path.name.startswith(found.pattern.partition("*")[0])


def test_what_goes_on_is_carried_over_as_text(begun) -> None:
    folder, _ = begun
    webinars = pd.read_excel(folder / "webinar.xlsx", engine="calamine")
    assert webinars.to_dict("records") == [
        {"Tanggal": pd.Timestamp("2023-08-03"), "Kegiatan": "=Sosialisasi DAU, 3 Agustus"}
    ]
    media = pd.read_excel(folder / "media-sosial.xlsx", engine="calamine")
    july = pd.read_excel(ROOT / "data" / "raw" / "2023-07" / "media-sosial.xlsx", engine="calamine")
    assert set(media["Media"]) <= {str(each) for row in july.to_numpy() for each in row}
    assert len(media) == 3
    assert media["Pengikut"].isna().all()
    assert pd.read_excel(folder / "publikasi.xlsx", engine="calamine").empty


def rules(path: Path) -> dict[str, object]:
    page = openpyxl.load_workbook(path).worksheets[0]
    heads = {cell.coordinate.rstrip("1"): cell.value for cell in page[1]}
    return {
        str(heads[str(rule.sqref).split(":")[0].rstrip("0123456789")]): rule
        for rule in page.data_validations.dataValidation
    }


def test_cells_are_held_to_dates_counts_and_choices(begun) -> None:
    folder, _ = begun
    found = rules(folder / "tatap-muka.xlsx")
    epoch = date(1899, 12, 30)
    assert found["Tanggal"].type == "date"
    first, last = int(found["Tanggal"].formula1), int(found["Tanggal"].formula2)
    assert (first, last) == ((date(2023, 8, 1) - epoch).days, (date(2023, 8, 31) - epoch).days)
    assert (found["Jumlah Tamu"].type, found["Jumlah Tamu"].formula1) == ("whole", "0")
    assert found["Pengguna Layanan"].formula1.startswith("=pilihan!$") or found[
        "Pengguna Layanan"
    ].formula1.startswith("pilihan!$")
    book = openpyxl.load_workbook(folder / "tatap-muka.xlsx")
    choices = [cell.value for row in book["pilihan"].iter_rows() for cell in row if cell.value]
    assert book["pilihan"].sheet_state == "hidden"
    assert "Kab. Brebes" in choices
    assert len(choices) > 500
    assert "Instagram" in rules(folder / "media-sosial.xlsx")["Media"].formula1


def test_what_lies_there_stays(begun, tmp_path: Path, capsys) -> None:
    folder, _ = begun
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run(["new", "2023-08", "--data", str(tmp_path)]) == 0
    assert before == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert "[x] ppid.xlsx: Permohonan informasi publik (PPID), sudah ada" in capsys.readouterr().out


def test_a_first_month_has_nothing_before_it(tmp_path: Path, capsys) -> None:
    assert run(["new", "2023-08", "--data", str(tmp_path)]) == 0
    assert "dibawa dari" not in capsys.readouterr().out
