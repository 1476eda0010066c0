"""Workbooks kept by hand and exported: titles, merged cells, totals, old and disguised files."""

from datetime import date, datetime
from io import BytesIO

import pytest
import xlsxwriter

HEADER = ["Tanggal", "Pengguna Layanan", "Jumlah Tamu", "Topik"]
ROWS = [["5 Juli 2023", "Kab. Brebes", 4, "DAU"], ["6 Juli 2023", "Kota Tegal", 2, "DAU, DAK"]]


def book(*sheets, **options):
    """Write a workbook; a sheet is a function of it or rows, a name and whether it is hidden."""
    raw = BytesIO()
    with xlsxwriter.Workbook(raw, {"default_date_format": "d mmm yyyy", **options}) as workbook:
        for rows, name, hidden in sheets:
            sheet = workbook.add_worksheet(name)
            if callable(rows):
                rows(sheet)
            else:
                for at, row in enumerate(rows):
                    sheet.write_row(at, 0, row)
            if hidden:
                sheet.hide()
            else:
                sheet.activate()
    return raw.getvalue()


def one(*rows):
    return book((rows, "Juli", False))


def visits(folder):
    table = folder.clean("tatap_muka").tabel
    return [
        (str(day)[:10], user, None if guests is None else int(guests), topic)
        for day, user, _, guests, topic in table.astype(object).itertuples(index=False, name=None)
    ]


BOTH = [("2023-07-05", "Kab. Brebes", 4, "DAU"), ("2023-07-06", "Kota Tegal", 2, "DAU, DAK")]


@pytest.mark.parametrize(
    "total", ["JUMLAH", "Total", "JML", "Jml.", "GRAND TOTAL", "Sub Total:", "Jumlah : 6"]
)
def test_titles_above_and_totals_below(folder, total):
    rows = [["REKAPITULASI"], ["Bulan: Juli 2023"], [], HEADER, *ROWS, [], [total, "", 6]]
    folder.write("tatap-muka.xlsx", one(*rows))
    assert visits(folder) == BOTH
    assert folder.account("tatap_muka") == (
        {"tatap-muka.xlsx": [3, 2, 0, 1]},
        [("tatap-muka.xlsx", "baris jumlah", 1)],
    )


@pytest.mark.parametrize(
    "spelling",
    [
        "5 Juli 2023", "05 JULI 2023", "5-Jul-23", "Rabu, 5 Juli 2023", "05/07/23", "5.7.2023",
        "5-VII-2023", "2023-07-05", "5 – 7 – 2023", date(2023, 7, 5), datetime(2023, 7, 5, 9, 30),
        45112,
    ],
)  # fmt: skip
def test_dates_in_every_spelling(folder, spelling):
    folder.write("tatap-muka.xlsx", one(HEADER, [spelling, "Kab. Brebes", 4, "DAU"]))
    assert visits(folder) == BOTH[:1]


@pytest.mark.parametrize("spelling", ["1 Pebruari 2024", "1 Peb 24", "1 Februari 2024", "01/02/24"])
def test_old_spellings_of_months(folder, spelling):
    folder.bulan = folder.bulan.__class__(2024, 2)
    folder.write("tatap-muka.xlsx", one(HEADER, [spelling, "Kab. Brebes", 4, "DAU"]))
    assert [row[0] for row in visits(folder)] == ["2024-02-01"]


@pytest.mark.parametrize(("written", "guests"), [("1.707", 1707), ("4", 4), (4.0, 4), ("-", -1)])
def test_numbers_as_text(folder, written, guests):
    folder.write("tatap-muka.xlsx", one(HEADER, ["5 Juli 2023", "Kab. Brebes", written, "DAU"]))
    assert folder.clean("tatap_muka").tabel["tamu"].fillna(-1).tolist() == [guests]


