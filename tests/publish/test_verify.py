"""An issue is checked against its digests and its inputs, wherever it lies."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from bahan import JULI, describe, figures, write_output

from laporan.cli import run
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.publish import verify as verify_module
from laporan.publish.again import Again
from laporan.publish.verify import verify, verify_issue
from laporan.render.jejak import code_version

RAW = {
    "tiket-1.csv": b"ticket_id\n1\n",
    "tiket-2.csv": b"ticket_id\n2\n",
    "catatan.md": b"# Evaluasi\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Raw exports that an issue was made from."""
    folder = tmp_path / "data" / "raw" / "2023-07"
    folder.mkdir(parents=True)
    for name, content in RAW.items():
        (folder / name).write_bytes(content)
    (tmp_path / "data" / "pengaturan.toml").write_bytes(b"[tiket]\npemda_tercetak = 7\n")
    return Project(data=tmp_path / "data", out=tmp_path / "_output")


@pytest.fixture
def issue(project: Project) -> Path:
    inputs = [describe(f"raw/2023-07/{name}", content) for name, content in RAW.items()]
    inputs.append(describe("pengaturan.toml", b'{"": {"tiket": {"pemda_tercetak": 7}}}'))
    return write_output(project.output(JULI), JULI, figures(JULI, 1707), inputs)


def test_an_issue_matches_its_files_and_inputs(issue: Path, project: Project) -> None:
    result = verify_issue(issue, project)
    assert (result.matched, result.wrong, result.unchecked) == (5 + 4, (), ())
    assert "cocok; 9 berkas sesuai sidiknya" in str(result)


@pytest.mark.parametrize("name", ["laporan.html", "laporan.pdf", "slide.html", "ukuran.csv"])
def test_a_changed_output_is_found(issue: Path, project: Project, name: str) -> None:
    (issue / name).write_bytes((issue / name).read_bytes() + b" ")
    assert verify_issue(issue, project).wrong == (f"{name} berubah sejak dibuat",)
    (issue / name).unlink()
    assert verify_issue(issue, project).wrong == (f"{name} tidak ada",)


def test_a_changed_input_is_found(issue: Path, project: Project) -> None:
    raw = project.raw(JULI)
    (raw / "tiket-1.csv").write_bytes(b"ticket_id\n3\n")
    (raw / "tiket-2.csv").unlink()
    (raw / "tiket-3.csv").write_bytes(b"ticket_id\n4\n")
    (project.data / "raw" / "2023-06").mkdir()
    (project.data / "raw" / "2023-06" / "tiket.csv").write_bytes(b"ticket_id\n5\n")
    project.settings_file.unlink()
    result = verify_issue(issue, project)
    assert set(result.wrong) == {
        "masukan raw/2023-07/tiket-1.csv berubah",
        "masukan raw/2023-07/tiket-2.csv tidak ada lagi",
        "masukan raw/2023-07/tiket-3.csv tidak dipakai terbitan ini",
        "masukan raw/2023-06/tiket.csv tidak dipakai terbitan ini",
        "masukan pengaturan.toml tidak ada lagi",
    }
    assert result.matched == 6


def test_settings_that_begin_later_leave_an_earlier_issue_as_it_is(
    issue: Path, project: Project
) -> None:
    later = '[[tiket]]\n# lain\npemda_tercetak=7\n[[tiket]]\nsejak = "{}"\npemda_tercetak = 8\n'
    project.settings_file.write_text(later.format("2023-08"))
    assert verify_issue(issue, project).wrong == ()
    project.settings_file.write_text(later.format("2023-07"))
    assert verify_issue(issue, project).wrong == ("masukan pengaturan.toml berubah",)


def test_without_raw_exports_the_files_alone_are_checked(issue: Path, tmp_path: Path) -> None:
    result = verify_issue(issue, Project(data=tmp_path / "tiada", out=tmp_path))
    assert (result.matched, result.wrong) == (5, ())
    assert result.unchecked[0].startswith("4 masukan, sebab folder ")


ENGINE = {"nama": "pandoc", "versi": {"pandoc": "3.9"}}


