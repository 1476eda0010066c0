"""The run that was broken off, for all tests here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from banyak import Broken, break_off


@pytest.fixture(scope="session")
def broken(once: Callable[[str, Callable[[Path], object]], Path]) -> Broken:
    def make(folder: Path) -> None:
        told = break_off(folder)
        (folder / "putus.json").write_text(json.dumps(told), "utf-8")

    home = once("banyak", make)
    return Broken(home, **json.loads((home / "putus.json").read_text("utf-8")))
