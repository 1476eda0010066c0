"""Editions of two small months at once: broken off, begun again, held against one made alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from banyak import EDITIONS, MONTHS, Broken, editions, folders

from laporan.cli import run

LABEL = {"2024-01": "Januari 2024", "2024-02": "Februari 2024"}


def test_what_was_whole_is_not_done_again(broken_editions: Broken) -> None:
    home, whole, _, out, err = broken_editions
    pages = [str(home / "_output" / month / "edisi/provinsi/index.html") for month in MONTHS]
    assert out.splitlines() == pages
    for month in MONTHS:
        known = f"Edisi provinsi {LABEL[month]} sudah mutakhir" in err
        assert known == (month in whole), err
        record = home / f"_output/.{month}.edisi-provinsi.mutakhir.json"
        assert (record.stat().st_mtime_ns == whole.get(month)) == known
    assert not [*(home / "_output").glob(".banyak-*")]


def test_months_that_fail_are_named_and_stop_no_other(broken_editions: Broken) -> None:
    assert broken_editions.status == 1
    reasons = broken_editions.err.partition("2 dari 4 bulan tidak jadi:")[2]
    assert "Maret 2024: " in reasons and "tiket" in reasons
    assert "April 2024: Folder" in reasons and "2024-04" in reasons
    assert not (broken_editions.home / "_output/2024-03").exists()


def test_one_made_alone_has_the_same_bytes(
    broken_editions: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one of two processes made, as it is made by the command's own."""
    month = next(iter(broken_editions.whole))
    home = tmp_path / "sendiri"
    shutil.copytree(broken_editions.home, home)
    shutil.rmtree(home / "_output" / month / "edisi")
    monkeypatch.chdir(home)
    assert run(["render", month, *EDITIONS, *folders(home)]) == 0
    assert editions(home, month) == editions(broken_editions.home, month)
