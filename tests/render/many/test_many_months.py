"""Two small months made at once: broken off, begun again, held against one made by itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from banyak import HOW, MONTHS, RANGE, Broken, command, folders, pages
from proyek import small_project

from laporan.cli import run


def test_what_was_whole_is_not_done_again(broken: Broken) -> None:
    home, whole, status, out, err = broken
    assert status == 0, err
    names = ("laporan.html", "ukuran.csv", "mutu.html", "jejak.json")
    told = {Path(line) for line in out.splitlines()}
    assert told == {home / "_output" / month / name for month in MONTHS for name in names}
    label = {"2024-01": "Januari 2024", "2024-02": "Februari 2024"}
    for month in MONTHS:
        known = f"Laporan {label[month]} sudah mutakhir" in err
        assert known == (month in whole), err
        record = home / f"_output/.{month}.render.mutakhir.json"
        assert (record.stat().st_mtime_ns == whole.get(month)) == known
    # Nothing of either run stays behind.
    left = {path.name for path in (home / "_output").iterdir()}
    kept = {f".{month}{end}" for month in MONTHS for end in (".kunci", ".render.mutakhir.json")}
    assert left == {*MONTHS, *kept}


def test_a_month_made_by_itself_has_the_same_bytes(broken: Broken, tmp_path: Path) -> None:
    """The month before was measured ahead of its report; held against the report it is the same."""
    home, made = small_project(tmp_path / "sendiri"), pages(broken.home)
    shutil.copytree(broken.home / "data", home / "data")
    shutil.copytree(broken.home / "_output/2024-01", home / "_output/2024-01")
    assert subprocess.run(command(home, "2024-02"), cwd=home, check=False).returncode == 0
    assert pages(home) == made


def test_the_others_are_made_where_months_fail(
    broken: Broken, tmp_path: Path, capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """March's tickets can't be read, April has no folder: both are named, each with why."""
    home = tmp_path / "gagal"
    shutil.copytree(broken.home, home)
    monkeypatch.chdir(home)
    output = home / "_output"
    (output / ".2024-02.render.mutakhir.json").unlink()
    bad = shutil.copytree(home / "data/raw/2024-02", home / "data/raw/2024-03")
    for path in bad.glob("tiket*.csv"):
        path.write_text("nomor,isi\n1,x\n", "utf-8")
    call = ["render", "2024-01..2024-04", "--jobs", "2", *HOW, *folders(home)]
    assert run(call) == 1
    told = capfd.readouterr()
    made = {Path(line).parent.name for line in told.out.splitlines()}
    assert made == set(MONTHS)
    assert "2 dari 4 bulan tidak jadi:" in told.err
    reasons = told.err.partition("tidak jadi:")[2]
    assert "Maret 2024: " in reasons and "tiket" in reasons
    assert "April 2024: Folder" in reasons and "2024-04" in reasons
    assert not (output / "2024-03").exists()


@pytest.mark.parametrize(
    ("call", "named"),
    [
        ("--jobs 0", "1 sampai 256"),
        ("--jobs banyak", "banyak"),
        ("--scheduler 10.0.0.5:8786", "tcp://"),
        ("--scheduler http://10.0.0.5:8786", "tcp://"),
        ("--scheduler tcp://10.0.0.5:8786 --jobs 2", "salah satu"),
    ],
)
def test_a_wrong_call(call: str, named: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", RANGE, *call.split()]) == 2
    assert named in capsys.readouterr().err
