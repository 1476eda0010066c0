"""Dates that cannot be meant: years far off, day and month swapped, rows with a date alone."""

import pytest

from laporan.dasar.errors import LaporanError

VISIT = ["No", "Tanggal", "Pengguna Layanan", "Jumlah Tamu", "Topik"]
REST = ("Kab. Brebes", "2", "DAU")


@pytest.fixture
def visits(clean, raw):
    def run(*rows, columns=VISIT):
        return clean("tatap_muka", raw("tatap-muka.xlsx", columns, *rows))

    return run


@pytest.mark.parametrize("day", ["5 Juli 2566", "2566-07-05", "1900-01-04", "05/07/1923"])
def test_a_year_of_another_calendar_is_no_date(visits, day):
    result = visits(("1", "5 Juli 2023", *REST), ("2", day, *REST))
    assert result.ditolak == [("tatap-muka.xlsx", 3, "Tanggal", day, "tanggal tidak terbaca")]


def test_a_ticket_of_a_buddhist_year_is_rejected(clean, raw):
    header = ["campaign", "contact_phone_number", "status", "created_at", "whatsapp_error_message"]
    row = ("Pesan", "620000000001", "read", "2566-07-05T08:00:00Z", "n/a")
    result = clean("wa_blast", raw("wa-blast.csv", header, row))
    assert [row[-1] for row in result.ditolak] == ["waktu pengiriman tidak terbaca"]


def test_a_slip_of_the_year_is_told(visits, snapshot):
    result = visits(("1", "5 Juli 2023", *REST), ("2", "5 Juli 2032", *REST))
    assert result.dikecualikan == [("tatap-muka.xlsx", "bulan lain", 1, "3")]
    assert result.peringatan == snapshot


def test_a_list_of_another_year_stops_the_report(visits, snapshot):
    # As where days counted from 1904 were pasted into a workbook that counts from 1900.
    result = visits(*((str(day), f"{day} Juli 2019", *REST) for day in (3, 4, 5)))
    assert result.menghentikan == snapshot
    assert visits(("1", "5 Juni 2023", *REST)).menghentikan == []


def test_many_rows_of_other_years_are_a_list_of_many_years(visits):
    rows = [(str(month), f"5/{month}/2020", *REST) for month in range(1, 13)]
    assert visits(*rows, ("13", "5 Juli 2023", *REST)).peringatan == []


def test_days_and_months_that_excel_swapped_are_refused(visits, snapshot):
    swapped = [(str(day), f"2023-{day:02}-07", *REST) for day in (5, 6, 12)]
    with pytest.raises(LaporanError) as caught:
        visits(*swapped, ("4", "13/07/2023", *REST))
    assert str(caught.value) == snapshot
    assert len(visits(*swapped, ("4", "1/6/2023", *REST)).rows) == 0


def test_a_row_with_a_date_alone_is_none_of_a_numbered_list(visits):
    result = visits(
        ("1", "5 Juli 2023", *REST),
        ("2", "6 Juli 2023", None, None, None),
        (None, "31 Juli 2023", None, None, None),
    )
    assert [row[0] for row in result.rows] == ["2023-07-05", "2023-07-06"]
    assert result.ditolak == [
        ("tatap-muka.xlsx", 4, "Tanggal", "31 Juli 2023", "baris hanya berisi tanggal")
    ]


def test_a_total_with_a_date_beside_it_is_a_total(visits):
    result = visits(
        ("1", "5 Juli 2023", *REST),
        ("Total 2", "5 Juli 2023", *REST),
        ("JUMLAH", "31 Juli 2023", None, "4", None),
    )
    assert len(result.rows) == 2
    assert result.dikecualikan == [("tatap-muka.xlsx", "baris jumlah", 1, "4")]
