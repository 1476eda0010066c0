"""The command line as it is called: messages, exit statuses, and a month from end to end."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from laporan.cli import run
from laporan.cli.known_reports import KnownReports
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.prove import privacy
from laporan.publish import again, publishing
from laporan.publish.again import Held
from laporan.publish.issue import read_issue
from laporan.publish.publishing import Outcome, add_issue
from laporan.render import pipeline
from laporan.render.formats import FORMATS, USUAL, parse_formats
from laporan.render.pipeline import Rendered, Request
from laporan.store.unchanged import Done
from laporan_sample import write_sample

WARNED = (
    "10 peringatan: tiket-1.csv (2), tiket-2.csv (4), email-lapor.xlsx (2), survei.xlsx (1), dan "
    "Facebook dan Instagram harian (Meta) (1)."
)
SIX = {"laporan.html", "laporan.pdf", "slide.html", "ukuran.csv", "mutu.html", "jejak.json"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small month and the one before it."""
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder / "raw", Bulan(2024, 2), tiket=60, seed=5)
    return folder


@pytest.mark.parametrize(
    ("call", "named"),
    [
        ("render 2023-13", "2023-13"),
        ("render juli", "juli"),
        ("render 2023-07..2023-01", "terbalik"),
        ("render 2023-07 --engine word", "word"),
        ("render 2023-07 --format odt", "odt"),
        ("render 2023-07 --format", "--format"),
        ("render 2023-07 --bulan x", "--bulan"),
        ("render", "BULAN"),
        ("render 2023-06 2023-07", "tidak diharapkan"),
        ("rendr 2023-07", "render"),
        ("sample 2023-07 --tiket banyak", "banyak"),
        ("sample 2023-07 --tiket 0", "--tiket"),
        ("sample 2023-07 --bulan 0", "--bulan"),
        ("sample 2023-07 --bulan tiga", "tiga"),
        ("clean", "BULAN"),
        ("check 2023", "2023"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    call: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(call.split()) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert named in printed.err
    assert len(printed.err.splitlines()) == 1
    assert not {"Error", "Usage", "Try", "option", "Invalid"} & set(printed.err.split())


@pytest.mark.parametrize(
    ("formats", "missing"),
    [
        (["html"], "laporan.html menautkan laporan.pdf dan slide.html, yang tidak ada"),
        (["html", "slide"], "laporan.html menautkan laporan.pdf, yang tidak ada"),
        (["html", "pdf", "slide", "docx"], ""),
        (["pdf"], ""),
    ],
)
def test_a_page_whose_links_lead_nowhere_is_told(
    tmp_path: Path, formats: list[str], missing: str
) -> None:
    """The page is the same whatever was asked for beside it."""
    reports = KnownReports(Project(tmp_path / "data", tmp_path), formats, "pandoc")
    made = [tmp_path / FORMATS[name].file for name in formats]
    for path in made:
        path.touch()
    told = reports.told(Done(made), "Selesai.", "")
    assert missing in told
    assert ("menautkan" in told) == bool(missing)


@pytest.mark.parametrize("call", ["--help", "render --help", "sample --help"])
def test_help_is_indonesian(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(call.split()) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Pemakaian: laporan")
    assert "Pilihan" in printed
    assert not {"Usage:", "Options:", "Show", "Commands:", "TEXT"} & set(printed.split())


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    run(["render", "--help"])
    told = " ".join(capsys.readouterr().out.split()).partition("Yang dibuat: ")[2]
    usual, _, asked = told.partition(" (bawaan: ketiganya); ")
    assert usual == ", ".join(USUAL)
    assert [*usual.split(", "), *asked.partition(".")[0].split(", ")] == list(FORMATS)
    assert parse_formats(None) == USUAL == ("html", "pdf", "slide")


def test_no_command_shows_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Perintah" in capsys.readouterr().err


def test_a_month_without_a_folder(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("render", "check", "clean"):
        assert run([command, "2024-05", "--data", str(data)]) == 1
        message = capsys.readouterr().err
        assert "2024-05" in message
        assert "2024-02" in message


def test_quarto_asked_for_and_not_there(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert run(["render", "2024-02", "--engine", "quarto", "--data", str(data)]) == 1
    assert "Quarto tidak terpasang" in capsys.readouterr().err


def test_an_output_that_cannot_be_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "berkas").write_text("")
    out = str(tmp_path / "berkas" / "hasil")
    for command in ("render", "check"):
        assert run([command, "2024-02", "--data", str(data), "--out", out]) == 1
        assert "tidak dapat ditulisi" in capsys.readouterr().err


def test_check_writes_the_quality_report_alone(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "2024-02", "--data", str(data), "--out", str(tmp_path)]) == 0
    assert [path.name for path in (tmp_path / "2024-02").iterdir()] == ["mutu.html"]
    assert "Februari 2024" in capsys.readouterr().out


def test_a_column_that_is_missing_blocks(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Only the tickets: what reads the other sources has nothing to do with it.
    for source in (data / "raw").glob("*/tiket*.csv"):
        path = tmp_path / source.relative_to(data)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, path)
    for path in (tmp_path / "raw" / "2024-02").glob("tiket*.csv"):
        path.write_text(path.read_text("utf-8-sig").replace("Kanal", "Saluran"), "utf-8")
    out = str(tmp_path / "hasil")
    for command in ("check", "render"):
        assert run([command, "2024-02", "--data", str(tmp_path), "--out", out]) == 1
        message = capsys.readouterr().err
        assert "Kanal" in message
        assert "Saluran" in message
        assert "Traceback" not in message


def test_a_month_from_exports_to_files(juli: Path) -> None:
    """The month that all tests of finished files share was made by this command line."""
    assert {path.name for path in juli.iterdir()} == SIX
    told = (juli.parents[1] / "stdout.log").read_text("utf-8").splitlines()
    assert {Path(line).name for line in told} == SIX
    shown = (juli.parents[1] / "stderr.log").read_text("utf-8").splitlines()
    assert shown[0] == "Laporan Juli 2023: memuat pustaka …"
    assert "Laporan Juli 2023: Menjalankan notebook laporan" in shown
    assert re.fullmatch(
        r"Laporan Juli 2023 selesai dalam \d+ detik: 0 dari 12 kelompok tabel bersih dipakai lagi, "
        r"\d+ gambar digambar, selebihnya dipakai lagi\.",
        shown[-3],
    )
    assert shown[-2] == WARNED + f" Selengkapnya: {juli / 'mutu.html'}."
    assert shown[-1] == f"Buka: {juli / 'laporan.html'}"
    # The kernel's own words are not the report's.
    assert all(line.startswith(("Laporan Juli 2023", "Buka: ", "10 ")) for line in shown)
    trace = json.loads((juli / "jejak.json").read_text("utf-8"))
    assert (trace["bulan"], trace["penyusun"]["nama"]) == ("2023-07", "pandoc")
    assert trace["contoh"] is True
    tickets = [item for item in trace["masukan"] if item.get("sumber") == "tiket"]
    assert {item["berkas"].split("/")[1] for item in tickets} == {"2023-06", "2023-07"}
    for item in tickets:
        assert item["baris"] == item["diambil"] + item["ditolak"] + item["dikecualikan"]
    assert {item["berkas"] for item in trace["keluaran"]} == SIX - {"jejak.json"}


def test_nothing_changed_is_nothing_done(juli: Path, tmp_path: Path) -> None:
    """What lies there is named again, and nothing is loaded that would make it."""
    home = juli.parents[1]
    out = shutil.copytree(juli.parent, tmp_path / "_output")
    folders = ["--data", str(home / "data"), "--out", str(out)]
    first = _call("check", "2023-07", *folders)
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*.*")}
    again = _call("check", "2023-07", *folders)
    assert again.stdout == first.stdout
    assert "Pemeriksaan Juli 2023 sudah mutakhir" in again.stderr
    assert {path: path.stat().st_mtime_ns for path in times} == times
    _imports_nothing_heavy(again.stderr)
    _call("clean", "2023-07", *folders[:2])
    again = _call("clean", "2023-07", *folders[:2])
    assert "Pembersihan Juli 2023 sudah mutakhir" in again.stderr
    _imports_nothing_heavy(again.stderr)


def test_a_report_that_is_there_is_named_again(juli: Path) -> None:
    home = juli.parents[1]
    folders = ["--data", str(home / "data"), "--out", str(juli.parent), "--engine", "pandoc"]
    again = _call("render", "2023-07", *folders)
    assert again.stdout == (home / "stdout.log").read_text("utf-8")
    assert "Laporan Juli 2023 sudah mutakhir" in again.stderr
    # What was found holds as long as nothing changes.
    assert WARNED in again.stderr
    _imports_nothing_heavy(again.stderr)


@pytest.fixture
def finished(juli: Path, tmp_path: Path) -> Path:
    """A copy of July: its exports, what was made of them, and the tables between."""
    home = tmp_path / "salinan"
    shutil.copytree(juli.parents[1], home)
    return home


def _verdicts(monkeypatch: pytest.MonkeyPatch) -> list[Bulan]:
    """Note each month that is made again to be held against, and spare the making."""
    held: list[Bulan] = []

    def hold(_: Project, month: Bulan) -> Held:
        held.append(month)
        return Held((), 6, True, "pandoc")

    monkeypatch.setattr(again, "hold_month", hold)
    return held


def test_a_verdict_holds_while_inputs_and_outputs_are_those_that_were_looked_at(
    finished: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    held = _verdicts(monkeypatch)
    folders = ["--data", str(finished / "data"), "--out", str(finished / "_output")]
    audit = ["audit", "2023-07", *folders]
    assert run(audit) == 0
    first = capsys.readouterr()
    assert "isi pribadi" in first.out
    assert "mutakhir" not in first.err
    known = _call(*audit)
    assert known.stdout == first.out
    assert "Audit Juli 2023 sudah mutakhir sejak" in known.stderr
    _imports_nothing_heavy(known.stderr)
    assert len(held) == 1
    # What it says is known by now; from here on it only counts whether it is looked at again.
    nothing = SimpleNamespace(report=lambda _: "isi pribadi", leaks=())
    monkeypatch.setattr(privacy, "check_privacy", lambda *_: nothing)
    assert run([*audit, "--ulang"]) == 0
    assert len(held) == 2
    output, kept = finished / "_output/2023-07", finished / "data/processed/2023-06"
    changes: list[Callable[[], object]] = [
        lambda: (output / "slide.html").write_bytes((output / "slide.html").read_bytes() + b" "),
        lambda: (output / "catatan.txt").write_text("Tidak dibuat oleh laporan."),
        lambda: (output / "catatan.txt").unlink(),
        lambda: (kept / "ditolak.csv").write_text("berkas"),
        lambda: (finished / "data/pengaturan.toml").write_text("[data_pribadi]"),
        lambda: (finished / "data/raw/2023-06/contoh.txt").write_text("lain"),
    ]
    for number, change in enumerate(changes, start=3):
        change()
        assert run(audit) == 0
        assert run(audit) == 0
        assert len(held) == number


def test_a_verdict_against_a_report_holds_as_well(
    finished: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _verdicts(monkeypatch)
    page = finished / "_output/2023-07/mutu.html"
    page.write_text("<p>Ditolak: Pengguna Contoh 0334</p>", "utf-8")
    folders = ["--data", str(finished / "data"), "--out", str(finished / "_output")]
    told = []
    for _ in range(2):
        assert run(["audit", "2023-07", *folders]) == 1
        told.append(capsys.readouterr())
    assert told[0].out == told[1].out
    assert "mutu.html, teks: memuat isi kolom" in told[1].out
    assert "sudah mutakhir" in told[1].err
    assert told[0].err.splitlines()[1:] == told[1].err.splitlines()[1:] != []


def test_what_the_site_holds_is_not_published_again(
    finished: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    times: list[Bulan] = []

    def publish(project: Project, month: Bulan, site: Path, *_: object, **__: object) -> Outcome:
        times.append(month)
        issue = read_issue(project.output(month), month)
        return add_issue(site, issue, "Sebab.", datetime.now(UTC))

    monkeypatch.setattr(publishing, "publish_month", publish)
    site = finished / "_situs"
    folders = ["--data", str(finished / "data"), "--out", str(finished / "_output")]
    command = ["publish", "2023-07", *folders, "--situs", str(site)]
    assert run(command) == 0
    assert "Laporan Juli 2023 versi 1 terbit.\n" in capsys.readouterr().out
    known = _call(*command)
    assert "Laporan Juli 2023 versi 1 sudah terbit dengan angka yang sama" in known.stdout
    assert known.stdout.endswith(f"{site / 'index.html'}\n")
    assert "Terbitan Juli 2023 sudah mutakhir sejak" in known.stderr
    _imports_nothing_heavy(known.stderr)
    assert len(times) == 1
    assert run([*command, "--ulang"]) == 0
    (site / "index.html").unlink()
    assert run(command) == 0
    (finished / "_output/2023-07/laporan.html").touch()
    assert run(command) == 0
    assert len(times) == 3


def test_what_was_warned_of_is_told_as_long_as_nothing_changes(
    juli: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    month, told = Bulan(2023, 7), "3 angka atau kata arah tidak terbukti"
    out = shutil.copytree(juli.parent, tmp_path / "_output")
    times: list[Request] = []

    def rendered(request: Request) -> list[Rendered]:
        times.append(request)
        return [Rendered(month, sorted(request.project.output(month).iterdir()), (told,))]

    monkeypatch.setattr(pipeline, "render", rendered)
    data = str(juli.parents[1] / "data")
    for _ in range(2):
        assert run(["render", "2023-07", "--data", data, "--out", str(out)]) == 0
    assert len(times) == 1
    assert f"Peringatan: {told}" in capsys.readouterr().err


def _call(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "importtime", "-m", "laporan", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


def _imports_nothing_heavy(log: str) -> None:
    """Hold the import log against what cleans, executes and draws."""
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in log.splitlines()}
    assert "laporan" in loaded
    assert not loaded & {"pandas", "numpy", "pyarrow", "matplotlib", "papermill", "jupyter_client"}
