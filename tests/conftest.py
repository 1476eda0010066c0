"""The published month, rendered once for all tests that look at finished files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from laporan.project import ROOT


@pytest.fixture(scope="session")
def juli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six files of July 2023, by the command line and the embedded engine.

    All test processes share one render; the first to come makes it.
    """
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "juli"
    with FileLock(f"{shared}.lock"):
        if not (shared / "_output").exists():
            shutil.copytree(ROOT / "data" / "raw", shared / "data" / "raw")
            command = [sys.executable, "-m", "laporan", "render", "2023-07", "--engine", "pandoc"]
            folders = ["--data", str(shared / "data"), "--out", str(shared / "_output")]
            done = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
    return shared / "_output" / "2023-07"
