"""Deskpro: pages that overlap, a page that is full, shifted rows, edges of the month."""

import csv
import io


def page(folder, rows, first, order=None):
    """Write a page of July's tickets, the columns in another order if one is given."""
    names, cells = list(csv.reader(io.StringIO(folder.text("deskpro-1.csv"), newline="")))[:2]
    ticket = dict(zip(names, cells, strict=True)) | {"date_created": "2023-07-03T08:00:00Z"}
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, order or names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(ticket | {"ticket_id": str(first + n)} for n in range(rows))
    return out.getvalue()


def test_pages_that_overlap_count_each_ticket_once(folder):
    folder.put(tiket_1="deskpro-1.csv", tiket_2="deskpro-2.csv")
    assert folder.clean("tiket").tabel["nomor"].tolist() == ["9002", "9003", "9004", "9005", "9008"]
    assert folder.account("tiket") == (
        {"tiket-1.csv": [4, 3, 0, 1], "tiket-2.csv": [5, 2, 0, 3]},
        [
            ("tiket-2.csv", "tiket dihapus", 1),
            ("tiket-2.csv", "ganda", 1),
            ("tiket-1.csv", "bulan lain", 1),
            ("tiket-2.csv", "bulan lain", 1),
        ],
    )


def test_the_month_begins_and_ends_at_midnight_in_wib(folder):
    created = folder.put(tiket="deskpro-1.csv").clean("tiket").tabel["dibuat"]
    assert str(created.iloc[0]) == "2023-07-01 00:00:00+07:00"
    created = folder.put(tiket="deskpro-2.csv").clean("tiket").tabel["dibuat"]
    assert "2023-07-31 23:59:59+07:00" in map(str, created)


def test_line_breaks_in_subjects_do_not_shift_rows(folder):
    cleaned = folder.put(tiket="deskpro-2.csv").clean("tiket")
    assert cleaned.tabel["kanal"].tolist() == ["HAI Kemenkeu", "Email", "Live Chat"]
    (table,) = folder.put(tiket="deskpro-1.csv").read("tiket")
    assert table.data.index.tolist() == [2, 3, 4, 6]


def test_hidden_spam_without_a_topic_is_spam(folder):
    cleaned = folder.put(tiket="deskpro-2.csv").clean("tiket")
    assert cleaned.tabel["topik"].tolist() == ["DAU", "Spam", "DAU"]


def test_a_header_with_a_cell_more_than_the_rows_is_refused(folder, snapshot):
    assert folder.put(tiket="deskpro-tergeser.csv").refusal("tiket") == snapshot


def test_a_header_with_a_cell_more_is_refused_though_some_rows_fit_it(folder, snapshot):
    # A comma that nobody quoted gives one row the length of the header.
    text = folder.text("deskpro-tergeser.csv").replace("Konsultasi contoh", "Satu, dua", 1)
    assert folder.write("tiket.csv", text).refusal("tiket") == snapshot


def test_rows_with_a_cell_more_than_the_header_are_refused(folder, snapshot):
    text = folder.text("deskpro-1.csv").replace("date_locked,", "", 1)
    assert folder.write("tiket.csv", text).refusal("tiket") == snapshot


def test_a_full_last_page_is_reported_as_cut_off(folder, snapshot):
    folder.write("tiket-1.csv", page(folder, 1024, 1))
    folder.write("tiket-2.csv", page(folder, 1024, 5000))
    assert folder.warnings("tiket") == snapshot
    folder.write("tiket-3.csv", page(folder, 1, 9000))
    assert folder.warnings("tiket") == []


def test_a_subject_of_two_megabytes_is_no_obstacle(folder):
    text = folder.text("deskpro-1.csv").replace("Konsultasi contoh", "Panjang " * 262_144, 1)
    assert len(folder.write("tiket.csv", text).clean("tiket").tabel) == 3


def test_two_pages_in_one_file_with_columns_in_another_order(folder):
    first = folder.text("deskpro-1.csv")
    names = first.split("\n", 1)[0].split(",")
    folder.write("tiket.csv", first + page(folder, 2, 7000, order=[names[-1], *names[:-1]]))
    cleaned = folder.clean("tiket")
    assert cleaned.tabel["nomor"].tolist() == ["9002", "9003", "9004", "7000", "7001"]
    assert set(cleaned.tabel["topik"]) == {"DAU"}
    assert folder.account("tiket") == (
        {"tiket.csv": [6, 5, 0, 1]},
        [("tiket.csv", "bulan lain", 1)],
    )


def test_a_file_cut_off_within_a_row_is_refused(folder, snapshot):
    text = folder.text("deskpro-1.csv")
    assert folder.write("tiket.csv", text[:-60]).refusal("tiket") == snapshot
    in_quotes = text[: text.index("lanjutan; baris")]
    assert folder.write("tiket.csv", in_quotes).refusal("tiket") == snapshot


def test_a_file_cut_off_within_its_last_cell_is_warned_of(folder, snapshot):
    folder.write("tiket.csv", folder.text("deskpro-1.csv")[:-3])
    assert folder.warnings("tiket") == snapshot


def test_an_unquoted_line_break_is_told(folder, snapshot):
    text = folder.text("deskpro-1.csv") + page(folder, 4, 7000).split("\n", 1)[1]
    cleaned = folder.write("tiket.csv", text.replace("Konsultasi contoh", "Satu\ndua", 1)).clean(
        "tiket"
    )
    assert list(cleaned.peringatan) == snapshot
    assert cleaned.ditolak.to_dict("records") == snapshot


def test_a_workbook_named_csv_is_refused(folder, snapshot):
    assert folder.write("tiket.csv", b"PK\x03\x04\x14\0\x06\0").refusal("tiket") == snapshot
