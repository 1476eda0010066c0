"""The published month as a whole: what is refused, and what a browser makes of the site."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from bahan import JULI, figures, tree, write_output
from proyek import ROOT

from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.temuan import Temuan
from laporan.measure.angka import Angka
from laporan.prove.said.said import Said, Unproven
from laporan.publish import gate, publishing, verify
from laporan.publish.again import Again, Held
from laporan.render.checking import examine


@pytest.fixture
def project(juli: Path, lagi: Again, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The published month, rendered, with its exports."""
    shutil.copytree(juli.parents[1] / "data", tmp_path / "data")
    shutil.copytree(juli, tmp_path / "_output" / "2023-07")
    monkeypatch.setattr(publishing, "make_again", lambda *_: lagi)
    monkeypatch.setattr(verify, "make_again", lambda *_: lagi)
    return Project(data=tmp_path / "data", out=tmp_path / "_output")


def publish(project: Project, *options: str) -> int:
    folders = ["--data", str(project.data), "--out", str(project.out)]
    site = ["--situs", str(project.out.parent / "_situs")]
    return run(["publish", "2023-07", *folders, *site, *options])


def test_a_month_is_published_and_verified(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    site = project.out.parent / "_situs"
    assert publish(project) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "Laporan Juli 2023 versi 1 terbit.",
        str(site / "index.html"),
    ]
    before = tree(site)
    assert publish(project) == 0
    assert "situs tidak berubah" in capsys.readouterr().out
    assert tree(site) == before
    assert run(["verify", str(site), "--data", str(project.data)]) == 0
    told = capsys.readouterr().out
    assert "cocok" in told and "dibuat ulang dari ekspor mentahnya oleh pandoc (3.9)" in told


def _change_output(project: Project) -> None:
    path = project.out / "2023-07" / "ukuran.csv"
    path.write_text(path.read_text("utf-8").replace(",1707,", ",1708,"), "utf-8")


def _drop_pdf(project: Project) -> None:
    (project.out / "2023-07" / "laporan.pdf").unlink()


def _change_raw(project: Project) -> None:
    path = project.data / "raw" / "2023-07" / "catatan.md"
    path.write_text(path.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")


def _drop_raw(project: Project) -> None:
    shutil.rmtree(project.data / "raw" / "2023-07")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (_change_output, "ukuran.csv bukan berkas yang dibuat bersama jejak.json"),
        (_drop_pdf, "laporan.pdf tidak ada"),
        (_change_raw, "masukan raw/2023-07/catatan.md berubah"),
        (_drop_raw, "sebab folder"),
    ],
)
def test_what_is_not_fit_is_refused(
    project: Project,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Project], None],
    told: str,
) -> None:
    damage(project)
    assert publish(project) == 1
    message = capsys.readouterr().err
    assert told in message
    assert "Traceback" not in message
    assert not (project.out.parent / "_situs").exists()


FINDING = Temuan("kolom lengkap", "kolom Kanal tidak ada", menghentikan=True, berkas="tiket.csv")
WARNING = Temuan("nilai dikenal", "Telegram tidak dikenal", berkas="tiket.csv")
CLAIM = Unproven(9, "bagian Tiket", "Ada 1.708 tiket.", "1.708", "", "tidak membawa kunci")


@pytest.mark.parametrize(
    ("findings", "claims", "told"),
    [
        ((WARNING, FINDING), (), ["pemeriksaan datanya gagal", "kolom Kanal tidak ada"]),
        (
            (),
            (CLAIM,) * 12,
            ["ada yang tidak terbukti", "sel ke-9, bagian Tiket: “1.708”", "… dan 2 lagi"],
        ),
        ((FINDING,), (CLAIM,), ["pemeriksaan datanya gagal"]),
    ],
)
def test_checks_and_audit_are_asked_and_listened_to(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    findings: tuple[Temuan, ...], claims: tuple[Unproven, ...], told: list[str],
) -> None:  # fmt: skip
    """They are tested at their own places; the month that passes them has asked the real ones."""
    monkeypatch.setattr(gate, "examine", lambda *_: SimpleNamespace(temuan=findings))
    held = Held([], 6, True, "pandoc", said=Said(900, 0, claims))
    monkeypatch.setattr(publishing, "hold", lambda *_: held)
    assert publish(project) == 1
    message = capsys.readouterr().err
    assert all(text in message for text in told)
    assert "Telegram" not in message
    assert message.count("“1.708”") in (0, 10)
    assert not (project.out.parent / "_situs").exists()


