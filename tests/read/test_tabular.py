import csv
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from laporan.dasar.errors import LaporanError
from laporan.read.bulk import read_bulk
from laporan.read.declaration import needed
from laporan.read.header import LISTED, Columns
from laporan.read.tabular import read_tabular

AB = Columns((needed("A"), needed("B", "b alternatif")))
HARIAN = Columns((needed("Date"), needed("Primary")))


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "berkas.csv"
    path.write_bytes(text.encode(encoding))
    return path


def only(path: Path, columns: Columns = AB) -> pd.DataFrame:
    (table,) = read_tabular(path, columns)
    return table.data


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_of_quoted_cells_is_found(tmp_path: Path, separator: str) -> None:
    text = separator.join(['"A"', '"B"\n"satu, dua; tiga"', '"4"\n'])
    assert only(write(tmp_path, text))["A"].tolist() == ["satu, dua; tiga"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encoding_and_separator_are_found(tmp_path: Path, encoding: str, separator: str) -> None:
    text = "A,B\r\nsatu,é\r\n,3\r\n".replace(",", separator)
    data = only(write(tmp_path, text, encoding))
    assert data["B"].tolist() == ["é", "3"]
    assert data["A"].isna().tolist() == [False, True]
    assert data.index.tolist() == [2, 3]


def test_what_is_no_utf8_is_the_code_page_of_excel(tmp_path: Path) -> None:
    assert only(write(tmp_path, "A;B\nCafé;1\n", "cp1252"))["A"].tolist() == ["Café"]


def test_a_separator_that_the_file_names_wins(tmp_path: Path) -> None:
    assert only(write(tmp_path, "sep=;\nA;B\n1;x,y\n"))["B"].tolist() == ["x,y"]


def test_a_named_separator_that_a_spreadsheet_replaced_is_not_believed(tmp_path: Path) -> None:
    assert only(write(tmp_path, "sep=,;\nA;B\n1;2\n"))["B"].tolist() == ["2"]


def test_the_header_is_found_by_its_columns_in_any_case_and_spacing(tmp_path: Path) -> None:
    data = only(write(tmp_path, "Laporan\n\n a ,B  ALTERNATIF\n1,2\n"))
    assert list(data.columns) == ["A", "B"]
    assert data.index.tolist() == [4]


def test_lines_above_the_table_are_kept(tmp_path: Path) -> None:
    text = "# ------\n# Pages: by path\n# All Users\n# Start date: 20230701\nA,B\n1,2\n"
    (table,) = read_tabular(write(tmp_path, text), AB)
    assert table.keterangan == {
        "Pages": "by path",
        "judul": "All Users",
        "Start date": "20230701",
        "pembuka": "Pages: by path\nAll Users\nStart date: 20230701",
    }


def test_stacked_blocks_are_tables_of_their_own(tmp_path: Path) -> None:
    text = (
        'sep=,\n"Follows"\n"Date","Primary"\n"2023-07-01","7"\n"2023-07-02","8"\n\n'
        '"Instagram follows"\n"Date","Primary"\n"2023-07-01","1"\n'
    )
    tables = read_tabular(write(tmp_path, text, "utf-16"), HARIAN, stacked=True)
    assert [table.keterangan["judul"] for table in tables] == ["Follows", "Instagram follows"]
    assert [table.data["Primary"].tolist() for table in tables] == [["7", "8"], ["1"]]
    assert [table.data.index.tolist() for table in tables] == [[4, 5], [9]]


def test_heads_are_known_whatever_their_punctuation(tmp_path: Path) -> None:
    text = "Follows\nDATE:, Primary.\n2023-07-01,7\n"
    (table,) = read_tabular(write(tmp_path, text), HARIAN, stacked=True)
    assert table.data["Primary"].tolist() == ["7"]


def test_blocks_that_a_spreadsheet_padded_are_read(tmp_path: Path) -> None:
    first = "Follows;;;\nDate;Primary;;\n2023-07-01;7;;\n;;;\n"
    text = first + "Reach;;;\nDate;Primary;;\n2023-07-01;9;;\n"
    tables = read_tabular(write(tmp_path, text), HARIAN, stacked=True)
    assert [table.data["Primary"].tolist() for table in tables] == [["7"], ["9"]]


def test_a_second_section_of_another_kind_is_not_read_as_rows(tmp_path: Path) -> None:
    text = "Browser,Users\nChrome,5\n\nDate,Primary\n1/7/23,10\n,10\n\nNegara,Users\nIndonesia,9\n"
    (table,) = read_tabular(write(tmp_path, text), HARIAN, stacked=True)
    assert table.data["Primary"].tolist() == ["10", "10"]


def test_a_file_whose_numbers_excel_made_dates_is_refused(tmp_path: Path) -> None:
    text = "Age;;\n18-24;3.апр;1.юни\n;;\nFollows;;\nDate;Primary;\n2023-07-01;4;\n"
    with pytest.raises(LaporanError, match=r"baris 2: '3.*angka yang diubah Excel"):
        read_tabular(write(tmp_path, text, "cp1251"), HARIAN, stacked=True)


def test_a_line_break_in_a_cell_does_not_shift_the_row_numbers(tmp_path: Path) -> None:
    data = only(write(tmp_path, 'A,B\n"satu\n\n dua",1\n\n3,4\n"x ""y"" \nz",5'))
    assert data.index.tolist() == [2, 6, 7]
    assert data["A"].tolist() == ["satu\n\n dua", "3", 'x "y" \nz']


def test_missing_columns_are_told_with_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(LaporanError) as error:
        read_tabular(write(tmp_path, "A,C,Lain\n1,2,3\n"), AB)
    assert str(error.value) == (
        "berkas.csv: kolom wajib tidak ditemukan: B atau b alternatif. "
        "Kolom yang ada: A, C, Lain. "
        "Periksa apakah berkas ini ekspor yang benar, lalu perbaiki judul kolomnya."
    )


def test_of_many_columns_those_most_like_the_missing_are_told(tmp_path: Path) -> None:
    head = [*(f"X{n}" for n in range(LISTED)), "Datte", "Primery"]
    with pytest.raises(LaporanError) as error:
        read_tabular(write(tmp_path, ",".join(head) + "\n"), HARIAN)
    listed = str(error.value).partition("Kolom yang ada: ")[2].partition(". ")[0]
    assert listed.startswith("X0, X1, ")
    assert listed.endswith(f"X{LISTED - 3}, Datte, Primery, dan 2 lainnya")


def test_a_misspelt_column_is_suggested(tmp_path: Path) -> None:
    with pytest.raises(LaporanError, match="'Datte' barangkali yang dimaksud dengan 'Date'"):
        read_tabular(write(tmp_path, "Datte,Primary\n1,2\n"), HARIAN)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kosong.csv"
    path.write_bytes(content)
    with pytest.raises(LaporanError, match=r"^kosong\.csv kosong\."):
        read_tabular(path, AB)


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    data = only(write(tmp_path, "A,B\n"))
    assert data.empty
    assert list(data.columns) == ["A", "B"]


def test_a_workbook_named_csv_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tiket.csv"
    path.write_bytes(b"PK\x03\x04isi")
    with pytest.raises(LaporanError, match="buku kerja Excel, bukan CSV"):
        read_tabular(path, AB)


def test_broken_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "rusak.csv"
    path.write_bytes(b"A,B\n\x81\x8d,1\n")
    with pytest.raises(LaporanError, match=r"rusak\.csv tidak dapat dibaca sebagai teks CP1252"):
        read_tabular(path, AB)


def test_a_header_with_more_cells_than_the_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        LaporanError, match=r"judul tabel punya 3 kolom.*kebanyakan 2 sel.*bergeser"
    ):
        read_tabular(write(tmp_path, "A,X,B\n1,2\n3,4\n"), AB)


