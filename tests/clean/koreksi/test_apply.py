"""A correction changes the named cell or takes out the named row, and nothing else."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.clean.koreksi import COLUMNS, Koreksi, correct
from laporan.clean.ledger import Ledger
from laporan.dasar.settings import load_settings
from laporan.read.raw_table import RawTable
from laporan.read.sources import SOURCES

DAY = pd.Timestamp("2023-08-02").date()
CELLS = st.text("abc DAU-12", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.data())
def test_only_the_named_cell_changes(data: st.DataObject) -> None:
    """Whatever the table: two sheets, whose rows have the same numbers, and a file beside."""
    sizes = data.draw(st.tuples(*[st.integers(1, 4)] * 3))
    columns = ["Tanggal", "Kegiatan", "Lain"]
    rows = data.draw(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=sum(sizes)))[: sum(sizes)]
    frame = pd.DataFrame(rows, columns=columns, dtype="str")
    first, second, other = sizes
    numbers = [*range(2, 2 + first), *range(2, 2 + second)]
    book = RawTable(
        "webinar.xlsx",
        frame[: first + second].set_axis(pd.Index(numbers, name="baris")),
        lembar=(("A", first), ("B", second)),
    )
    beside = RawTable(
        "webinar-2.xlsx",
        frame[first + second :].set_axis(pd.RangeIndex(2, 2 + other, name="baris")),
        lembar=(("A", other),),
    )
    at = data.draw(st.integers(0, first + second - 1))
    kolom = data.draw(st.sampled_from(columns[1:]))
    lama, baru = book.data[kolom].iloc[at], data.draw(st.just("") | CELLS.map("x{}".format))
    sheet = "A" if at < first else "B"
    line = Koreksi("koreksi.csv", 2, "webinar", f"webinar.xlsx!{sheet}!{numbers[at]}", kolom, lama,
                   baru, "salah", DAY)  # fmt: skip
    done = correct([book, beside], [line], SOURCES["webinar"], load_settings())
    assert done.temuan == ()
    assert done.tables[1] is beside
    expected = book.data.copy()
    expected.iloc[at, columns.index(kolom)] = baru or None
    pd.testing.assert_frame_equal(done.tables[0].data, expected)


def test_no_corrections_change_no_table(corrected, write) -> None:
    write()
    done = corrected()
    assert done.said == []
    assert all(one is other for one, other in zip(done.before, done.after, strict=True))


def test_a_row_is_taken_out_by_a_rule_and_the_book_stays_exact(corrected, write) -> None:
    write("tiket,102,*,Kab. Brebes,,tiket uji", "tiket,tiket-2.csv!2,*,104,,ganda")
    done = corrected()
    assert done.said == []
    assert [list(table.data["ticket_id"]) for table in done.after] == [
        ["101", "103", "104"],
        ["105"],
    ]
    ledger = Ledger.open(done.after)
    assert ledger.masuk["baris"].tolist() == [4, 2]
    assert ledger.dikecualikan.to_numpy().tolist() == [
        ["tiket-1.csv", "koreksi", 1, "3"],
        ["tiket-2.csv", "koreksi", 1, "2"],
    ]


@pytest.mark.parametrize("name", ["koreksi.xlsx", "Koreksi.CSV"])
def test_a_workbook_or_a_file_of_a_spreadsheet_says_the_same(
    corrected, folder: Path, name: str
) -> None:
    rows = [
        ["tiket", 101, "Topik", "DAU", "DBH", 'salah, "dua" kali', "Unit Data", DAY],
        ["webinar", "webinar.xlsx!Juli lanjutan!2", "Kegiatan", "Rapat DAK", "Rapat DBH", "salah",
         "Unit Data", DAY],
        ["Webinar", "webinar.xlsx!Juli!3", "tanggal", "2023-07-06", "2023-07-07", "geser",
         "Unit Data", DAY],
    ]  # fmt: skip
    if name.endswith("xlsx"):
        book = openpyxl.Workbook()
        for row in (COLUMNS, *rows):
            book.active.append(list(row))
        book.save(folder / name)
    else:
        # As an Excel with Indonesian settings saves it.
        cells = [[str(cell).replace('"', '""') for cell in row] for row in (COLUMNS, *rows)]
        text = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in cells)
        (folder / name).write_text("\ufeffsep=;\r\n" + text + "\r\n;;;;;;;\r\n", "utf-8")
    done, listed = corrected(), corrected("webinar")
    assert (done.said, listed.said) == ([], [])
    assert done.after[0].data["Topik"].tolist() == ["DBH", "DAU", "DAU", "DAU"]
    assert done.listed == [
        ("tiket-1.csv", "", "2", "Topik", "DAU", "DBH", 'salah, "dua" kali', "2023-08-02")
    ]
    assert listed.after[0].data["Kegiatan"].tolist() == [
        "Rapat DAU", "Rapat DBH", "Rapat DBH", "Rapat DID",
    ]  # fmt: skip
    assert listed.after[0].data["Tanggal"].iloc[1] == "2023-07-07"


def test_personal_cells_are_listed_by_their_shape(corrected, write) -> None:
    write(
        "wa_blast,wa-blast.csv!2,contact_phone_number,6281200000001,6281200000002,"
        "salah ketik 081200000002"
    )
    done = corrected("wa_blast")
    assert done.said == []
    assert done.after[0].data["contact_phone_number"].tolist() == ["6281200000002"]
    assert done.listed[0][4:7] == (
        "9999999999999", "9999999999999", "salah ketik (disamarkan)",
    )  # fmt: skip
    write("wa_blast,wa-blast.csv!2,contact_phone_number,6281200000009,6281200000002,salah")
    (said,) = corrected("wa_blast").said
    assert "tertulis “9999999999999”, bukan “9999999999999”" in said
    assert "62812" not in said


def test_names_that_are_words_are_masked_in_personal_columns(corrected, write, folder) -> None:
    book = openpyxl.Workbook()
    for row in (["Tanggal", "Pengirim", "Jenis Dokumen"], ["5 Juli 2023", "Mei Puas 1", "DBH"]):
        book.active.append(row)
    book.active.title = "Juli"
    book.save(folder / "email-lapor.xlsx")
    write("email_lapor,email-lapor.xlsx!Juli!2,Pengirim,Mei Puas 1,Juni Baik 2,salah ketik")
    done = corrected("email_lapor")
    assert done.said == []
    assert done.listed[0][4:6] == ("xxx xxxx 9", "xxxx xxxx 9")