@pytest.fixture
def fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Months pass what is not asked about personal data."""
    monkeypatch.setattr(gate, "verify_issue", lambda *_: SimpleNamespace(wrong=(), unchecked=()))
    monkeypatch.setattr(gate, "violated_identities", lambda *_: ())
    monkeypatch.setattr(gate, "examine", lambda *_: SimpleNamespace(temuan=()))
    monkeypatch.setattr(publishing, "hold", lambda *_: Held((), 6, True, "pandoc"))
    monkeypatch.setattr(publishing, "make_again", lambda *_: None)


@pytest.mark.usefixtures("fit")
def test_personal_data_is_not_published(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    cleaned = project.data / "processed" / "2023-07" / "bersih-tiket.json"
    cleaned.write_text(json.dumps({"agen": "Pengguna Contoh 0334"}), "utf-8")
    assert publish(project) == 1
    message = capsys.readouterr().err
    assert "ada data pribadi di luar data/raw/" in message
    assert "2023-07/bersih-tiket.json, isi: memuat isi kolom 'person_name' dari" in message
    assert not (project.out.parent / "_situs").exists()


@pytest.mark.usefixtures("fit")
def test_a_month_whose_engine_is_not_here_says_so_on_its_page(
    exports: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "hold", lambda *_: Held((), 6, False, "pandoc"))
    site = exports.out.parent / "_situs"
    small_project(exports, JULI, 1707)
    assert publish(exports) == 1
    assert "terbitkan dengan --tanpa-bukti-bita" in capsys.readouterr().err
    assert not site.exists()
    assert publish(exports, "--tanpa-bukti-bita") == 0
    index = json.loads((site / "indeks.json").read_text("utf-8"))
    assert index["terbitan"][0]["versi"][0]["tanpa_bukti_bita"] is True
    page = (site / "2023-07" / "v1" / "index.html").read_text("utf-8")
    assert "Tanpa bukti bita. " in page
    assert "disusun oleh pandoc (pandoc 3.9), yang tidak ada di mesin" in page


def small_project(project: Project, bulan: Bulan, tiket: float, *more: Angka) -> Project:
    """The month with finished files that are as good as empty."""
    shutil.rmtree(project.output(bulan), ignore_errors=True)
    shutil.rmtree(project.data / "processed", ignore_errors=True)
    write_output(project.output(bulan), bulan, figures(bulan, tiket, *more))
    return project


@pytest.fixture
def exports(tmp_path: Path) -> Project:
    """A month of two exports."""
    raw = tmp_path / "data" / "raw" / "2023-07"
    raw.mkdir(parents=True)
    for name in ("tiket-1.csv", "ppid.xlsx"):
        shutil.copyfile(ROOT / "data" / "raw" / "2023-07" / name, raw / name)
    return Project(data=tmp_path / "data", out=tmp_path / "_output")


@pytest.mark.usefixtures("fit")
def test_what_is_withheld_is_published_unless_an_office_is_strict(
    exports: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Strict by the setting or by the option; either is asked of the real checks."""
    monkeypatch.setattr(gate, "examine", examine)
    raw = exports.data / "raw" / "2023-07"
    for path in (ROOT / "data" / "raw" / "2023-07").glob("tiket-*.csv"):
        shutil.copyfile(path, raw / path.name)
    book = openpyxl.Workbook()
    book.active.append(["Tanggal", "Pemohon", "Hasil"])
    book.save(raw / "ppid.xlsx")
    settings, site = exports.data / "pengaturan.toml", exports.out.parent / "_situs"
    small_project(exports, JULI, 1707)
    assert publish(exports, "--tegas") == 1
    assert "menahan [berkas terbaca] ppid.xlsx" in capsys.readouterr().err
    settings.write_text("[penerbitan]\ntegas = true\n", "utf-8")
    assert publish(exports) == 1
    message = capsys.readouterr().err
    assert "pemeriksaan datanya gagal" in message
    assert "ppid.xlsx" in message
    assert not site.exists()
    settings.unlink()
    assert publish(exports) == 0


@pytest.mark.usefixtures("fit")
def test_a_reason_that_tells_of_a_person_is_not_printed(
    exports: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    site = exports.out.parent / "_situs"
    assert publish(small_project(exports, JULI, 1707)) == 0
    before = tree(site)
    small_project(exports, JULI, 1708)
    for alasan, kinds in (
        ("Salah ketik 0334, Pengguna Contoh.", "isi kolom 'person_name' ekspor mentah"),
        ("Tanya heri [at] gmail [dot] com.", "yang berbentuk alamat email"),
        ("Hubungi 0812 9999 1111.", "yang berbentuk nomor telepon"),
        ("NIK 3204015708900001 terlewat.", "yang berbentuk NIK"),
    ):
        assert publish(exports, "--alasan", alasan) == 1
        message = capsys.readouterr().err
        assert f"Alasan ralat memuat data pribadi: {kinds}." in message
        assert not any(word in message for word in ("0334", "heri", "9999", "3204"))
        assert tree(site) == before
    assert publish(exports, "--alasan", "Tiga tiket terlewat; lihat layanan 0811-150420-7.") == 0


@pytest.mark.usefixtures("fit")
def test_the_sites_own_pages_are_looked_at_before_they_stand(
    exports: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a correction names comes from two versions, and stands in pages alone."""
    site = exports.out.parent / "_situs"
    person = Angka("2023-07", "tiket.topik", "topik", "Pengguna Contoh 0334", 3, "tiket")
    monkeypatch.setattr(gate, "check_privacy", lambda *_: SimpleNamespace(leaks=()))
    assert publish(small_project(exports, JULI, 1707)) == 0
    before = tree(site)
    small_project(exports, JULI, 1708, person)
    assert publish(exports, "--alasan", "Satu topik terlewat.") == 1
    message = capsys.readouterr().err
    assert "2023-07/v2/ralat.csv, isi: memuat isi kolom 'person_name'" in message
    assert "2023-07/v2/index.html, teks: memuat isi kolom 'person_name'" in message
    assert "0334" not in message
    assert tree(site) == before


@pytest.mark.parametrize(
    ("options", "told"), [(["--alasan", " "], "--alasan kosong"), (["--alasan"], "--alasan")]
)
def test_a_wrong_call_is_told(
    project: Project, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert publish(project, *options) == 2
    assert told in capsys.readouterr().err