@pytest.mark.parametrize("written", ["dua", "2 orang", "1.1K", "-2", "1.70", "~4", "3-4"])
def test_a_number_that_is_none_stops_the_report(folder, written):
    rows = [["5 Juli 2023", "Kab. Brebes", written, "DAU"], *ROWS[1:]]
    [found] = folder.write("tatap-muka.xlsx", one(HEADER, *rows)).clean("tatap_muka").temuan
    assert found.menghentikan
    assert str(found) == (
        f"tatap-muka.xlsx, baris 2, kolom 'Jumlah Tamu': “{written}” bukan bilangan, sehingga "
        "jumlahnya tidak dapat dihitung. Tulislah angkanya saja, misalnya 12 atau 1.707, atau "
        "kosongkan bila tidak diketahui."
    )


def test_a_date_that_cannot_be_read_is_rejected(folder, snapshot):
    rows = [["32 Juli 2023", "Kab. Brebes", 4, "DAU"], ["minggu lalu", "Kota Tegal", 1, "DBH"]]
    cleaned = folder.write("tatap-muka.xlsx", one(HEADER, *ROWS, *rows)).clean("tatap_muka")
    assert cleaned.ditolak.to_dict("records") == snapshot


def test_merged_dates_fill_down_and_merged_numbers_are_warned_of(folder, snapshot):
    def fill(sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.merge_range("A2:A3", "5 Juli 2023")
        sheet.merge_range("C2:C3", 4)
        sheet.write_row("B2", ["Kab. Brebes"])
        sheet.write_row("B3", ["Kota Tegal"])
        sheet.write("D2", "DAU")
        sheet.write("D3", "DAK")

    folder.write("tatap-muka.xlsx", book((fill, "Juli", False)))
    assert [row[0] for row in visits(folder)] == ["2023-07-05"] * 2
    assert folder.warnings("tatap_muka") == snapshot


def test_a_hidden_sheet_is_not_read(folder, snapshot):
    old = [HEADER, ["1 Juli 2023", "Kab. Tegal", 9, "DBH"]]
    folder.write("tatap-muka.xlsx", book((old, "Lama", True), ([HEADER, *ROWS], "Juli", False)))
    assert visits(folder) == BOTH
    assert folder.warnings("tatap_muka") == []
    folder.write("tatap-muka.xlsx", book((old, "Lama", True), ([["Petunjuk"]], "Juli", False)))
    assert folder.refusal("tatap_muka") == snapshot


def test_further_sheets_of_the_same_form_are_named(folder, snapshot):
    sheets = [([HEADER, *ROWS], name, False) for name in ("Juli", "Juli (2)", "Juni")]
    folder.write("tatap-muka.xlsx", book(*sheets))
    assert visits(folder) == BOTH
    assert folder.warnings("tatap_muka") == snapshot


def test_dates_counted_from_1904(folder):
    raw = book(
        ([HEADER, [date(2023, 7, 5), "Kab. Brebes", 4, "DAU"]], "Juli", False), date_1904=True
    )
    assert visits(folder.write("tatap-muka.xlsx", raw)) == BOTH[:1]


def test_an_old_workbook(folder):
    assert visits(folder.put(tatap_muka="tatap-muka-lama.xls")) == [
        ("2023-07-05", "Kab. Brebes", 4, "DAU"),
        ("2023-07-06", "Kota Tegal", 1707, "DBH"),
        ("2023-07-07", "Prov. Jambi", 2, "DAK, DID"),
    ]
    assert folder.account("tatap_muka")[1] == [("tatap-muka.xls", "baris jumlah", 1)]


def test_an_xls_that_is_html(folder):
    assert visits(folder.put(tatap_muka="tatap-muka-html.xls")) == [
        BOTH[0],
        ("2023-07-05", *BOTH[1][1:]),
    ]
    assert folder.account("tatap_muka")[1] == [("tatap-muka.xls", "baris jumlah", 1)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", id="mhtml"),
        pytest.param(
            b"Tanggal;Pengguna Layanan;Jumlah Tamu;Topik\r\n5 Juli 2023;Kab. Brebes;4;DAU\r\n",
            id="csv",
        ),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="image"),
        pytest.param(b"\n\n", id="empty"),
    ],
)
def test_what_is_only_named_like_a_workbook_is_refused(folder, snapshot, content):
    assert folder.write("tatap-muka.xls", content).refusal("tatap_muka") == snapshot


