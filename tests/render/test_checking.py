"""``laporan check``, and that a render stops where it says so, with the same text."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import datetime
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from lxml import html

from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.read.sources import SOURCES
from laporan.render import checking
from laporan.render.prepare import siapkan
from laporan.sections.publikasi import sentence_publikasi
from laporan.sections.report import buka
from laporan.sections.ringkasan import sentence_belum_diserahkan
from laporan.store.freshness import GROUPS
from laporan.store.group import bersihkan
from laporan_sample import write_sample

FEBRUARI = "2024-02"
UNDATED = ("situs-halaman.csv", "media-sosial.xlsx")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small February and the January before it, of a few sources."""
    folder = tmp_path_factory.mktemp("contoh") / "raw"
    write_sample(folder, Bulan(2024, 2), tiket=60, seed=5)
    kept = {"CONTOH", "catatan.md", "tiket-1.csv", "publikasi.xlsx", *UNDATED}
    for month in folder.iterdir():
        for path in month.iterdir():
            if path.name not in kept and not path.name.startswith("tiket"):
                path.unlink()
    return folder


@pytest.fixture
def project(sample: Path, tmp_path: Path) -> Project:
    shutil.copytree(sample, tmp_path / "data" / "raw")
    return Project(tmp_path / "data", tmp_path / "keluar")


def raw(project: Project, name: str, bulan: str = FEBRUARI) -> Path:
    return project.data / "raw" / bulan / name


def check(project: Project, command: str = "check", *options: str) -> int:
    folders = ["--data", str(project.data), "--out", str(project.out)]
    return run([command, FEBRUARI, *options, *folders])


def quality(project: Project) -> str:
    page = html.parse(project.out / FEBRUARI / "mutu.html").getroot()
    return " ".join(page.text_content().split())