def as_made_here(issue: Path, monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Let an issue's provenance say that it was made by this code, on this machine."""
    trace = json.loads((issue / "jejak.json").read_text("utf-8"))
    here = {"laporan": code_version(), "pustaka": {"pandas": "3.0"}, "penyusun": ENGINE}
    (issue / "jejak.json").write_text(json.dumps({**trace, **here, **changes}), "utf-8")
    monkeypatch.setattr(verify_module, "libraries", lambda: {"pandas": "3.0"})
    monkeypatch.setattr(verify_module, "is_installed", lambda name, _: name == "pandoc")


def refuse(*_: object) -> Again:
    raise AssertionError("made again")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"laporan": {"versi": "1", "commit": None, "sha256": "0"}}, "dengan kode yang lain"),
        ({"pustaka": {"pandas": "2.0"}}, "dengan pustaka yang lain: pandas 2.0"),
        ({"pustaka": {}}, "dengan pustaka yang lain: pandas (tidak ada)"),
        (
            {"penyusun": {"nama": "quarto", "versi": {"quarto": "1.11"}}},
            "penyusunnya, quarto (quarto 1.11), tidak ada di sini",
        ),
    ],
)
def test_what_cannot_be_made_again_is_told_with_its_reason(
    issue: Path, project: Project, monkeypatch: pytest.MonkeyPatch,
    changes: dict[str, Any], reason: str,
) -> None:  # fmt: skip
    as_made_here(issue, monkeypatch, **changes)
    (result,) = verify(issue, project, refuse)
    (remark,) = result.remarks
    assert remark.startswith("tidak dibuat ulang: ")
    assert reason in remark
    assert result.wrong == ()


