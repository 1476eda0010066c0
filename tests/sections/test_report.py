import os
import shutil
from dataclasses import replace

import pandas as pd
import pytest
from proyek import ROOT

from laporan.check import prepared
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.project import Project
from laporan.render import prepare
from laporan.render.prepare import siapkan
from laporan.sections.report import buka
from laporan.store import stamp
from laporan.store.freshness import needed_months
from laporan.store.group import bersihkan

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)


@pytest.fixture(scope="module")
def data(juli, tmp_path_factory):
    """The sample months, cleaned and prepared."""
    folder = tmp_path_factory.mktemp("laporan") / "data"
    shutil.copytree(juli.parents[1] / "data", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPORAN_DATA", str(folder))
        patch.setenv("LAPORAN_OUT", str(folder.parent / "_output"))
        patch.setattr(stamp, "SETTLED_SECONDS", 0)
        siapkan("2023-07")
    return folder


@pytest.fixture
def project(data, monkeypatch):
    monkeypatch.setenv("LAPORAN_DATA", str(data))
    monkeypatch.setenv("LAPORAN_OUT", str(data.parent / "_output"))


@pytest.fixture
def opened(project):
    return buka("2023-07")


def test_a_month_is_opened_with_its_figures_and_tables(opened):
    assert opened.bulan == JULI
    assert opened.angka("tiket.jumlah").nilai == 1707
    assert opened.angka("tiket.jumlah", bulan=JUNI).nilai == 1315
    assert opened.known("lapor.jumlah").text() == "742"
    assert len(opened.tables["tatap_muka"]) == 24
    assert opened.catatan.get("Topik teknis") is not None


def test_a_figure_that_must_be_there_and_is_not_is_a_defect(opened):
    assert opened.angka("tiket.jumlah", "kanal", "Merpati") is None
    with pytest.raises(KeyError, match="Merpati"):
        opened.known("tiket.jumlah", "kanal", "Merpati")


def test_opening_writes_nothing(opened, data):
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    again = buka("2023-07")
    siapkan("2023-07")
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before
    pd.testing.assert_frame_equal(again.ukuran.tabel, opened.ukuran.tabel)
    assert again.catatan == opened.catatan
    assert again.bersih.temuan == opened.bersih.temuan != ()


def test_what_was_not_touched_is_not_read_again(data, tmp_path, monkeypatch):
    own = tmp_path / "data"
    shutil.copytree(data, own)
    monkeypatch.setenv("LAPORAN_DATA", str(own))
    monkeypatch.setattr(stamp, "SETTLED_SECONDS", 0)
    siapkan("2023-07")
    project = Project.find()
    with monkeypatch.context() as without:
        without.setattr(prepared, "basis", lambda *_: "lain")
        assert buka("2023-07").bulan == JULI
        os.utime(own / "raw" / "2023-06" / "survei.xlsx")
        with pytest.raises(LaporanError, match="belum disiapkan"):
            buka("2023-07")
    # Its contents are the same: what siapkan finds out is kept.
    siapkan("2023-07")
    monkeypatch.setattr(prepared, "basis", lambda *_: "lain")
    assert prepared.is_prepared(project, JULI)


def test_what_another_made_ready_meanwhile_is_let_be(data, tmp_path, monkeypatch):
    # A preview and a render may start from one change: neither takes from the other what it opens.
    own = tmp_path / "data"
    shutil.copytree(data, own)
    monkeypatch.setenv("LAPORAN_DATA", str(own))
    (own / "processed" / "2023-07" / prepared.RECORD).unlink()
    check, write, written = prepare.check_month, prepare.write_prepared, []

    def check_while_another_does(*given):
        monkeypatch.setattr(prepare, "check_month", check)
        siapkan("2023-07")
        return check(*given)

    monkeypatch.setattr(prepare, "check_month", check_while_another_does)
    monkeypatch.setattr(prepare, "write_prepared", lambda *given: written.append(write(*given)))
    siapkan("2023-07")
    assert len(written) == 1
    assert buka("2023-07").bulan == JULI


def test_what_was_touched_just_now_is_read(opened):
    project = Project.find()
    assert prepared.outside(project, JULI) != ""
    (project.raw(JULI) / "catatan.md").touch()
    assert prepared.outside(project, JULI) == ""


def test_analysts_work_on_copies_of_the_tables(opened):
    tiket = opened.tabel("tiket")
    tiket["kanal"] = "lain"
    assert opened.tables["tiket"]["kanal"].nunique() == 5
    assert len(opened.bulan_lalu.tabel("tiket")) == 1315
    with pytest.raises(CallError, match=r"'tikett' tidak dikenal\. Maksudnya tiket\?"):
        opened.tabel("tikett")
    with pytest.raises(LaporanError, match=r"\(ppid\) tidak diserahkan untuk Juli 2023"):
        replace(opened.bersih, tables={}).tabel("ppid")
    with pytest.raises(LaporanError, match="Juni 2023 tidak mempunyai ekspor mentah"):
        _ = replace(opened, bulan_lain={}).bulan_lalu


def test_tables_of_an_opened_month_are_those_that_its_figures_are_of(data, tmp_path, monkeypatch):
    own = tmp_path / "data"
    shutil.copytree(data, own)
    monkeypatch.setenv("LAPORAN_DATA", str(own))
    siapkan("2023-07")
    lap = buka("2023-07")
    (own / "raw" / "2023-07" / "survei.xlsx").unlink()
    bersihkan("2023-07", "bersih-survei").simpan()
    with pytest.raises(LaporanError, match="dibersihkan lagi sejak bulan itu dibuka"):
        lap.tabel("survei")


CHANGES = {
    "tiket": ("raw/2023-07/tiket-1.csv", b"\n"),
    "bulan sebelumnya": ("raw/2023-06/survei.xlsx", b" "),
    "catatan": ("raw/2023-07/catatan.md", b"\nLagi.\n"),
    "riwayat": ("raw/riwayat.csv", b"\n"),
    "pengaturan": ("pengaturan.toml", b"[situs]\nhalaman_tercetak = 3\n"),
    "berkas tak dikenal": ("raw/2023-07/lain.txt", b"x"),
    "terbitan bulan sebelumnya": ("../_output/2023-06/ukuran.csv", b"x"),
}


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("change", CHANGES)
def test_a_month_whose_inputs_changed_is_not_opened(data, change):
    name, more = CHANGES[change]
    path = data / name
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((before or b"") + more)
    with pytest.raises(LaporanError, match=r'Jalankan siapkan\("2023-07"\)'):
        buka("2023-07")
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)
    assert buka("2023-07").angka("tiket.jumlah").nilai == 1707


