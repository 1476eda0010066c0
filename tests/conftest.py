"""Whole months, rendered once for all tests that look at finished files, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import bulan_jahat as jahat
import bulan_uji
import foto
import pytest
from filelock import FileLock
from hypothesis import settings

from laporan.bulan import Bulan
from laporan.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says something about the machine, and nothing about the code.
settings.register_profile("laporan", deadline=None)
settings.load_profile("laporan")


def render(
    factory: pytest.TempPathFactory, name: str, bulan: Bulan, write: Callable[[Path], object]
) -> Path:
    """Give a month's six files, by the command line and the embedded engine.

    All test processes share one render; the first to come makes it. ``write`` puts the raw
    exports into the folder it is given.
    """
    own = factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with FileLock(f"{shared}.lock"):
        if not (shared / "_output").exists():
            write(shared / "data" / "raw")
            command = [sys.executable, "-m", "laporan", "render", str(bulan), "--engine", "pandoc"]
            folders = ["--data", str(shared / "data"), "--out", str(shared / "_output")]
            done = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            (shared / "stdout.log").write_text(done.stdout, "utf-8")
            (shared / "stderr.log").write_text(done.stderr, "utf-8")
    return shared / "_output" / str(bulan)


@pytest.fixture(scope="session")
def juli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of July 2023."""

    def copy(raw: Path) -> None:
        shutil.copytree(ROOT / "data" / "raw", raw)

    return render(tmp_path_factory, "juli", Bulan(2023, 7), copy)


@pytest.fixture(scope="session")
def bulan_jarang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a sparse month."""
    write = bulan_uji.write_jarang
    return render(tmp_path_factory, "jarang", bulan_uji.JARANG, write)


@pytest.fixture(scope="session")
def bulan_padat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a heavy month."""
    return render(tmp_path_factory, "padat", bulan_uji.PADAT, bulan_uji.write_padat)


@pytest.fixture(scope="session")
def bulan_jahat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a month full of what strangers could write."""
    return render(tmp_path_factory, "jahat", jahat.JAHAT, jahat.write_jahat)


# A module's own: while one is open, nothing else in the process can have an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if foto.find_chromium() is None:
        pytest.skip("Chromium tidak ada di PATH")
    with foto.open_browser() as browser:
        yield browser