def test_a_row_that_a_spreadsheet_cut_short_is_filled(tmp_path: Path) -> None:
    data = only(write(tmp_path, "A,B\n1,2\n3\n"))
    assert data["A"].tolist() == ["1", "3"]
    assert data["B"].isna().tolist() == [False, True]


def test_a_row_with_too_many_cells_is_put_aside(tmp_path: Path) -> None:
    (table,) = read_tabular(write(tmp_path, "A,B\n1,2\n3,4,5\n6,7,\n"), AB)
    assert table.data["A"].tolist() == ["1", "6"]
    assert table.rusak.to_dict("records") == [
        {"baris": 3, "alasan": "baris punya 3 sel, judul tabel 2"}
    ]


def test_an_open_quote_is_refused_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(LaporanError, match="baris 3: tanda petik tidak berpasangan"):
        read_tabular(write(tmp_path, 'A,B\n1,2\n"3,4\n5,6\n'), AB)


def test_a_cell_without_end_is_refused_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(LaporanError, match=r"berkas\.csv, baris 2: .* sel terlalu panjang"):
        read_tabular(write(tmp_path, 'A,B\n"1,2\n' + "x,y\n" * 50_000), AB)


def test_unasked_columns_and_second_columns_of_a_name_do_not_disturb(tmp_path: Path) -> None:
    data = only(write(tmp_path, "A,B,A,Nama\n1,2, 1,Pengguna Contoh\n"))
    assert data.to_dict("records") == [{"A": "1", "B": "2"}]


@pytest.mark.parametrize("rows", ["1,2,3\n", "1,2,1\n,2,1\n", '"1\n",2,1\n1,2\n'])
def test_second_columns_of_a_name_that_say_otherwise_are_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(LaporanError, match="kolom 'A' ada lebih dari satu, dan isinya berbeda"):
        read_tabular(write(tmp_path, f"A,B,A\n{rows}"), AB)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\x85\u2028"), max_size=8)


@given(st.lists(st.tuples(st.just("a"), CELLS), min_size=1, max_size=8), st.booleans())
def test_the_fast_way_reads_what_the_row_by_row_way_reads(
    rows: list[tuple[str, str]], quote: bool
) -> None:
    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL if quote else csv.QUOTE_MINIMAL).writerows(rows)
    content = ("A,B\n" + out.getvalue()).encode()
    data = read_bulk(content, 2, ",", ["A", "B"], ["A", "B"])
    assert data is not None
    assert data["B"].fillna("").tolist() == [cell for _, cell in rows]
    lines = [1 + sum(1 + cell.count("\n") for _, cell in rows[:at]) + 1 for at in range(len(rows))]
    assert data.index.tolist() == lines