def test_other_exports_are_no_ground_to_make_it_again(
    issue: Path, project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    as_made_here(issue, monkeypatch)
    (result,) = verify(issue, Project(data=tmp_path / "tiada", out=tmp_path), refuse)
    assert result.remarks == ("tidak dibuat ulang: ekspor mentahnya tidak ada di sini",)
    (project.raw(JULI) / "tiket-1.csv").write_bytes(b"lain")
    (result,) = verify(issue, project, refuse)
    assert result.remarks == ("tidak dibuat ulang: berkas atau masukannya tidak cocok lagi",)


def test_an_issue_is_made_again_and_held_against_that(
    issue: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_made_here(issue, monkeypatch)
    files = {path.name: path.read_bytes() for path in issue.iterdir()}
    (result,) = verify(issue, project, lambda *_: Again(files, "pandoc (3.9)"))
    assert result.wrong == ()
    assert result.remarks == ("dibuat ulang dari ekspor mentahnya oleh pandoc (3.9)",)
    other = {**files, "mutu.html": b"<!DOCTYPE html><title>Mutu lain</title>"}
    (result,) = verify(
        issue, project, lambda *_: Again(other, "pandoc (3.9)", unstable=lambda: ["sel ke-3"])
    )
    place, cell = result.wrong
    assert place.startswith("mutu.html, kepala berkas, judul dokumen: tertulis 'Mutu', seharusnya")
    assert cell == "sel ke-3"


def test_the_command_ends_with_its_finding(
    issue: Path, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["verify", str(issue), "--data", str(project.data)]
    assert run(call) == 0
    assert "Juli 2023" in capsys.readouterr().out
    (issue / "ukuran.csv").write_text("lain")
    assert run(call) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "1 hal TIDAK COCOK" in printed.err
    assert "salah: ukuran.csv berubah sejak dibuat" in printed.err


@pytest.mark.parametrize("folder", ["tiada", "."])
def test_a_folder_without_an_issue_is_told(tmp_path: Path, folder: str, project: Project) -> None:
    with pytest.raises(LaporanError, match=r"bukan terbitan: jejak\.json tidak ada"):
        verify(tmp_path / folder, project)


def damage(**changes: Any) -> bytes:
    sound = {
        "bulan": "2023-07", "bulan_dipakai": ["2023-07"], "contoh": True,
        "waktu": "2023-08-01T08:00:00+07:00",
        "laporan": {"versi": "1", "commit": None, "sha256": ""},
        "penyusun": {"nama": "x", "versi": {}}, "masukan": [], "keluaran": [],
    }  # fmt: skip
    return json.dumps({**sound, **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        damage(bulan="2023-13"),
        damage(waktu="kemarin"),
        damage(masukan=[{"berkas": "x"}]),
        damage(masukan="semua"),
        damage(penyusun=None),
        # What would lead out of the folder.
        damage(keluaran=[{"berkas": "../../rahasia", "bita": 1, "sha256": ""}]),
        damage(masukan=[{"berkas": "/etc/passwd", "bita": 1, "sha256": ""}]),
        damage(masukan=[{"berkas": "a\x1b[2J", "bita": 1, "sha256": ""}]),
    ],
)
def test_a_damaged_trace_is_refused(issue: Path, project: Project, content: bytes) -> None:
    (issue / "jejak.json").write_bytes(content)
    with pytest.raises(LaporanError, match="tidak dapat dibaca sebagai jejak laporan"):
        verify(issue, project)


def test_damaged_sums_are_refused(site: Path, project: Project) -> None:
    (site / "2023-07" / "v2" / "SHA256SUMS").write_text("\x1b[2J laporan.html\n")
    with pytest.raises(LaporanError, match=r"SHA256SUMS baris 1 bukan sidik berkas: '\\x1b"):
        verify(site / "2023-07" / "v2", project)


def test_a_site_is_checked_with_all_its_issues(site: Path, tmp_path: Path) -> None:
    elsewhere = Project(data=tmp_path / "tiada", out=tmp_path)
    shutil.copytree(site, tmp_path / "tongkat")
    results = verify(tmp_path / "tongkat", elsewhere)
    assert len(results) == 4
    assert not [result for result in results if result.wrong]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2023-06/v1/laporan.pdf", "2023-06/v1/laporan.pdf tidak ada"),
        ("2023-06/v1/SHA256SUMS", "2023-06/v1/SHA256SUMS tidak ada"),
        ("2023-07/index.html", "2023-07/index.html tidak ada"),
        ("umpan.xml", "umpan.xml tidak ada"),
    ],
)
def test_what_is_missing_from_a_site_is_found(
    site: Path, project: Project, name: str, found: str
) -> None:
    (site / name).unlink()
    assert found in verify(site, project)[0].wrong


@pytest.mark.parametrize("name", ["2023-06/v1", "2023-07/v1"])
def test_a_version_that_is_gone_is_named(
    site: Path, project: Project, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    shutil.rmtree(site / name)
    assert run(["verify", str(site), "--data", str(project.data)]) == 1
    message = capsys.readouterr().err
    assert f"salah: {name} tidak ada: " in message
    assert message.count(name) == 1
    assert "--" not in message
    (site / "2023-07" / "v2" / "ukuran.csv").unlink()
    assert "2023-07/v2/ukuran.csv tidak ada" in verify(site, project)[0].wrong


def test_an_input_that_is_a_link_to_itself_is_told(issue: Path, project: Project) -> None:
    path = project.raw(JULI) / "tiket-1.csv"
    path.unlink()
    path.symlink_to(path.name)
    with pytest.raises(LaporanError, match=r"tiket-1\.csv .* menunjuk kembali ke dirinya sendiri"):
        verify(issue, project)


def test_digests_that_were_changed_with_their_file_are_found(site: Path, project: Project) -> None:
    folder = site / "2023-06" / "v1"
    (folder / "mutu.html").write_bytes(b"lain")
    sums = (folder / "SHA256SUMS").read_text()
    lines = [line for line in sums.splitlines() if "mutu.html" not in line]
    lines.append(f"{describe('mutu.html', b'lain')['sha256']}  mutu.html")
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n")
    assert verify_issue(folder, project).wrong == (
        "SHA256SUMS dan jejak.json berselisih tentang mutu.html",
    )
    assert len(verify(site, project)[0].wrong) == 2


def test_an_issue_that_no_index_names_is_found(site: Path, project: Project) -> None:
    shutil.copytree(site / "2023-07" / "v2", site / "2023-07" / "v3")
    assert verify(site, project)[0].wrong == ("2023-07/v3 tidak tercatat di indeks.json",)
