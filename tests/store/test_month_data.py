import json
from pathlib import Path

import pandas as pd
import pytest

from laporan.clean.ledger import Cleaned, Ledger
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable
from laporan.store.freshness import GROUPS, table_file
from laporan.store.month_data import load_month, write_cleaned

JULI = Bulan(2023, 7)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(data=tmp_path / "data", out=tmp_path / "keluar")
    project.raw(JULI).mkdir(parents=True)
    return project


def cleaned(sumber: str, *values: str) -> Cleaned:
    """Clean a source of one column; ``x`` is rejected, ``y`` excluded."""
    index = pd.RangeIndex(2, 2 + len(values), name="baris")
    data = pd.DataFrame({"Isi": values}, index=index, dtype="str")
    ledger = Ledger.open([RawTable(f"{sumber}.csv", data)])
    ledger = ledger.reject(ledger.rows["Isi"].eq("x"), kolom="Isi", alasan="tidak terbaca")
    ledger = ledger.exclude(ledger.rows["Isi"].eq("y"), "ganda")
    return ledger.close(sumber, ledger.rows[["Isi"]], [Temuan("contoh", f"Periksa {sumber}.")])


def write_all(project: Project, **sources: Cleaned) -> None:
    for group, names in GROUPS.items():
        present = [sources[name] for name in names if name in sources]
        write_cleaned(project, JULI, group, present, "sidik")


def test_a_month_is_read_as_it_was_written(project: Project) -> None:
    moment = pd.Series(pd.to_datetime(["2023-07-05 08:00"])).dt.as_unit("us")
    tabel = pd.DataFrame(
        {
            "dibuat": moment.dt.tz_localize("Asia/Jakarta"),
            "tanggal": moment.dt.normalize(),
            "nomor": pd.Series(["7"], dtype="str"),
            "zona": pd.Series([None], dtype="str"),
            "dikenal": pd.Series([None], dtype="boolean"),
            "tamu": pd.Series([3], dtype="Int64"),
        }
    )
    ledger = Ledger.open([RawTable("tiket.csv", pd.DataFrame({"a": ["1"]}, dtype="str"))])
    write_all(project, tiket=ledger.close("tiket", tabel))
    pd.testing.assert_frame_equal(load_month(project, JULI).tables["tiket"], tabel)


def test_the_books_of_all_sources_come_together(project: Project) -> None:
    write_all(project, tiket=cleaned("tiket", "1", "x"), survei=cleaned("survei", "y", "x", "2"))
    month = load_month(project, JULI)
    assert list(month.tables) == ["tiket", "survei"]
    assert month.berkas[["sumber", "berkas", "baris", "diambil"]].to_numpy().tolist() == [
        ["tiket", "tiket.csv", 2, 1],
        ["survei", "survei.csv", 3, 1],
    ]
    assert month.dikecualikan["sumber"].tolist() == ["survei"]
    assert month.ditolak["baris"].tolist() == [3, 3]
    assert tuple(map(str, month.temuan)) == ("Periksa tiket.", "Periksa survei.")
    csv = (project.processed(JULI) / "ditolak.csv").read_text("utf-8")
    assert csv.splitlines() == [
        "berkas,baris,kolom,isi,alasan",
        "tiket.csv,3,Isi,x,tidak terbaca",
        "survei.csv,3,Isi,x,tidak terbaca",
    ]


def test_a_month_without_any_source_has_books_of_the_same_columns(project: Project) -> None:
    write_all(project)
    month = load_month(project, JULI)
    assert month.tables == {}
    assert list(month.berkas.columns) == [
        "sumber", "berkas", "baris", "diambil", "ditolak", "dikecualikan",
    ]  # fmt: skip


def test_a_source_that_is_no_longer_supplied_leaves_nothing_behind(project: Project) -> None:
    write_all(project, survei=cleaned("survei", "1"), advokasi=cleaned("advokasi", "1"))
    write_cleaned(project, JULI, "bersih-survei", [cleaned("advokasi", "1")], "sidik")
    assert list(load_month(project, JULI).tables) == ["advokasi"]
    assert not table_file(project, JULI, "survei").exists()


def test_a_month_that_is_not_cleaned_says_what_to_do(project: Project) -> None:
    with pytest.raises(LaporanError, match=r"2023-07 belum dibersihkan.*laporan clean 2023-07"):
        load_month(project, JULI)


def test_a_write_that_breaks_off_leaves_no_half(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(project, tiket=cleaned("tiket", "1"))

    def fill_disk(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", fill_disk)
    with pytest.raises(LaporanError, match="tidak dapat ditulisi: No space left"):
        write_cleaned(project, JULI, "bersih-tiket", [cleaned("tiket", "1", "2")], "baru")
    with pytest.raises(LaporanError, match="belum dibersihkan"):
        load_month(project, JULI)
    assert not list(project.processed(JULI).glob(".tiket*"))


def test_a_damaged_book_counts_as_not_cleaned(project: Project) -> None:
    write_all(project, tiket=cleaned("tiket", "1"))
    (project.processed(JULI) / "bersih-tiket.json").write_text('{"sidik": ')
    with pytest.raises(LaporanError, match="belum dibersihkan"):
        load_month(project, JULI)


def test_a_folder_that_cannot_be_made_is_told(project: Project) -> None:
    (project.data / "processed").write_text("bukan folder")
    with pytest.raises(LaporanError, match="tidak dapat ditulisi"):
        write_cleaned(project, JULI, "bersih-tiket", [], "sidik")


def test_files_of_no_source_are_warned_of(project: Project) -> None:
    write_all(project)
    (project.raw(JULI) / "webnar.xlsx").write_bytes(b"")
    (warning,) = load_month(project, JULI).temuan
    assert str(warning) == (
        "webnar.xlsx: nama berkas ini tidak dikenal, sehingga tidak dibaca. Periksa ejaannya; nama "
        "setiap sumber ada di data/README.md."
    )


def test_the_same_tables_give_the_same_bytes(project: Project) -> None:
    contents = []
    for _ in range(2):
        write_all(project, tiket=cleaned("tiket", "1", "x"))
        files = sorted(path for path in project.processed(JULI).iterdir() if path.suffix)
        contents.append([path.read_bytes() for path in files])
    assert contents[0] == contents[1]
    account = json.loads((project.processed(JULI) / "bersih-tiket.json").read_text("utf-8"))
    assert account["sidik"] == "sidik"
