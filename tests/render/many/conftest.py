"""Runs that were broken off, for all tests here."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from banyak import EDITIONS, RANGE, Broken, break_off, command, write_months

Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def broken(once: Once) -> Broken:
    def make(folder: Path) -> dict[str, object]:
        write_months(folder)
        call = command(folder, RANGE, "--jobs", "2")
        return break_off(folder, "render", call, call)

    return told(once, "banyak", make)


@pytest.fixture(scope="session")
def broken_editions(broken: Broken, once: Once) -> Broken:
    """Editions by two processes, begun again by one; March's tickets can't be read."""

    def make(folder: Path) -> dict[str, object]:
        shutil.copytree(broken.home, folder, dirs_exist_ok=True)
        bad = shutil.copytree(folder / "data/raw/2024-02", folder / "data/raw/2024-03")
        for path in bad.glob("tiket*.csv"):
            path.write_text("nomor,isi\n1,x\n", "utf-8")
        asked = "2024-01..2024-04"
        first = command(folder, asked, "--jobs", "2", how=EDITIONS)
        return break_off(folder, "edisi-provinsi", first, command(folder, asked, how=EDITIONS))

    return told(once, "banyak-edisi", make)


def told(once: Once, name: str, make: Callable[[Path], dict[str, object]]) -> Broken:
    """Give what came of a run, and keep what it said for all test processes."""

    def keep(folder: Path) -> None:
        (folder / "putus.json").write_text(json.dumps(make(folder)), "utf-8")

    home = once(name, keep)
    return Broken(home, **json.loads((home / "putus.json").read_text("utf-8")))
