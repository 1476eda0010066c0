"""Workbooks that unpack to gigabytes, bombs of entities, links, and names with line breaks."""

import os
import struct
import zipfile
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
import xlsxwriter

from laporan.check.catatan import read_catatan
from laporan.cli import run
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.measure import Ukuran
from laporan.read.folder import check_folder
from laporan.read.reader import read_source
from laporan.store.freshness import fingerprint

HEADER = ["Tanggal", "Pengguna Layanan", "Jumlah Tamu", "Topik"]
SHEET = "xl/worksheets/sheet1.xml"


def book():
    raw = BytesIO()
    with xlsxwriter.Workbook(raw) as workbook:
        sheet = workbook.add_worksheet("Juli")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ["5 Juli 2023", "Kab. Brebes", 4, "DAU"])
    return raw.getvalue()


def changed(**parts):
    """Write the workbook with some parts changed by a function."""
    target = BytesIO()
    with ZipFile(BytesIO(book())) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = parts.get(name, lambda content: content)
            new.writestr(name, change(old.read(name)))
    return target.getvalue()


def test_a_workbook_that_unpacks_to_gigabytes_is_not_unpacked(folder, snapshot, monkeypatch):
    target = BytesIO(book())
    with ZipFile(target, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/bom.xml", bytes(1_234_567))
    # The directory says three gigabytes, as that of a bomb would.
    raw = target.getvalue().replace(struct.pack("<L", 1_234_567), struct.pack("<L", 3 << 30))
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("unpacked"))
    assert folder.write("tatap-muka.xlsx", raw).refusal("tatap_muka") == snapshot


