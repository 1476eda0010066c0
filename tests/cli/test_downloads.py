"""The first of the month: a folder of downloads under the names that browsers give."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from proyek import ROOT, small_project

from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.measure import read_ukuran
from laporan.read.folder import CONTOH, find_files
from laporan.read.recognition import candidates, surely
from laporan.read.sources import SOURCES
from laporan_sample import write_sample

AGUSTUS = Bulan(2023, 8)
RAW = ROOT / "data" / "raw"
JULI = RAW / "2023-07"
SETTINGS = load_settings()
SAMPLES = [
    (name, path)
    for name, source in SOURCES.items()
    for month in ("2023-06", "2023-07")
    for path in find_files(RAW / month, source)
]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    """Collect from a folder; give the lines printed, by file, and the last one."""

    def call(folder: Path, month: str = "2023-07") -> tuple[dict[str, str], str]:
        assert run(["collect", month, str(folder), "--data", str(tmp_path / "data")]) == 0
        *lines, blank, last = capsys.readouterr().out.splitlines()
        assert blank == ""
        return dict(line.split(": ", 1) for line in lines), last

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Unduhan").mkdir()
    return tmp_path / "Unduhan"


@pytest.fixture(scope="module")
def agustus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Exports of a small August and of the July before it, under their right names."""
    raw = tmp_path_factory.mktemp("agustus")
    write_sample(raw, AGUSTUS, tiket=60, seed=5)
    return raw


@pytest.mark.parametrize(("name", "path"), SAMPLES, ids=lambda each: getattr(each, "name", each))
def test_each_export_is_known_by_what_is_in_it(name: str, path: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"unduhan (3){path.suffix}"
    shutil.copyfile(path, copy)
    found = surely(candidates(copy, SETTINGS))
    assert found is not None
    assert found.name == name


def test_the_first_of_august(
    agustus: Path, folder: Path, tmp_path: Path, told, capsys, monkeypatch
) -> None:
    names = sorted(p.name for p in (agustus / "2023-08").iterdir() if p.suffix in {".csv", ".xlsx"})
    assert len(names) >= 18
    left_out, zipped = "ppid.xlsx", "webinar.xlsx"
    for number, name in enumerate(names):
        if name not in {left_out, zipped}:
            suffix = Path(name).suffix
            shutil.copyfile(agustus / "2023-08" / name, folder / f"export ({number}){suffix}")
    with zipfile.ZipFile(folder / "kiriman.zip", "w") as archive:
        archive.write(agustus / "2023-08" / zipped, "dari kantor/daftar baru.xlsx")
    shutil.copyfile(agustus / "2023-08" / "publikasi.xlsx", folder / "Salinan publikasi.xlsx")
    shutil.copyfile(next((agustus / "2023-07").glob("tiket*.csv")), folder / "tickets.csv")

    lines, last = told(folder, "2023-08")
    assert last == "Belum ada untuk Agustus 2023: Permohonan informasi publik (PPID) (ppid*.xls*)."
    assert "Juli 2023, " in lines["tickets.csv"]
    assert lines["tickets.csv"].endswith("82 baris; 4 di antaranya Agustus 2023; tidak disalin.")
    assert lines["kiriman.zip › dari kantor/daftar baru.xlsx"].endswith("sebagai webinar.xlsx.")
    # Of two that are the same the first counts.
    twice = [text for text in lines.values() if text.startswith("sudah ada sebagai publikasi")]
    assert len(twice) == 1

    data = tmp_path / "data"
    target = data / "raw" / "2023-08"

    def contents(of: Path) -> list[bytes]:
        return sorted(p.read_bytes() for p in of.iterdir() if p.suffix in {".csv", ".xlsx"})

    (agustus / "2023-08" / left_out).rename(agustus / left_out)
    assert contents(target) == contents(agustus / "2023-08")
    before = {path.name: path.stat().st_mtime_ns for path in target.iterdir()}
    assert "disalin sebagai" not in " ".join(told(folder, "2023-08")[0].values())
    assert before == {path.name: path.stat().st_mtime_ns for path in target.iterdir()}

    out = ["--data", str(data), "--out", str(tmp_path / "out")]
    monkeypatch.chdir(small_project(tmp_path / "proyek"))
    assert run(["check", "2023-08", *out]) == 0
    assert run(["render", "2023-08", "--engine", "pandoc", "--format", "html", *out]) == 0
    capsys.readouterr()
    figures = read_ukuran(tmp_path / "out" / "2023-08" / "ukuran.csv")
    month = figures[figures["bulan"].eq("2023-08") & figures["dimensi"].eq("")]
    values = month.set_index("indikator")["nilai"]
    assert values["tiket.jumlah"] == 60
    assert "webinar.jumlah" in values
    assert "ppid.jumlah" not in values


def test_nothing_is_overwritten(folder: Path, tmp_path: Path, told) -> None:
    target = tmp_path / "data" / "raw" / "2023-07"
    target.mkdir(parents=True)
    (target / "Publikasi.XLSX").write_text("milik orang", "utf-8")
    shutil.copyfile(JULI / "publikasi.xlsx", folder / "a.xlsx")
    assert told(folder)[0]["a.xlsx"].endswith("20 dari 20 baris; disalin sebagai publikasi-2.xlsx.")
    assert (target / "Publikasi.XLSX").read_text("utf-8") == "milik orang"


def test_what_is_unclear_is_listed_with_the_likeliest(folder: Path, told) -> None:
    (folder / "surat.txt").write_text("Yth. Bapak\nsalam", "utf-8")
    (folder / "kurang.csv").write_text("ticket_id,status,date_created\n1,resolved,x\n", "utf-8")
    pd.DataFrame({"Tanggal": ["1 Juli 2023"], "Uraian": ["x"]}).to_excel(folder / "lain.xlsx")
    pd.read_csv(JULI / "tiket-1.csv").head(3).to_excel(folder / "tiket.xlsx", index=False)
    (folder / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "besar.csv.crdownload").write_text("ticket_id", "utf-8")
    (folder / "kosong.csv").write_text("", "utf-8")
    (folder / ".tersembunyi").write_text("x", "utf-8")
    (folder / "rusak.zip").write_bytes(b"PK\x03\x04 bukan arsip")
    lines, _ = told(folder)
    assert lines["surat.txt"] == "bukan ekspor yang dikenal; tidak disalin."
    assert lines["kurang.csv"].startswith(
        "tidak jelas, paling mirip Tiket konsultasi (Deskpro) (tanpa kolom hidden_status, "
    )
    assert lines["lain.xlsx"].startswith("tidak jelas, paling mirip ")
    assert " atau " in lines["lain.xlsx"]
    assert "Tiket konsultasi (Deskpro) (seharusnya CSV)" in lines["tiket.xlsx"]
    assert lines["foto.png"].startswith("tidak dikenali: ")
    assert lines["besar.csv.crdownload"].startswith("belum selesai diunduh")
    assert "rusak.zip" in lines
    assert set(lines) == {
        "surat.txt", "kurang.csv", "lain.xlsx", "tiket.xlsx", "foto.png", "besar.csv.crdownload",
        "kosong.csv", "rusak.zip",
    }  # fmt: skip


def test_an_export_that_says_its_period_is_of_no_other_month(folder: Path, told) -> None:
    text = (JULI / "situs-halaman.csv").read_text("utf-8")
    assert "20230701" in text
    (folder / "a.csv").write_text(text.replace("202307", "202303"), "utf-8")
    line = told(folder)[0]["a.csv"]
    assert line.endswith("Maret 2023, 10 baris; tidak disalin.") or "tidak dapat dipakai" in line


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys) -> None:
    status = run(["collect", "2023-07", str(tmp_path / "x"), "--data", str(tmp_path)])
    assert status == 1
    assert "x tidak ada" in capsys.readouterr().err


