"""What people do to lists in Excel: filters, errors, further sheets, headings, fractions."""

from io import BytesIO

import pytest
import xlsxwriter

HEADER = ["Tanggal", "Pengguna Layanan", "Jumlah Tamu", "Topik"]
VISIT, OTHER = ["5 Juli 2023", "Kab. Brebes", 4, "DAU"], ["6 Juli 2023", "Kota Tegal", 2, "DBH"]


@pytest.fixture
def visits(folder):
    """Write the list of visits, a sheet each of rows; `change` may do more to the first."""

    def write(*sheets, change=lambda sheet: None):
        raw = BytesIO()
        with xlsxwriter.Workbook(raw) as workbook:
            for number, rows in enumerate(sheets):
                sheet = workbook.add_worksheet(f"Lembar {number}")
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
                if number == 0:
                    change(sheet)
        return folder.write("tatap-muka.xlsx", raw.getvalue())

    return write


def guests(folder):
    return folder.clean("tatap_muka").tabel["tamu"].tolist()


def test_a_heading_within_the_list_is_no_row(visits):
    folder = visits([["Juli"], HEADER, VISIT, HEADER, OTHER])
    assert guests(folder) == [4, 2]
    assert folder.account("tatap_muka") == (
        {"tatap-muka.xlsx": [3, 2, 0, 1]},
        [("tatap-muka.xlsx", "judul kolom berulang", 1)],
    )


def test_a_second_heading_of_other_columns_is_refused(visits, snapshot):
    assert visits([HEADER, VISIT, HEADER[::-1], OTHER[::-1]]).refusal("tatap_muka") == snapshot


def test_a_list_sorted_with_its_heading_is_refused(visits, snapshot):
    assert visits([["Juli"], VISIT, HEADER, OTHER]).refusal("tatap_muka") == snapshot


def test_an_export_sorted_with_its_heading_is_refused(folder, snapshot):
    header, *rows = folder.text("qontak.csv").splitlines()
    text = "\n".join([*rows[:2], header, *rows[2:], ""])
    assert folder.write("wa-blast.csv", text).refusal("wa_blast") == snapshot
    text = "\n".join([*rows, header, ""])
    assert folder.write("wa-blast.csv", text).refusal("wa_blast") == snapshot


def test_two_columns_of_one_name_are_refused(visits, snapshot):
    rows = [[*HEADER, "Jumlah Tamu"], [*VISIT, 4], [*OTHER, 99]]
    assert visits(rows).refusal("tatap_muka") == snapshot
    assert guests(visits(rows[:2])) == [4]


@pytest.mark.parametrize("place", ["A2", "C2", "D3"])
def test_errors_of_formulas_are_refused(visits, snapshot, place):
    folder = visits(
        [HEADER, VISIT, OTHER], change=lambda sheet: sheet.write_formula(place, "=X", None, "#REF!")
    )
    assert folder.refusal("tatap_muka") == snapshot


def test_errors_of_formulas_in_an_export_are_refused_where_they_are_read(folder, snapshot):
    text = folder.text("qontak.csv")
    name, status = text.splitlines()[1].split(",")[1], ",read,"
    folder.write("wa-blast.csv", text.replace(name, "#N/A"))
    assert len(folder.clean("wa_blast").tabel) == 3
    assert folder.write("wa-blast.csv", text.replace(status, ",#N/A,")).refusal("wa_blast") == (
        snapshot
    )


def test_hidden_rows_count_and_are_told(visits, snapshot):
    folder = visits(
        [HEADER, VISIT, OTHER], change=lambda sheet: sheet.set_row(2, options={"hidden": True})
    )
    assert guests(folder) == [4, 2]
    assert folder.warnings("tatap_muka") == snapshot


def test_rows_of_further_sheets_are_accounted_for(visits):
    folder = visits([HEADER, VISIT], [HEADER, OTHER, OTHER])
    assert guests(folder) == [4, 2, 2]
    assert folder.account("tatap_muka") == ({"tatap-muka.xlsx": [3, 3, 0, 0]}, [])
    # A sheet most of whose rows are there already is another version of the list.
    folder = visits([HEADER, VISIT], [HEADER, VISIT, OTHER])
    assert guests(folder) == [4]
    assert folder.account("tatap_muka") == (
        {"tatap-muka.xlsx": [3, 1, 0, 2]},
        [("tatap-muka.xlsx", "lembar lain", 2)],
    )


def test_a_workbook_whose_first_sheet_is_of_another_month_gives_this_months_rows(visits):
    june = ["5 Juni 2023", *VISIT[1:]]
    folder = visits([HEADER, june], [HEADER, VISIT])
    assert guests(folder) == [4]
    assert folder.account("tatap_muka")[1] == [("tatap-muka.xlsx", "bulan lain", 1)]


def test_thousands_that_excel_took_for_fractions_are_refused(visits, snapshot):
    rows = [HEADER, [*VISIT[:2], 1.707, "DAU"], [*OTHER[:2], 2, "DAU"]]
    assert visits(rows).refusal("tatap_muka") == snapshot


@pytest.mark.parametrize("rows", [65_535, 65_536])
def test_a_table_as_long_as_a_sheet_looks_cut_off(folder, rows):
    header, row = folder.text("qontak.csv").splitlines()[:2]
    folder.write("wa-blast.csv", f"{header}\n" + f"{row}\n" * rows)
    assert any("batas satu lembar" in text for text in folder.warnings("wa_blast")) == (
        rows == 65_535
    )


def test_a_workbook_with_a_password_is_told(folder):
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    folder.write("tatap-muka.xlsx", raw)
    assert folder.refusal("tatap_muka") == (
        "tatap-muka.xlsx terkunci kata sandi. Simpan salinannya tanpa kata sandi."
    )