def test_a_workbook_that_lies_of_its_sizes_is_refused(folder, snapshot):
    target = BytesIO(book())
    with ZipFile(target, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/bom.xml", b"<a>" + bytes(4 << 20))
    raw = target.getvalue().replace(struct.pack("<L", (4 << 20) + 3), struct.pack("<L", 10))
    assert folder.write("tatap-muka.xlsx", raw).refusal("tatap_muka") == snapshot


def test_a_workbook_of_countless_parts_is_refused(folder, snapshot):
    target = BytesIO(book())
    with ZipFile(target, "a") as archive:
        for number in range(2000):
            archive.writestr(ZipInfo(f"xl/{number}.xml"), b"<a/>")
    assert folder.write("tatap-muka.xlsx", target.getvalue()).refusal("tatap_muka") == snapshot


LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"ha" if n == 0 else b"&l%d;" % (n - 1) * 10) for n in range(10)
)
DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE sst [' + LAUGHS + b"]>"


@pytest.mark.parametrize(
    "doctype",
    [
        pytest.param(DOCTYPE, id="bomb"),
        pytest.param(b'<!DOCTYPE sst [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>', id="file"),
        pytest.param(b'<!DOCTYPE sst SYSTEM "http://127.0.0.1/x.dtd">', id="network"),
    ],
)
def test_entities_are_refused(folder, snapshot, doctype):
    raw = changed(**{
        "xl/sharedStrings.xml": lambda content: doctype
        + content.split(b"?>", 1)[1].replace(b"DAU", b"&l9;" if b"l9" in doctype else b"DAU")
    })  # fmt: skip
    assert folder.write("tatap-muka.xlsx", raw).refusal("tatap_muka") == snapshot


def test_entities_in_a_page_named_xls_stay_text(folder):
    page = folder.text("tatap-muka-html.xls").replace("<html", DOCTYPE.decode() + "<html", 1)
    page = page.replace("DAU<br>", "&l9;&lt;script&gt;")
    (table,) = folder.write("tatap-muka.xls", page).read("tatap_muka")
    assert table.data["Topik"].iloc[0] == "&l9;<script>"


def test_spans_without_end_are_refused(folder, snapshot):
    row = "<tr><td colspan=16384 rowspan=65534>x</td></tr>"
    page = f"<html><table>{row * 20_000}</table></html>"
    assert folder.write("tatap-muka.xls", page).refusal("tatap_muka") == snapshot


@pytest.mark.parametrize("place", ["XFD1048576", "A0", "A1048577", "XFE2", "A99999999999", "2A"])
def test_a_cell_far_from_all_others_is_refused(folder, snapshot, place):
    raw = changed(**{SHEET: lambda content: content.replace(b'r="D2"', b'r="%s"' % place.encode())})
    assert folder.write("tatap-muka.xlsx", raw).refusal("tatap_muka") == snapshot


@pytest.mark.parametrize("end", [10, 300, 3000, -30, -1])
def test_a_workbook_cut_off_is_refused(folder, end):
    message = folder.write("tatap-muka.xlsx", book()[:end]).refusal("tatap_muka")
    assert message.startswith("tatap-muka.xlsx rusak atau terpotong")


def test_another_archive_and_a_binary_workbook_are_refused(folder, snapshot):
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert folder.write("tatap-muka.xlsx", target.getvalue()).refusal("tatap_muka") == snapshot
    with ZipFile(target, "a") as archive:
        archive.writestr("content.xml", "<a/>")
        archive.writestr("META-INF/manifest.xml", "<a/>")
    assert folder.write("tatap-muka.xlsx", target.getvalue()).refusal("tatap_muka") == snapshot
    with ZipFile(target, "a") as archive:
        archive.writestr("xl/workbook.bin", b"")
    assert folder.write("tatap-muka.xlsx", target.getvalue()).refusal("tatap_muka") == snapshot


def test_an_old_workbook_that_asks_for_all_memory_is_refused(folder, snapshot):
    raw = bytearray(
        folder.put(tatap_muka="tatap-muka-lama.xls").path.joinpath("tatap-muka.xls").read_bytes()
    )
    # With this one byte changed, the library asks for 640 GiB, and its process is ended.
    raw[1784] = 0x7F
    assert folder.write("tatap-muka.xls", bytes(raw)).refusal("tatap_muka") == snapshot


@pytest.mark.parametrize(
    "name", ["tiket\n.csv", "tiket-\u202e.csv", "tiket\x1b[2J.csv", "lain\r.csv"]
)
def test_a_file_name_with_a_line_break_is_refused(folder, snapshot, name):
    folder.put(tiket="deskpro-1.csv").write(name, "x")
    with pytest.raises(LaporanError) as caught:
        check_folder(folder.path)
    assert str(caught.value).replace(folder.path.name, "2023-07") == snapshot
    with pytest.raises(LaporanError):
        read_source(folder.path, "tiket")


@pytest.fixture
def month(tmp_path):
    path = tmp_path / "raw" / "2023-07"
    path.mkdir(parents=True)
    (tmp_path / "rahasia.csv").write_text("rahasia\n")
    return path


@pytest.mark.parametrize(
    "target", ["../../rahasia.csv", "/etc/passwd", "../2023-07/../../rahasia.csv"]
)
def test_a_link_out_of_the_folder_is_refused(month, snapshot, target):
    (month / "tiket.csv").symlink_to(target)
    with pytest.raises(LaporanError) as caught:
        read_source(month, "tiket")
    assert str(caught.value) == snapshot
    with pytest.raises(LaporanError):
        fingerprint(Project(month.parents[1], month), _july(), "bersih-tiket")


@pytest.mark.parametrize("command", ["clean", "check"])
def test_a_link_to_itself_is_named(month, capsys, monkeypatch, command):
    (month / "tiket.csv").symlink_to("tiket.csv")
    (month / "catatan.md").symlink_to("catatan.md")
    monkeypatch.setenv("LAPORAN_OUT", str(month.parents[1] / "hasil"))
    assert run([command, "2023-07", "--data", str(month.parents[1])]) == 1
    told = "di folder 2023-07 adalah tautan yang menunjuk kembali ke dirinya sendiri"
    assert f"tiket.csv {told}" in capsys.readouterr().err
    with pytest.raises(LaporanError, match=f"catatan.md {told}"):
        read_catatan(month, Ukuran(None, _july()))


def test_a_link_within_the_folder_is_a_file_of_it(month, folder):
    folder.put(tiket="deskpro-1.csv")
    (month / "asli.csv").write_bytes((folder.path / "tiket.csv").read_bytes())
    (month / "tiket.csv").symlink_to("asli.csv")
    assert len(read_source(month, "tiket")[0].data) == 4


def test_notes_that_are_a_link_are_not_printed(month, snapshot):
    (month / "catatan.md").symlink_to("../../rahasia.csv")
    with pytest.raises(LaporanError) as caught:
        read_catatan(month, Ukuran(None, _july()))
    assert str(caught.value) == snapshot


def test_a_pipe_is_not_waited_for(month, snapshot):
    os.mkfifo(month / "tiket.csv")
    with pytest.raises(LaporanError) as caught:
        read_source(month, "tiket")
    assert str(caught.value) == snapshot


def _july():
    from laporan.dasar.bulan import Bulan

    return Bulan(2023, 7)