def test_a_file_under_a_wrong_name_is_recognised_by_check(tmp_path: Path, capsys) -> None:
    month = tmp_path / "raw" / "2023-07"
    month.mkdir(parents=True)
    for name in ("tiket-1.csv", "tiket-2.csv", CONTOH):
        shutil.copyfile(JULI / name, month / name)
    shutil.copyfile(JULI / "situs-pengunjung.csv", month / "data-export.csv")
    (month / "surat.txt").write_text("salam", "utf-8")
    run(["check", "2023-07", "--data", str(tmp_path), "--out", str(tmp_path / "out")])
    printed = " ".join(capsys.readouterr().out.split())
    assert (
        "Isinya tampak seperti Pengunjung website (Google Analytics); bila benar, ganti namanya "
        "menjadi situs-pengunjung.csv;"
    ) in printed
    assert "Periksa ejaannya; nama setiap sumber" in printed


def test_the_likeliest_come_first(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Tanggal,Pengguna Layanan,Topik\n", "utf-8")
    found = candidates(path, SETTINGS)
    assert [each.source.name for each in found][:2] == ["video_conference", "tatap_muka"]
    assert not found[0].fits
    assert not found[0].is_whole


def test_a_name_of_a_stranger_breaks_no_line_and_leaves_no_folder(folder: Path, told) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("../../keluar.csv", "x")
        archive.writestr("dua\nbaris, disalin sebagai tiket.csv.csv", "x")
    lines, _ = told(folder)
    assert len(lines) == 2
    assert all(text == "bukan ekspor yang dikenal; tidak disalin." for text in lines.values())
    assert not (folder.parent / "keluar.csv").exists()
