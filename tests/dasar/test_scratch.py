"""Folders for a moment: one's own, gone afterwards, and cleared for those who were killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from laporan.dasar.scratch import scratch

HOLD = """
import sys, time
from pathlib import Path
from laporan.dasar.scratch import scratch
from laporan.render.output import staging
with scratch(Path(sys.argv[1])) as one, staging(Path(sys.argv[1], "2023-07")) as other:
    (one / "a").touch(), (other / "b").touch()
    print(f"{one}\\n{other}", flush=True)
    time.sleep(60)
"""


def hold(folder: Path) -> tuple[subprocess.Popen[str], list[Path]]:
    """Let a process hold two folders."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, [Path(process.stdout.readline().strip()) for _ in range(2)]


def test_a_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with scratch(tmp_path) as folder:
        (folder / "a").mkdir()
        (folder / "a" / "b").touch()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_cleared_and_what_another_holds_is_not(
    tmp_path: Path,
) -> None:
    killed, left = hold(tmp_path)
    living, held = hold(tmp_path)
    (tmp_path / "laporan-lain").mkdir()  # no one says whose it is
    killed.kill()
    killed.wait()
    try:
        assert all(folder.is_dir() for folder in (*left, *held))
        with scratch(tmp_path), scratch(tmp_path, ".susun-"):
            assert not any(folder.exists() for folder in left)
            assert all(folder.is_dir() for folder in held)
    finally:
        living.kill()
        living.wait()
    with scratch(tmp_path), scratch(tmp_path, ".susun-"):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["laporan-lain"]
