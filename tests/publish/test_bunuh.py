"""A seeded part of the kill test; all of it is run by ``python tests/publish/bunuh.py``."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("bunuh.py")


def test_who_is_killed_leaves_the_old_site_or_the_new_one() -> None:
    command = [sys.executable, str(SCRIPT), "--contoh", "2", "--seed", "2023"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "campuran" not in done.stdout
    killed = re.search(r"dibunuh di tiap langkah: (\d+)", done.stdout)
    assert killed is not None and int(killed[1]) == 12
    assert "situs lama" in done.stdout and "situs baru" in done.stdout
