from pathlib import Path

import pytest

from laporan.dasar.errors import LaporanError
from laporan.read.folder import find_files, unknown_files
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES

HEADER = (
    "ticket_id,person_name,status,hidden_status,agent_name,date_created,date_first_agent_reply,"
    "date_resolved,subject,Kanal,Topik,Pemda,Kategori Pengguna,Eskalasi\n"
)


def ticket_page(folder: Path, name: str, rows: int) -> None:
    line = "{},Pengguna Contoh,resolved,,Agen Contoh A,2023-07-03T08:00:00+0700,,,x,Email,DAU,,,\n"
    (folder / name).write_text(HEADER + "".join(line.format(n) for n in range(rows)))


def test_pages_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("tiket-10.csv", "tiket-2.csv", "Tiket.CSV", "tiket-1.csv"):
        ticket_page(tmp_path, name, 2)
    tables = read_source(tmp_path, "tiket")
    assert [t.berkas for t in tables] == ["Tiket.CSV", "tiket-1.csv", "tiket-2.csv", "tiket-10.csv"]


def test_names_and_subjects_are_not_even_read(tmp_path: Path) -> None:
    ticket_page(tmp_path, "tiket.csv", 1)
    (table,) = read_source(tmp_path, "tiket")
    assert not {"person_name", "subject"} & set(table.data.columns)


@pytest.mark.parametrize(("last_page", "warned"), [(1023, False), (1024, True)])
def test_a_last_page_that_is_full_looks_cut_off(
    tmp_path: Path, last_page: int, warned: bool
) -> None:
    ticket_page(tmp_path, "tiket-1.csv", 1024)
    ticket_page(tmp_path, "tiket-2.csv", last_page)
    warnings = [w for table in read_source(tmp_path, "tiket") for w in table.peringatan]
    assert len(warnings) == warned
    assert all("tiket-2.csv berisi tepat 1.024 baris" in text for text in warnings)


def test_a_month_without_a_folder_names_the_others(tmp_path: Path) -> None:
    (tmp_path / "2023-06").mkdir()
    with pytest.raises(LaporanError, match=r"2023-07 tidak ada.*Bulan yang ada: 2023-06"):
        read_source(tmp_path / "2023-07", "tiket")


def test_a_month_without_tickets_names_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "ticket.csv").write_text("x")
    with pytest.raises(LaporanError, match=r"Tidak ada berkas tiket\*\.csv.*ticket\.csv"):
        read_source(tmp_path, "tiket")


def test_another_source_may_be_missing(tmp_path: Path) -> None:
    assert read_source(tmp_path, "webinar") == []


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "tiket.csv").symlink_to(tmp_path / "hilang.csv")
    with pytest.raises(LaporanError, match=r"tiket\.csv tidak dapat dibuka: No such file"):
        read_source(tmp_path, "tiket")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "2023-07"
    folder.mkdir()
    (tmp_path / "luar.csv").write_text("x")
    (folder / "tiket.csv").symlink_to(tmp_path / "luar.csv")
    with pytest.raises(LaporanError, match="tautan ke luar folder 2023-07"):
        find_files(folder, SOURCES["tiket"])


@pytest.mark.parametrize("cell", ["3-Apr", "3.апр", "Apr-23", "17/Agu"])
def test_a_number_that_became_a_date_is_refused(tmp_path: Path, cell: str) -> None:
    (tmp_path / "meta-harian.csv").write_text(
        f"Reach\nDate,Primary\n2023-07-01,{cell}\n", encoding="utf-16"
    )
    with pytest.raises(LaporanError, match=f"baris 3, kolom .Primary.: .{cell}. adalah angka"):
        read_source(tmp_path, "meta_harian")


def test_a_table_without_rows_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "meta-harian.csv").write_text("Reach\nDate,Primary\n\nFollows\nDate,Primary\n1,2\n")
    first, second = read_source(tmp_path, "meta_harian")
    assert first.peringatan == (
        "meta-harian.csv (tabel Reach) berisi judul kolom tanpa satu baris pun.",
    )
    assert second.peringatan == ()


def test_files_of_no_source_are_found(tmp_path: Path) -> None:
    for name in ("tiket.csv", "catatan.md", "CONTOH", "webinarr.csv", "~$webinar.xlsx", ".x"):
        (tmp_path / name).write_text("x")
    assert unknown_files(tmp_path) == ["webinarr.csv"]


def test_there_are_the_sources_of_the_contract() -> None:
    assert list(SOURCES) == [
        "tiket", "belum_selesai", "telepon", "email_lapor", "wa_blast", "situs_pengunjung",
        "situs_halaman", "meta_harian", "meta_konten", "twitter", "media_sosial", "publikasi",
        "webinar", "video_conference", "kehadiran", "tatap_muka", "ppid", "survei", "advokasi",
    ]  # fmt: skip
    extra = [name for name, source in SOURCES.items() if source.extra]
    assert extra == ["belum_selesai", "telepon", "kehadiran"]
