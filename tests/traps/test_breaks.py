"""A month broken on purpose, in ways that have nothing to do with any one system's export."""

import csv
import gzip
import io
from zipfile import ZipFile

import pytest

from laporan.dasar.project import Project
from laporan.read.folder import meant_for, unknown_files
from laporan.store.month_data import gather_month


def table(folder):
    """Give a page of 30 tickets as rows."""
    header, first, *_ = csv.reader(io.StringIO(folder.text("deskpro-1.csv"), newline=""))
    place = header.index("date_created")
    first[place] = "2023-07-03T08:00:00+07:00"
    return [header, *([str(7000 + n), *first[1:]] for n in range(30))]


def archive(*names):
    raw = io.BytesIO()
    with ZipFile(raw, "w") as parts:
        for name in names:
            parts.writestr(name, "<a/>")
    return raw.getvalue()


def text(rows, separator=","):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kanal", "Topik"),
        ("Eskalasi", "Pemda"),
        ("Topik", "Kategori Pengguna"),
        ("Topik", "Pemda"),
        ("Kategori Pengguna", "Pemda"),
    ],
)
def test_swapped_contents_of_columns(folder, snapshot, one, other):
    rows = table(folder)
    left, right = rows[0].index(one), rows[0].index(other)
    for row in rows[1:]:
        row[left], row[right] = row[right], row[left]
    assert folder.write("tiket.csv", text(rows)).refusal("tiket") == snapshot


def test_the_files_of_another_month(folder, snapshot):
    shifted = text(table(folder)).replace("2023-07-03", "2023-06-05")
    assert folder.write("tiket.csv", shifted).refusal("tiket") == snapshot


def test_a_doubled_header(folder):
    page = text(table(folder))
    header = page.split("\n", 1)[0]
    folder.write("tiket.csv", f"{header}\n{page}")
    assert len(folder.clean("tiket").tabel) == 30
    assert folder.warnings("tiket") == []


def test_files_joined_with_their_marks(folder):
    page = text(table(folder))
    folder.write("tiket.csv", ("\ufeff" + page + "\ufeff" + page.replace(",7", ",8")).encode())
    assert folder.account("tiket") == ({"tiket.csv": [60, 30, 0, 30]}, [("tiket.csv", "ganda", 30)])


def test_half_a_file(folder, snapshot):
    page = text(table(folder))
    assert folder.write("tiket.csv", page[: len(page) // 2]).refusal("tiket") == snapshot


def test_lines_that_became_one_cell_each(folder, snapshot):
    lines = text(table(folder)).splitlines()
    quoted = "".join('"' + line.replace('"', '""') + '"\n' for line in lines)
    assert folder.write("tiket.csv", quoted).refusal("tiket") == snapshot


def test_dates_that_excel_wrote_its_own_way(folder, snapshot):
    page = text(table(folder), ";").replace("2023-07-03T08:00:00+07:00", "03/07/2023 8:00")
    assert folder.write("tiket.csv", page).refusal("tiket") == snapshot


def test_telephone_numbers_that_excel_rounded(folder, snapshot):
    log = (
        folder.text("qontak.csv")
        .replace("620000000001", "6.2E+11")
        .replace("+62 000-0000-002", "6.2E+11")
    )
    cleaned = folder.write("wa-blast.csv", log).clean("wa_blast")
    assert cleaned.tabel["penerima"].isna().tolist() == [True, True, False]
    assert list(cleaned.peringatan) == snapshot


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("<!DOCTYPE html>\n<html><title>Masuk</title></html>\n", id="login"),
        pytest.param('{"error": {"message": "Unauthorized"}}\n', id="server"),
        pytest.param("Tanggal dan jam dicetak: 3 Juli 2023\n", id="other"),
        pytest.param("a,b\n1,2\n\0\0\0\0\0\0\0\0", id="disk"),
        pytest.param('[\n  {"ticket_id": 1}\n]\n', id="answer"),
        pytest.param("<table><tr><td>ticket_id</td></tr></table>", id="table"),
        pytest.param("%PDF-1.7\n", id="pdf"),
        pytest.param(gzip.compress(b"ticket_id"), id="gzip"),
        pytest.param(archive("tiket.csv"), id="zip"),
        pytest.param(",".join(f"c{n}" for n in range(1000)) + "\n", id="wide"),
    ],
)
def test_something_else_saved_in_place_of_the_export(folder, snapshot, content):
    assert folder.write("tiket.csv", content).refusal("tiket") == snapshot


def test_the_mark_with_which_old_programs_end_a_text_is_no_row(folder):
    folder.write("tiket.csv", text(table(folder)) + "\x1a")
    assert folder.account("tiket") == ({"tiket.csv": [30, 30, 0, 0]}, [])


def test_a_text_that_is_broken_in_one_place(folder, snapshot):
    raw = text(table(folder)).replace("Konsultasi", "Konsultäsi é").encode()
    broken = raw[:-200] + b"\xff" + raw[-200:]
    assert folder.write("tiket.csv", broken).refusal("tiket") == snapshot


def test_what_windows_leaves_in_folders_is_no_export(folder):
    for name in ("Thumbs.db", "desktop.ini", "~$tiket.csv", ".DS_Store", "tiket (1).xlsx"):
        folder.write(name, "x")
    (folder.path / "arsip").mkdir()
    assert unknown_files(folder.path) == ["tiket (1).xlsx"]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("tiket.zip", "tiket*.csv"),
        ("tiket-2.csv.crdownload", "tiket*.csv"),
        ("tiket-2.csv.txt", "tiket*.csv"),
        (" Tiket 2.csv", "tiket*.csv"),
        ("Email_Lapor.xlsx", "email-lapor*.xls*"),
        ("publikasi.csv", "publikasi*.xls*"),
        ("webinar.ods", "webinar*.xls*"),
        ("CATATAN.docx", "catatan.md"),
        ("rapat.xlsx", None),
    ],
)
def test_what_is_meant_for_a_source_and_not_read_stops_the_report(folder, name, pattern):
    project = Project(folder.path, folder.path)
    project.raw(folder.bulan).mkdir(parents=True)
    (project.raw(folder.bulan) / name).write_text("x")
    (finding,) = gather_month(project, folder.bulan, []).temuan
    assert meant_for(name) == pattern
    assert finding.menghentikan == (pattern is not None)
    assert (pattern or "data/README.md") in str(finding)