def test_changed_code_makes_a_month_be_prepared_again(opened, monkeypatch):
    monkeypatch.setattr(prepared, "outside", lambda *_: "lain")
    monkeypatch.setattr(prepared, "library_versions", lambda _: {"pandas": "99"})
    with pytest.raises(LaporanError, match="belum disiapkan"):
        buka("2023-07")


def test_months_that_rest_on_synthetic_data_are_told(opened):
    assert {JUNI, JULI} <= set(opened.contoh)
    published = opened.riwayat[opened.riwayat["sumber"].eq("terbit")]
    assert "2022-07" in set(published["bulan"])


def test_a_month_looks_back_to_january_of_the_year_before_where_months_are_there(tmp_path):
    project = Project.find(data=tmp_path)
    for name in ("2022-12", "2023-12", "2023-01", "2024-01", "2024-02", "2024-03", "2023-02", "x"):
        (tmp_path / "raw" / name).mkdir(parents=True)
    months = needed_months(project, Bulan(2024, 1))
    assert [str(month) for month in months] == ["2023-01", "2023-02", "2023-12", "2024-01"]
    assert Bulan(2022, 12) in needed_months(project, Bulan(2023, 12))


@pytest.mark.parametrize("opening", [siapkan, buka])
@pytest.mark.parametrize("text", ["juli", "2023-13", "2023-7"])
def test_what_is_no_month_is_refused(text, opening):
    with pytest.raises(CallError, match="misalnya 2023-07"):
        opening(text)


def test_a_month_without_a_folder_is_refused_with_those_that_are_there(data, monkeypatch):
    monkeypatch.setenv("LAPORAN_DATA", str(data))
    with pytest.raises(LaporanError, match="Bulan yang ada: 2023-06 dan 2023-07") as caught:
        siapkan("2023-05")
    assert "Mei 2023" in str(caught.value)
    assert not (data / "processed" / "2023-05").exists()


def test_a_stale_month_is_cleaned_first(tmp_path, monkeypatch):
    raw = tmp_path / "raw" / "2023-06"
    raw.mkdir(parents=True)
    for file in (ROOT / "data" / "raw" / "2023-06").glob("tiket*.csv"):
        shutil.copy(file, raw)
    monkeypatch.setenv("LAPORAN_DATA", str(tmp_path))
    siapkan("2023-06")
    lap = buka("2023-06")
    assert lap.angka("tiket.jumlah").nilai == 1315
    assert list(lap.tables) == ["tiket"]
    assert lap.contoh == ()


def test_the_reason_why_cleaning_failed_is_passed_on(tmp_path, monkeypatch):
    raw = tmp_path / "raw" / "2023-06"
    raw.mkdir(parents=True)
    (raw / "tiket.csv").write_text("ticket_id,status\n1,open\n", "utf-8")
    monkeypatch.setenv("LAPORAN_DATA", str(tmp_path))
    with pytest.raises(LaporanError, match=r"tiket\.csv.*date_created") as caught:
        siapkan("2023-06")
    assert "Traceback" not in str(caught.value)


@pytest.mark.parametrize("opening", [siapkan, buka])
def test_a_parameter_left_out_or_misspelt_is_told_apart_from_a_wrong_month(opening):
    with pytest.raises(CallError, match="belum diisi, atau namanya salah tulis"):
        opening("")
    with pytest.raises(CallError, match=r"'2023-13' tidak dikenal"):
        opening("2023-13")


@pytest.mark.parametrize("opening", [siapkan, buka])
def test_quarto_on_the_notebook_itself_is_refused(monkeypatch, opening):
    monkeypatch.setenv("QUARTO_DOCUMENT_PATH", "/proyek/notebooks")
    with pytest.raises(CallError, match="quarto render -P"):
        opening("2023-07")
