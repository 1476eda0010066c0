import json
import shutil
from pathlib import Path

import openpyxl
import pandas as pd
import papermill
import pytest
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.project import Project
from laporan.read.folder import find_files
from laporan.read.sources import SOURCES
from laporan.store.freshness import GROUPS, stale_groups
from laporan.store.group import bersihkan, clean_group, clean_month
from laporan.store.month_data import load_month

JULI = Bulan(2023, 7)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("bersih-*.ipynb"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Copy the sample month of July."""
    project = Project(tmp_path / "data", tmp_path / "keluar")
    shutil.copytree(ROOT / "data" / "raw" / str(JULI), project.raw(JULI))
    return project


@pytest.fixture(scope="module")
def cleaned(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give the month as all of its groups clean it."""
    folder = tmp_path_factory.mktemp("bersih")
    project = Project(folder / "data", folder / "keluar")
    shutil.copytree(ROOT / "data" / "raw" / str(JULI), project.raw(JULI))
    for group in GROUPS:
        bersihkan(str(JULI), group, project).simpan()
    return project


def without(project: Project, source: str) -> None:
    for path in find_files(project.raw(JULI), SOURCES[source]):
        path.unlink()


def test_every_file_of_the_month_is_accounted_for(cleaned: Project) -> None:
    month = load_month(cleaned, JULI)
    assert list(month.tables) == [name for name, each in SOURCES.items() if not each.extra]
    assert sorted(month.berkas["berkas"]) == sorted(
        path.name for source in SOURCES.values() for path in find_files(cleaned.raw(JULI), source)
    )
    kept = month.berkas[["diambil", "ditolak", "dikecualikan"]].sum(axis=1)
    assert kept.tolist() == month.berkas["baris"].tolist()
    assert stale_groups(cleaned, JULI) == []


def test_a_month_can_be_looked_at_without_being_written(project: Project, cleaned: Project) -> None:
    looked_at = clean_month(project, JULI)
    assert not project.processed(JULI).exists()
    written = load_month(cleaned, JULI)
    pd.testing.assert_frame_equal(looked_at.berkas, written.berkas)
    assert looked_at.temuan == written.temuan
    for name, table in looked_at.tables.items():
        pd.testing.assert_frame_equal(table, written.tables[name])


def test_what_cannot_be_read_is_a_finding_among_the_others(project: Project) -> None:
    (project.raw(JULI) / "webinar.xlsx").write_bytes(b"bukan buku kerja")
    month = clean_month(project, JULI)
    [found] = [finding for finding in month.temuan if finding.menghentikan]
    assert (found.pemeriksaan, found.sumber, found.berkas) == (
        "berkas terbaca",
        "webinar",
        "webinar.xlsx",
    )
    assert str(found).startswith("webinar.xlsx ")
    assert "webinar" not in month.tables
    assert "publikasi" in month.tables


def test_a_source_not_supplied_gives_a_sentence(project: Project) -> None:
    without(project, "wa_blast")
    kelompok = bersihkan(str(JULI), "bersih-email", project)
    sentence = "WhatsApp Blast (Qontak): tidak ada berkas wa-blast*.csv untuk Juli 2023."
    for name in ("baris", "dikecualikan", "ditolak", "peringatan", "tabel"):
        assert repr(getattr(kelompok["wa_blast"], name)) == sentence
    assert repr(kelompok.simpan()) == "Tabel bersih Juli 2023 yang ditulis: email_lapor."


def test_rejected_rows_are_shown_by_place_and_reason_alone(project: Project) -> None:
    (project.raw(JULI) / "tiket-3.csv").write_text(
        (project.raw(JULI) / "tiket-1.csv").read_text("utf-8").splitlines()[0] + "\nPengguna,x\n"
    )
    with pytest.raises(LaporanError, match=r"tiket-3\.csv: judul tabel punya \d+ kolom"):
        bersihkan(str(JULI), "bersih-tiket", project)
    (project.raw(JULI) / "tiket-3.csv").write_text(
        "ticket_id,status,hidden_status,agent_name,date_created,date_first_agent_reply,"
        "date_resolved,Kanal,Topik,Pemda,Kategori Pengguna,Eskalasi\n9,resolved,,,lusa,,,,,,,\n"
    )
    ditolak = bersihkan(str(JULI), "bersih-tiket", project)["tiket"].ditolak
    assert isinstance(ditolak, pd.DataFrame)
    assert ditolak.to_dict("records") == [
        {
            "berkas": "tiket-3.csv",
            "baris": 2,
            "kolom": "date_created",
            "alasan": "waktu pembuatan tidak terbaca",
        }
    ]


def test_the_settings_of_the_project_are_used(project: Project) -> None:
    project.settings_file.write_text('[kolom_tiket]\nkanal = "Saluran"\n')
    with pytest.raises(LaporanError, match=r"kolom wajib tidak ditemukan: Saluran\."):
        clean_group(project, JULI, "bersih-tiket")


def test_a_topic_of_the_analysts_own_stays_readable_in_a_rejected_cell(project: Project) -> None:
    project.settings_file.write_text('[tiket]\ntopik_lain = ["Spam", "Hibah Abadi"]\n')
    (path,) = find_files(project.raw(JULI), SOURCES["video_conference"])
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet.append(["Hibah Abadi Sintetis"] * sheet.max_column)
    book.save(path)
    cleaned = {each.sumber: each for each in clean_group(project, JULI, "bersih-kegiatan")}
    assert "Hibah Abadi xxxxxxxx" in cleaned["video_conference"].ditolak["isi"].tolist()


def test_hours_that_begin_later_leave_an_earlier_month_as_it_is(project: Project) -> None:
    def inside(sejak: str) -> int:
        project.settings_file.write_text(f'[jam_layanan]\nsejak = "{sejak}"\nselesai = "17.00"\n')
        (tiket,) = clean_group(project, JULI, "bersih-tiket")
        return int(tiket.tabel["jam_layanan"].eq("Dalam").sum())

    assert inside("2023-08") == 1238
    assert inside("2023-07") > 1238


@pytest.mark.parametrize("bulan", ["", "juli", "2023-13"])
def test_what_is_no_month_is_refused(bulan: str) -> None:
    with pytest.raises(CallError, match="tidak dikenal"):
        bersihkan(bulan, "bersih-tiket")


def test_there_is_a_notebook_a_group() -> None:
    assert {path.stem for path in NOTEBOOKS} == set(GROUPS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_short_cells_without_outputs(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert all(len(cell["source"]) == 1 for cell in code)
    assert code[0]["source"] == ['bulan = ""']
    assert code[0]["metadata"]["tags"] == ["parameters"]
    assert code[-1]["source"] == ["kelompok.simpan()"]
    text = "".join(cell["source"][0] for cell in code)
    assert all(
        f'kelompok["{source}"].{look}' in text
        for source in GROUPS[path.stem]
        for look in ("baris", "dikecualikan", "ditolak", "peringatan", "tabel")
    )


def test_a_notebook_cleans_a_month(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in project.environment.items():
        monkeypatch.setenv(name, value)
    without(project, "advokasi")
    target = project.data / "bersih-survei.ipynb"
    source = ROOT / "notebooks" / target.name
    before = source.read_bytes()
    papermill.execute_notebook(source, target, {"bulan": str(JULI)}, progress_bar=False)
    assert "bersih-survei" not in stale_groups(project, JULI)
    assert "tidak ada berkas advokasi*.xls* untuk Juli 2023" in target.read_text("utf-8")
    assert source.read_bytes() == before
