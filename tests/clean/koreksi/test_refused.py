"""What doesn't fit is told with its place, what was found, what is allowed, and what to do."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from syrupy.assertion import SnapshotAssertion

from laporan.clean.koreksi import COLUMNS

LINES = {
    "sumber": "tikett,101,Topik,DAU,DBH,salah",
    "sumber tidak diserahkan": "ppid,ppid.xlsx!Juli!2,Pemohon,a,b,salah",
    "nomor tidak ada": "tiket,1011,Topik,DAU,DBH,salah",
    "nomor di dua baris": "tiket,104,Topik,DAU,DBH,salah",
    "tanpa nomor": "webinar,5,Kegiatan,DAU,DBH,salah",
    "kunci kosong": "tiket,,Topik,DAU,DBH,salah",
    "berkas": "tiket,tiket-3.csv!2,Topik,DAU,DBH,salah",
    "lembar": "webinar,webinar.xlsx!Jul!2,Kegiatan,Rapat DAU,Rapat DBH,salah",
    "lembar tidak disebut": "webinar,webinar.xlsx!2,Kegiatan,Rapat DAU,Rapat DBH,salah",
    "lembar sebuah CSV": "tiket,tiket-1.csv!Juli!2,Topik,DAU,DBH,salah",
    "bukan nomor baris": "tiket,tiket-1.csv!dua,Topik,DAU,DBH,salah",
    "nomor baris tak berujung": f"tiket,tiket-1.csv!{'1' * 5000},Topik,DAU,DBH,salah",
    "baris tidak ada": "tiket,tiket-1.csv!99,Topik,DAU,DBH,salah",
    "kolom": "tiket,101,Topk,DAU,DBH,salah",
    "kolom tidak dibaca": "tiket,101,person_name,DAU,DBH,salah",
    "sudah diperbaiki": "tiket,101,Topik,DBH,DAU,salah",
    "isinya lain": "tiket,101,Topik,DID,DBH,salah",
    "ternyata terisi": "tiket,101,Topik,,DBH,salah",
    "topik": "tiket,101,Topik,DAU,DAK Fisk,salah",
    "pemda": "tiket,101,Pemda,Kab. Brebes,Kab. Gunung Sitoli,salah",
    "tanggal": "tiket,101,date_created,2023-07-05T01:00:00+00:00,kemarin,salah",
    "usulan yang belum diisi": "tiket,101,Pemda,Kab. Brebes,ISILAH,salah",
    "tidak mengubah apa pun": "tiket,101,Topik,DAU, DAU,salah",
    "tanpa alasan": "tiket,101,Topik,DAU,DBH, - ",
    "seluruh baris dengan isi baru": "tiket,101,*,,DBH,salah",
    "seluruh baris yang lain": "tiket,101,*,102,,salah",
}


@pytest.mark.parametrize("case", LINES)
def test_a_line_that_does_not_fit_blocks(corrected, write, case, snapshot: SnapshotAssertion):
    write(LINES[case])
    sumber = LINES[case].partition(",")[0]
    done = corrected(sumber if sumber == "webinar" else "tiket")
    assert all(each.menghentikan and each.baris == (2,) for each in done.found)
    assert done.said == snapshot
    assert all(one is other for one, other in zip(done.before, done.after, strict=True))


def test_two_corrections_of_one_cell_are_told(corrected, write, snapshot: SnapshotAssertion):
    write(
        "tiket,101,Topik,DAU,DBH,salah",
        "tiket,tiket-1.csv!2,topik,DAU,DID,salah",
        "tiket,102,*,102,,tiket uji",
        "tiket,102,Topik,DAU,DBH,salah",
    )
    done = corrected()
    assert [each.baris for each in done.found] == [(3,), (5,)]
    assert done.said == snapshot


@pytest.mark.parametrize("day", ["", "kemarin", "2023-02-30", "2022-08-02", "30 Juni 2023"])
def test_a_bad_date_is_told(corrected, write, day, snapshot: SnapshotAssertion):
    write("tiket,101,Topik,DAU,DBH,salah", tanggal=day)
    assert corrected().said == snapshot


def test_a_correction_of_the_months_first_day_is_none_too_early(corrected, write):
    """Lists are kept, and corrected, while the month goes on."""
    write("tiket,101,Topik,DAU,DBH,salah", tanggal="2023-07-01")
    assert corrected().said == []


def test_what_is_less_than_an_error_is_warned_of(corrected, write, snapshot: SnapshotAssertion):
    write("tiket,tiket-1.csv!3,*,,,tiket uji", oleh="")
    done = corrected()
    assert not any(each.menghentikan for each in done.found)
    assert done.said == snapshot
    assert len(done.after[0].data) == 3


FILES = {
    "kolom yang salah eja": "sumber,kunci,kolom,lama,baru,alsan,oleh,tanggal\n",
    "kolom tambahan": ",".join((*COLUMNS, "catatan")) + "\n",
    "kolom dua kali": ",".join((*COLUMNS, "lama")) + "\n",
    "terlalu banyak sel": ",".join(COLUMNS)
    + "\ntiket,101,Topik,DAU,DBH,salah, sekali,U,2023-08-02",
    "bukan koreksi": "halo\n",
    "kosong": "",
    "petik tanpa pasangan": ",".join(COLUMNS) + '\ntiket,101,Topik,DAU,DBH,"salah,U,2023-08-02\n',
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_of_another_form_is_told(corrected, folder: Path, case, snapshot: SnapshotAssertion):
    (folder / "koreksi.csv").write_text(FILES[case], "utf-8")
    done = corrected()
    assert all(each.menghentikan and each.berkas == "koreksi.csv" for each in done.found)
    assert done.said == snapshot


def test_two_files_are_none(corrected, write, folder: Path, snapshot: SnapshotAssertion):
    write()
    (folder / "koreksi.xlsx").write_bytes((folder / "koreksi.csv").read_bytes())
    assert corrected().said == snapshot


@pytest.mark.parametrize(
    "kind", ["dicoret", "abu-abu", "disaring", "tersembunyi", "hanya tersembunyi"]
)
def test_a_workbook_that_leaves_in_doubt_what_holds_is_refused(
    corrected, folder: Path, kind, snapshot: SnapshotAssertion
):
    line = ["tiket", "101", "Topik", "DAU", "DBH", "salah", "Unit Data", "2023-08-02"]
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet("Lama")):
        sheet.append(COLUMNS)
        sheet.append(line)
    book["Lama"].sheet_state = "hidden"
    if kind == "hanya tersembunyi":
        book.active.delete_rows(1, 2)
    elif kind != "tersembunyi":
        del book["Lama"]
        book.active.append(line)
        book.active.row_dimensions[2].hidden = kind == "disaring"
        fonts = {"dicoret": Font(strike=True), "abu-abu": Font(color="999999")}
        for cell in book.active[2]:
            cell.font = fonts.get(kind, Font())
    book.save(folder / "koreksi.xlsx")
    done = corrected()
    assert done.listed == []
    assert done.said == snapshot
