"""A part of the fuzzing run, the same each time; ``python -m tests.fuzz`` makes more of it."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def fuzz(*options):
    return subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--jobs", "1", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_damage_goes_unnoticed():
    done = fuzz("--cases", "90", "--seed", "2023")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "90 kasus, 0 gagal, benih 2023" in done.stdout
    # Each way of changing a file is there, and the counts add up.
    rows = {line[:16].strip(): line[16:].split() for line in done.stdout.splitlines()[1:]}
    counts = {
        name: list(map(int, row))
        for name, row in rows.items()
        if re.fullmatch(r"\d+", row[0] if row else "")
    }
    total = counts.pop("seluruhnya")
    assert {"bentuk lain", "terpotong", "bita berubah", "bita acak", "XML berubah"} <= set(counts)
    assert [sum(column) for column in zip(*counts.values(), strict=True)] == total
    assert sum(total) == 90
