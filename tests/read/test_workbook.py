from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from laporan.dasar.errors import LaporanError
from laporan.read.declaration import needed
from laporan.read.header import Columns
from laporan.read.workbook import read_workbook

TOPIK = Columns((needed("Tanggal"), needed("Topik")))


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of sheets, each by a function."""

    def write(*sheets: Callable[[Worksheet], object]) -> Path:
        path = tmp_path / "buku.xlsx"
        with xlsxwriter.Workbook(path, {"default_date_format": "d mmm yyyy"}) as workbook:
            for fill in sheets:
                fill(workbook.add_worksheet())
        return path

    return write


def fill_rows(*rows: list[object]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)

    return fill


def test_title_rows_stand_above_the_header(book: Callable[..., Path]) -> None:
    path = book(
        fill_rows(
            ["REKAPITULASI"], ["Bulan: Juli 2023"], [], ["No", "Tanggal", "Topik"], [1, "x", "DAU"]
        )
    )
    table = read_workbook(path, TOPIK)
    assert table.data.to_dict("index") == {5: {"No": "1", "Tanggal": "x", "Topik": "DAU"}}
    assert table.keterangan["judul"] == "REKAPITULASI"
    assert table.keterangan["Bulan"] == "Juli 2023"


def test_every_cell_becomes_the_text_that_a_reader_would_write(book: Callable[..., Path]) -> None:
    rows = [[date(2023, 7, 5), 12], [datetime(2023, 7, 5, 8, 30), 1.5], [" 5 Juli 2023 ", True]]
    data = read_workbook(book(fill_rows(["Tanggal", "Topik"], *rows)), TOPIK).data
    assert data["Tanggal"].tolist() == ["2023-07-05", "2023-07-05 08:30:00", "5 Juli 2023"]
    assert data["Topik"].tolist() == ["12", "1.5", "TRUE"]


def test_merged_cells_fill_down_and_not_to_the_right(book: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        fill_rows(["Tanggal", "Topik"], [], [], ["3 Juli", "DBH"])(sheet)
        sheet.merge_range("A2:A3", "2 Juli")
        sheet.write("B2", "DAU")
        sheet.write("B3", "DAK")
        sheet.merge_range("A5:B5", "JUMLAH")

    data = read_workbook(book(fill), TOPIK).data
    assert data["Tanggal"].tolist() == ["2 Juli", "2 Juli", "3 Juli", "JUMLAH"]
    assert data["Topik"].fillna("").tolist() == ["DAU", "DAK", "DBH", ""]


def test_a_header_merged_over_two_rows_is_one_header(book: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.merge_range("A1:A2", "Tanggal")
        sheet.merge_range("B1:B2", "Topik")
        sheet.write_row("A3", ["1 Juli", "DAU"])

    assert read_workbook(book(fill), TOPIK).data.index.tolist() == [3]


def test_merged_cells_beyond_the_table_do_not_disturb(book: Callable[..., Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        fill_rows(["Tanggal", "Topik"], ["1 Juli", "DAU"])(sheet)
        sheet.merge_range("F20:G24", "")

    assert read_workbook(book(fill), TOPIK).data["Topik"].tolist() == ["DAU"]


def test_sheets_with_the_header_are_one_list(book: Callable[..., Path]) -> None:
    path = book(
        fill_rows(["Petunjuk"]),
        fill_rows(["Tanggal", "Topik"], ["1 Juli", "DAU"]),
        fill_rows(["Tanggal", "Topik"], ["1 Juni", "DBH"]),
    )
    assert read_workbook(path, TOPIK).data["Topik"].tolist() == ["DAU", "DBH"]


def test_blank_rows_and_the_filters_of_power_bi_are_no_data(book: Callable[..., Path]) -> None:
    path = book(
        fill_rows(["Tanggal", "Topik"], ["1 Juli", "DAU"], [], ["Applied filters:\nBulan is Juli"])
    )
    table = read_workbook(path, TOPIK)
    assert table.data.index.tolist() == [2]
    assert table.keterangan["filter"] == "Bulan is Juli"


def test_a_header_with_line_breaks_is_the_same_header(book: Callable[..., Path]) -> None:
    path = book(fill_rows(["TANGGAL ", "Topik\n"], ["1 Juli", "DAU"]))
    assert list(read_workbook(path, TOPIK).data.columns) == ["Tanggal", "Topik"]


def test_an_html_page_named_xls_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lama.xls"
    path.write_text(
        "<html><head><meta charset='utf-8'></head><body><table><tr><td colspan=2>Rekap</td></tr>"
        "<tr><th>Tanggal</th><th>Topik</th></tr>"
        "<tr><td rowspan=2>1 Juli</td><td>DAU<br>&amp; DBH é</td></tr><tr><td>1.707</td></tr>"
        "</table></body></html>",
        encoding="utf-8",
    )
    data = read_workbook(path, TOPIK).data
    assert data["Tanggal"].tolist() == ["1 Juli", "1 Juli"]
    assert data["Topik"].tolist() == ["DAU& DBH é", "1.707"]
    assert data.index.tolist() == [3, 4]


def test_missing_columns_are_told_with_those_that_exist(book: Callable[..., Path]) -> None:
    with pytest.raises(LaporanError) as error:
        read_workbook(book(fill_rows(["Rekap"], ["Tanggal", "Acara"], ["1 Juli", "x"])), TOPIK)
    assert "kolom wajib tidak ditemukan: Topik. Kolom yang ada: Tanggal, Acara." in str(error.value)


@pytest.mark.parametrize(
    ("content", "message"), [(b"", "buku.xlsx kosong"), (b"bukan buku", "isinya bukan")]
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(content)
    with pytest.raises(LaporanError, match=message):
        read_workbook(path, TOPIK)


def test_a_number_of_its_formats_that_is_none_makes_a_book_unreadable(
    book: Callable[..., Path],
) -> None:
    path, old = book(fill_rows(["Tanggal", "Topik"], ["3 Juli", "DBH"])), b'fontId="0"'
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts["xl/styles.xml"]
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(old, b'fontId="true"'))
    with pytest.raises(LaporanError) as error:
        read_workbook(path, TOPIK)
    assert str(error.value) == (
        "buku.xlsx tidak dapat dibaca sebagai buku kerja Excel (isinya rusak). Buka dengan Excel, "
        "lalu simpan kembali sebagai .xlsx."
    )
