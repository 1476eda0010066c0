"""The finished months: no personal value of their raw exports stands in them."""

import shutil
from pathlib import Path

import pytest

from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.prove.privacy import check_privacy
from laporan.prove.privacy.leaks import Finder
from laporan.prove.privacy.privacy_month import read_persons
from laporan.publish.again import Held

JULI = Bulan(2023, 7)


def project_of(finished: Path) -> Project:
    return Project(finished.parents[1] / "data", finished.parent)


def test_nothing_of_july_gets_out(juli: Path) -> None:
    privacy = check_privacy(project_of(juli), JULI)
    assert privacy.leaks == ()
    assert privacy.values > 6000
    assert privacy.files > 100
    told = privacy.report(JULI).splitlines()
    assert told[0].startswith("Juli 2023: ")
    assert "tidak satu pun ditemukan. 8 nama agen dikecualikan" in told[0]
    assert "- 2023-07/email-lapor.xlsx, kolom 'Pengirim', baris 747" in told


def test_a_month_without_its_exports_is_not_called_clean(juli: Path, tmp_path: Path) -> None:
    with pytest.raises(LaporanError, match="Folder bulan 2023-07 tidak ada"):
        check_privacy(Project(tmp_path, juli.parent), JULI)


def test_nothing_is_told_to_the_screen(juli: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_of(juli)
    folders = ["--data", str(project.data), "--out", str(project.out)]
    assert run(["check", "2023-07", *folders]) == 0
    printed = capsys.readouterr()
    settings = load_settings()
    finder = Finder(read_persons(project, [JULI], settings), settings)
    logs = [path.read_text("utf-8") for path in juli.parents[1].glob("*.log")]
    assert any("Laporan Juli 2023" in log for log in logs)
    told = "\n".join([printed.out, printed.err, *logs])
    assert list(finder.find("layar", [("layar", told)])) == []


def test_a_leak_is_an_error_of_the_audit(
    juli: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "2023-07"
    folder.mkdir()
    (folder / "mutu.html").write_text("<p>Ditolak: Pengguna Contoh 0334</p>", "utf-8")
    held = Held((), 6, True, "pandoc")
    monkeypatch.setattr("laporan.publish.again.hold_month", lambda *_: held)
    data = str(juli.parents[1] / "data")
    assert run(["audit", "2023-07", "--data", data, "--out", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert "2023-07/mutu.html, teks: memuat isi kolom 'person_name' dari 2023-0" in printed.out
    assert "0334" not in printed.out + printed.err
    assert "Jangan bagikan berkas yang disebut di atas" in printed.err


def test_what_a_cache_notes_is_nobodys_and_what_it_keeps_is_looked_at(
    juli: Path, tmp_path: Path
) -> None:
    """The times and digests of kept drawings are of no export; the drawings are."""
    home = tmp_path / "salinan"
    shutil.copytree(juli.parents[1], home)
    project = Project(home / "data", home / "_output")
    kept = project.drawings(JULI) / "laporan" / "0812345678901234567890"
    kept.mkdir(parents=True)
    (kept / "metadata.json").write_text('{"duration": 0.081234567890, "time": 81234567890.5}')
    (kept / "output.pkl").write_bytes(b"\x80\x04\x95<svg><path d='M 0812 34567890'/></svg>\x94.")
    assert check_privacy(project, JULI).leaks == ()
    (kept / "output.pkl").write_bytes(
        b"\x80\x04\x95<svg><text>Pengguna Contoh 0334, 0812-3456-7890</text></svg>\x94."
    )
    (leak, *_) = check_privacy(project, JULI).leaks
    assert "2023-07/.gambar, gambar ke-" in str(leak)