def test_what_is_fit_is_summed_up_and_its_warnings_are_grouped_by_file(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = raw(project, "tiket-1.csv")
    tickets = pd.read_csv(path, dtype="str")
    # One that counts: of the month and not hidden.
    counts = tickets["date_created"].str.startswith("2024-02-1") & tickets["hidden_status"].isna()
    place = counts.idxmax()
    tickets.loc[place, "Kanal"] = "Faks"
    tickets.to_csv(path, index=False)
    assert check(project) == 0
    printed = capsys.readouterr()
    assert printed.err == "Pemeriksaan Februari 2024: memuat pustaka …\n"
    first, *groups = printed.out.strip().split("\n\n")
    assert first.startswith("Februari 2024: 4 berkas, ")
    assert " pemeriksaan: 0 temuan menghentikan, 2 peringatan." in first
    assert groups[0].replace(f"baris {place + 2},", "baris BARIS,") == (
        "tiket-1.csv\n"
        "  peringatan [nilai dikenal] baris BARIS, kolom 'Kanal': “Faks” tidak dikenal; tetap "
        "dihitung, sebagai kelompok tersendiri. Yang dikenal: WhatsApp, Telepon, Email, HAI "
        "Kemenkeu, Live Chat, dan Tidak tercatat. Perbaiki di sumbernya, atau tambahkan ke "
        "pengaturan tiket.kanal."
    )
    _, _, line = groups[-2].splitlines()
    assert line.startswith(f"tiket,{tickets['ticket_id'][place]},Kanal,Faks,ISILAH,")
    assert line.endswith(f",analis,{datetime.now(ZoneInfo('Asia/Jakarta')).date()}")
    assert groups[-1] == f"Laporan mutu: {project.out / FEBRUARI / 'mutu.html'}"
    assert not (project.data / "processed" / FEBRUARI).exists()
    assert "“Faks” tidak dikenal; tetap dihitung" in quality(project)


def test_a_side_source_that_is_not_fit_is_withheld_and_stops_nobody(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in UNDATED:
        shutil.copyfile(raw(project, name, "2024-01"), raw(project, name))
    # What only a look at both months shows, and what can't be read at all.
    raw(project, "situs-halaman.csv").unlink()
    raw(project, "publikasi.xlsx").write_bytes(b"bukan buku kerja")
    assert check(project) == 0
    printed = capsys.readouterr()
    assert "menahan [bukan berkas bulan lalu] Isinya sama persis dengan 2024-01/" in printed.out
    assert "publikasi.xlsx\n  menahan [berkas terbaca] publikasi.xlsx" in printed.out
    assert "0 temuan menghentikan" in printed.out
    assert "Angkanya ditahan: " in printed.out
    assert "menahan sumbernya" in quality(project)
    assert check(project, "check", "--tegas") == 1
    strict = capsys.readouterr().err
    assert check(project, "render", "--tegas") == 1
    assert capsys.readouterr().err.partition("\n")[2] in strict
    assert "menahan [berkas terbaca] publikasi.xlsx" in strict

    monkeypatch.setenv("LAPORAN_DATA", str(project.data))
    for group in GROUPS:
        for month in ("2024-01", FEBRUARI):
            bersihkan(month, group, project).simpan()
    siapkan(FEBRUARI)
    lap = buka(FEBRUARI)
    assert "publikasi" in lap.bersih.ditahan
    assert len(lap.bersih.ditahan) > 1
    assert not set(lap.bersih.ditahan) & set(lap.tables)
    assert lap.angka("tiket.jumlah") is not None
    assert lap.angka("publikasi.jumlah") is None
    said = sentence_publikasi(lap).text
    assert "ditahan, karena angkanya akan keliru" in said
    assert "bernama buku kerja" in said
    missing = sentence_belum_diserahkan(lap).text
    assert all(SOURCES[name].label in missing for name in lap.bersih.ditahan)
    assert missing.count("yang ditahan") == len(lap.bersih.ditahan)
    with pytest.raises(LaporanError, match="ditahan"):
        lap.tabel("publikasi")


def test_what_is_wrong_with_tickets_stops_a_check_and_a_render_alike(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw(project, "catatan.md").write_text("# Keluhan\n\nAda {tiket.jumlahh} tiket.\n", "utf-8")
    assert check(project) == 1
    told = capsys.readouterr().err.strip().partition("\n")[2]
    assert told.startswith("Laporan Februari 2024 tidak disusun; 1 temuan menghentikannya.")
    assert "Laporan tidak disusun sampai yang menghentikan diperbaiki." in quality(project)
    monkeypatch.setenv("LAPORAN_DATA", str(project.data))
    for group in GROUPS:
        for month in ("2024-01", FEBRUARI):
            bersihkan(month, group, project).simpan()
    with pytest.raises(LaporanError) as caught:
        siapkan(FEBRUARI)
    assert str(caught.value) == told
    assert not (project.processed(Bulan(2024, 2)) / "ukuran.csv").exists()
    assert check(project, "render") == 1
    assert capsys.readouterr().err.endswith(f"\n{told}\n")
    assert not list((project.out / FEBRUARI).glob("laporan.*"))


def test_a_source_that_cannot_be_read_does_not_hide_the_others(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    raw(project, "publikasi.xlsx").write_bytes(b"bukan buku kerja")
    tickets = raw(project, "tiket-1.csv")
    tickets.write_text(tickets.read_text("utf-8").replace("Kanal", "Saluran"), "utf-8")
    assert check(project) == 1
    printed = capsys.readouterr()
    told = printed.err
    assert "1 temuan menghentikannya" in told
    assert "publikasi.xlsx\n  menahan [berkas terbaca] publikasi.xlsx" in printed.out
    assert "tiket-1.csv\n  menghentikan [berkas terbaca] tiket-1.csv: kolom wajib tidak" in told
    assert "Saluran" in told
    assert "Traceback" not in told
    assert "publikasi.xlsx bernama buku kerja" in quality(project)


def test_an_unknown_figure_in_the_notes_blocks(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    raw(project, "catatan.md").write_text("# Keluhan\n\nAda {tiket.jumlahh} tiket.\n", "utf-8")
    assert check(project) == 1
    told = capsys.readouterr().err
    assert "catatan.md\n  menghentikan [isi catatan] " in told
    assert "tiket.jumlahh" in told


def test_a_base_month_that_is_not_fit_is_told_under_its_folder(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    raw(project, "situs-halaman.csv", "2024-01").write_text("rusak\n", "utf-8")
    assert check(project) == 0
    assert "2024-01/situs-halaman.csv\n  menahan [berkas terbaca] " in capsys.readouterr().out


def test_a_broken_history_blocks(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.data / "raw" / "riwayat.csv").write_text("bulan,nilai\n2023-12,5\n", "utf-8")
    assert check(project) == 1
    assert "riwayat.csv\n  menghentikan [angka terhitung] riwayat.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "left_out"),
    [
        (
            "import laporan.cli, laporan.render.pipeline",
            {"matplotlib", "seaborn", "scipy", "great_tables", "pointblank", "IPython"},
        ),
        ("from laporan import buka; import laporan.sections", {"seaborn", "scipy", "pointblank"}),
    ],
)
def test_what_draws_and_what_checks_is_loaded_where_it_is_done(
    code: str, left_out: set[str]
) -> None:
    told = f"{code}; import sys; print(*({left_out} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_files_of_no_source_and_repeated_months_are_told_in_a_range(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    raw(project, "webnar.xlsx").write_bytes(b"")
    folders = ["--data", str(project.data), "--out", str(project.out)]
    assert run(["check", "2024-01..2024-02", *folders]) == 0
    printed = capsys.readouterr().out
    assert "Januari 2024: " in printed
    assert "webnar.xlsx\n  peringatan [berkas dikenal] Nama berkas ini tidak dikenal" in printed


def test_what_lies_there_up_to_date_is_checked_as_it_is_and_else_cleaned(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    month = Bulan.parse(FEBRUARI)
    for each, group in product(("2024-01", FEBRUARI), GROUPS):
        bersihkan(each, group, project).simpan()
    anew = checking.examine(project, month)

    def refuse(*_: object) -> None:
        raise AssertionError("dibersihkan lagi")

    with monkeypatch.context() as patch:
        patch.setattr(checking, "clean_month", refuse)
        kept = checking.examine(project, month, again=False)
    assert kept.temuan == anew.temuan
    assert kept.pemeriksaan == anew.pemeriksaan
    assert list(kept.tables) == list(anew.tables)
    for name, table in kept.tables.items():
        pd.testing.assert_frame_equal(table, anew.tables[name])

    tickets = raw(project, "tiket-1.csv")
    # The very last rows may be no tickets of the month.
    lines = tickets.read_text("utf-8").splitlines(keepends=True)
    tickets.write_text("".join(lines[:-10]), "utf-8")
    fewer = checking.examine(project, month, again=False)
    assert len(fewer.tables["tiket"]) < len(kept.tables["tiket"])
