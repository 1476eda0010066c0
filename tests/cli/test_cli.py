"""The command line as it is called: messages, exit statuses, and a month from end to end."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from laporan.cli import run
from laporan.dasar.bulan import Bulan
from laporan.render import pipeline
from laporan.render.formats import FORMATS, parse_formats
from laporan.render.pipeline import Rendered, Request
from laporan_sample import write_sample

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
        ("render 2023-07 --format docx", "docx"),
        ("render 2023-07 --format", "--format"),
        ("render 2023-07 --bulan x", "--bulan"),
        ("render", "BULAN"),
        ("render 2023-06 2023-07", "tidak diharapkan"),
        ("rendr 2023-07", "render"),
        ("sample 2023-07 --tiket banyak", "banyak"),
        ("sample 2023-07 --tiket 0", "--tiket"),
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


@pytest.mark.parametrize("call", ["--help", "render --help", "sample --help"])
def test_help_is_indonesian(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(call.split()) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Pemakaian: laporan")
    assert "Pilihan" in printed
    assert not {"Usage:", "Options:", "Show", "Commands:", "TEXT"} & set(printed.split())


def test_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    run(["render", "--help"])
    assert f"Yang dibuat: {', '.join(FORMATS)} (" in " ".join(capsys.readouterr().out.split())
    assert parse_formats(None) == tuple(FORMATS)


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
    assert "Menjalankan notebook laporan" in (juli.parents[1] / "stderr.log").read_text("utf-8")
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
    _imports_nothing_heavy(again.stderr)


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
