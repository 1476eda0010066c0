"""The same exports give the same files, in another folder, minute, time zone and tongue."""

import json
import os
import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

MINUTE = 60
ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}


def trace_of(folder: Path) -> dict[str, object]:
    return json.loads((folder / "jejak.json").read_text("utf-8"))


def sums(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_exports_give_the_same_bytes(juli: Path, tmp_path: Path) -> None:
    data, out = tmp_path / "lain" / "data baru", tmp_path / "hasil"
    shutil.copytree(juli.parents[1] / "data" / "raw", data / "raw")
    made = (juli / "laporan.html").stat().st_mtime
    time.sleep(max(0.0, made + MINUTE - time.time()))
    command = [sys.executable, "-m", "laporan", "render", "2023-07", "--engine", "pandoc"]
    done = subprocess.run(
        [*command, "--data", str(data), "--out", str(out)],
        env=os.environ | ELSEWHERE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    first, second = sums(juli), sums(out / "2023-07")
    assert first.pop("jejak.json") != second.pop("jejak.json")
    assert set(first) == {"laporan.html", "laporan.pdf", "slide.html", "ukuran.csv", "mutu.html"}
    assert first == second
    traces = trace_of(juli), trace_of(out / "2023-07")
    earlier, later = (trace.pop("waktu") for trace in traces)
    assert earlier < later
    assert traces[0] == traces[1]
