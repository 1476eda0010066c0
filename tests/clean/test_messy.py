"""Whatever stands in the cells, a cleaner balances its book and tells of nobody."""

import random

import pandas as pd
import pytest

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import load_settings
from laporan.read.attendance_report import COLUMNS
from laporan.read.folder import columns_of
from laporan.read.raw_table import RawTable
from laporan.read.sources import SOURCES

SETTINGS = load_settings()
# A file has one kind of marks in its numbers; a mix is refused, which test_numbers shows.
MARKS = {"indonesia": ("1.707", "36,0", "36,5"), "inggris": ("1,707", "36.0", "36.5")}
CELLS = (
    *(None, None, "-", " ", "0", "1", "2", "5", "-3", "1e5", "JUMLAH", "Total 5"),
    *("5 Juli 2023", "05/07/23", "7/5/23", "20230705", "2023-07-05 10:00:00", "30 Juni 2023"),
    *("2023-07-05T03:00:00+0000", "2023-06-30T17:00:00Z", "07/05/2023 10:00", "45112"),
    *("Kab. Brebes", "Tegal", "deleted", "spam", "IG story", "Ya", "DAU, DBH", "anonymous"),
    *("Instagram", "a@contoh.id", "0812 3456 7890", "n/a", "\u00a0", "🙂", "x" * 300),
)
NOTES = ({}, {"judul": "Reach"}, {"Start date": "20230701", "End date": "20230731"})


def exports(source, marks):
    """Make three files of arbitrary cells; some rows repeat within a file and across files."""
    rng = random.Random(f"{source} {marks}")
    cells = [*CELLS, *MARKS[marks]]
    columns = columns_of(SOURCES[source], SETTINGS)
    names = _some_columns(columns, rng)
    if SOURCES[source].attendance:
        names = list(COLUMNS)
    rows = [[rng.choice(cells) for _ in names] for _ in range(60)]
    # Rows that are whole but for one cell get past the first check.
    whole = {"ticket_id": "7", "Tanggal": "5 Juli 2023", "Date": "20230705", "Potret": "1"}
    whole |= dict.fromkeys(("date_created", "created_at", "time"), "2023-07-05T03:00:00Z")
    whole |= {"Publish time": "07/05/2023 10:00", "Completion time": "2023-07-05 10:00:00"}
    whole |= {"Agen": "Agen Contoh A", "Kepuasan Layanan": "5", "Substansi Jawaban": "4"}
    whole |= dict.fromkeys(("Total users", "Active users", "Users"), "7") | {"Nth day": "3"}
    whole |= {"Day Index": "05/07/2023", "Masuk": "05/07/23, 09:30:46"}
    whole |= {"ACD Calls": "7", "Calls Offered": "7"}
    rows += [[whole.get(name, cell) for name, cell in zip(names, row, strict=True)] for row in rows]
    return [
        RawTable(
            f"{source}-{number}.csv",
            pd.DataFrame(
                rng.choices(rows, k=90),
                columns=pd.Index(names, dtype="str"),
                index=pd.RangeIndex(2, 92, name="baris"),
                dtype="str",
            ),
            notes,
        )
        for number, notes in enumerate(NOTES)
    ]


def _some_columns(columns, rng):
    """Take of each need one column, and all that are read where they are there."""
    needs = {}
    for column in columns.read:
        needs.setdefault(column.need or column.name, []).append(column.name)
    return [rng.choice(names) for names in needs.values()]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("source", SOURCES)
def test_the_book_balances_and_tells_of_nobody(source, marks):
    cleaned = cleaner(source)(exports(source, marks), Bulan(2023, 7), SETTINGS)
    berkas = cleaned.berkas
    assert berkas["baris"].tolist() == [90, 90, 90]
    assert (berkas[["diambil", "ditolak", "dikecualikan"]].sum(axis=1) == 90).all()
    assert len(cleaned.ditolak) == berkas["ditolak"].sum()
    assert berkas["diambil"].sum() > 0
    texts = [
        *(text for name in cleaned.tabel.select_dtypes("str") for text in cleaned.tabel[name]),
        *cleaned.peringatan,
        *cleaned.ditolak["isi"],
    ]
    assert not [text for text in map(str, texts) if "a@contoh.id" in text or "3456" in text]


def test_an_export_with_both_kinds_of_marks_names_its_file():
    tables = [*exports("tatap_muka", "indonesia"), *exports("tatap_muka", "inggris")]
    mixed = RawTable("tatap-muka.xlsx", pd.concat([table.data for table in tables]))
    with pytest.raises(
        LaporanError, match=r"^tatap-muka.xlsx: tanda ribuan .* kolom 'Jumlah Tamu'"
    ):
        cleaner("tatap_muka")([mixed], Bulan(2023, 7), SETTINGS)