def test_an_xml_spreadsheet_is_refused(folder, snapshot):
    assert folder.put(tatap_muka="tatap-muka-xml2003.xls").refusal("tatap_muka") == snapshot


def test_a_number_that_excel_made_a_date_is_refused(folder, snapshot):
    rows = [["5 Juli 2023", "Kab. Brebes", date(2023, 4, 3), "DAU"]]
    assert folder.write("tatap-muka.xlsx", one(HEADER, *rows)).refusal("tatap_muka") == snapshot


def test_a_formula_that_was_never_computed_is_refused(folder, snapshot):
    def fill(sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROWS[0])
        sheet.write_formula("C2", "=2+2", None, "")

    raw = book((fill, "Juli", False)).replace(b"", b"")
    message = folder.write("tatap-muka.xlsx", uncomputed(raw)).refusal("tatap_muka")
    assert message == snapshot


def uncomputed(raw):
    """Write a workbook as libraries do that leave computing to Excel."""
    from zipfile import ZipFile

    target = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b' t="str"', b"").replace(b"<v></v>", b"<v/>")
            new.writestr(name, content)
    return target.getvalue()


def test_forms_with_breaks_in_headers_and_anonymous_raters(folder):
    header = [
        "Id",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Agen",
        "Kepuasan\nLayanan",
        "Substansi Jawaban ",
        "Saran",
    ]
    rows = [
        [
            1,
            datetime(2023, 7, 3, 8),
            datetime(2023, 7, 3, 8, 5),
            "anonymous",
            "",
            "Agen Contoh A",
            5,
            4,
            "Baik;Cepat;",
        ],
        [
            2,
            datetime(2023, 7, 3, 8),
            datetime(2023, 7, 31, 23, 59),
            "Anonymous",
            "",
            "agen contoh a",
            3,
            "",
            "",
        ],
        [
            3,
            datetime(2023, 8, 1, 0),
            datetime(2023, 8, 1, 0, 1),
            "anonymous",
            "",
            "Agen Contoh A",
            5,
            5,
            "",
        ],
    ]
    table = folder.write("survei.xlsx", one(header, *rows)).clean("survei").tabel
    assert table["agen"].tolist() == ["Agen Contoh A"] * 2
    assert table["penilai"].tolist() == [1, 2]
    assert table["kepuasan"].tolist() == [5, 3]


def test_filters_of_power_bi_are_no_row(folder):
    header = [
        "Potret",
        "Tanggal",
        "Jumlah Pegawai",
        "Jumlah Aktivasi",
        "Konten Tersedia",
        "Suka/Komentar/Bagikan",
        "Kreasi Mandiri",
        "Instagram",
        "Twitter",
        "Facebook",
        "WhatsApp",
        "LinkedIn",
        "YouTube",
        "TikTok",
        "Target",
        "Seluruh Pegawai",
    ]
    rows = [[1, date(2023, 7, 14), 300, 250, 40, 900, 12, 5, 4, 3, 2, 1, 0, 0, 280, 400]]
    folder.write(
        "advokasi.xlsx", one(header, *rows, [], ["Applied filters:\nBulan is Juli\nUnit is DJPK"])
    )
    (table,) = folder.read("advokasi")
    assert table.keterangan["filter"] == "Bulan is Juli\nUnit is DJPK"
    assert folder.account("advokasi") == ({"advokasi.xlsx": [1, 1, 0, 0]}, [])


def test_the_log_of_qontak(folder):
    table = folder.put(wa_blast="qontak.csv").clean("wa_blast").tabel
    assert [str(day)[:10] for day in table["tanggal"]] == ["2023-07-16", "2023-07-17", "2023-07-17"]
    assert table["status"].tolist() == ["read", "read", "failed"]
    assert table["galat"].fillna("").tolist() == [
        "", "", "131026: Message undeliverable, lihat dokumentasi",
    ]  # fmt: skip
    assert table["penerima"].tolist() == [1, 2, 3]
    assert folder.account("wa_blast")[1] == [("wa-blast.csv", "bulan lain", 1)]
