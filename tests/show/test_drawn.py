"""A picture is drawn again only if something that it rests on is another, whatever goes wrong."""

from __future__ import annotations

import multiprocessing
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pandas as pd
import pytest
from proyek import copy_project

from laporan.show import drawn as module
from laporan.show import drawn_from
from laporan.show.drawn import draw_once, trim_drawings

Chart = Callable[[], str]
Drawn = Callable[..., int]


def bars(table: pd.DataFrame, color: str) -> Chart:
    """Give a function that draws, as charts do: by what it closes over."""

    def draw() -> str:
        return f"{color} {table.sum().sum()}"

    # As if it stood in the package.
    draw.__module__ = "laporan.sections.kanal"
    return draw


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """Draw, and give how often anything has been drawn."""
    numbers = count(1)
    last = [0]

    def draw(table: pd.DataFrame, color: str, *more: object, own: bool = False) -> int:
        chart = bars(table, color)
        if own:
            chart.__module__ = "__main__"

        def write() -> str:
            last[0] = next(numbers)
            return chart()

        assert draw_once(write, tmp_path / "gambar", chart, *more) == chart()
        return last[0]

    return draw


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the package's files for older than this process, though somebody just wrote them."""
    monkeypatch.setattr(drawn_from, "_CLOCK_SECONDS", -1e9)
    for each in (drawn_from._begun, drawn_from._digest, drawn_from._code):
        each.cache_clear()


TABLE = pd.DataFrame({"a": [1, 2]})


def test_the_same_is_drawn_once(drawn: Drawn) -> None:
    assert drawn(TABLE, "merah") == 1
    assert drawn(TABLE.copy(), "merah") == 1


def test_another_value_color_or_size_is_drawn_anew(drawn: Drawn) -> None:
    assert drawn(pd.DataFrame({"a": [1, 3]}), "merah") == 1
    assert drawn(pd.DataFrame({"a": [1, 4]}), "merah") == 2
    assert drawn(pd.DataFrame({"a": [1, 4]}), "biru") == 3
    assert drawn(pd.DataFrame({"a": [1, 4]}), "biru", "sempit") == 4


def test_what_a_notebook_draws_itself_is_drawn_each_time(drawn: Drawn) -> None:
    assert drawn(TABLE, "merah", own=True) == 1
    assert drawn(TABLE, "merah", own=True) == 2


def test_code_that_was_written_after_the_process_began_may_not_be_what_runs(
    drawn: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn_from, "_CLOCK_SECONDS", 1e10)
    assert drawn(TABLE, "merah") == 1
    assert drawn(TABLE, "merah") == 2


@pytest.mark.parametrize("left", [0, 1, 20])
def test_a_drawing_that_was_cut_off_is_drawn_anew(drawn: Drawn, tmp_path: Path, left: int) -> None:
    assert drawn(TABLE, "merah") == 1
    (kept,) = (tmp_path / "gambar").rglob("output.pkl")
    os.truncate(kept, left)
    assert drawn(TABLE, "merah") == 2
    assert drawn(TABLE, "merah") == 2


def test_a_place_that_cannot_be_written_costs_time_only(drawn: Drawn, tmp_path: Path) -> None:
    (tmp_path / "gambar").write_text("bukan folder")
    assert drawn(TABLE, "merah") == 1
    assert drawn(TABLE, "merah") == 2
    trim_drawings(tmp_path / "gambar")


def test_a_full_disk_costs_time_only(drawn: Drawn) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        assert drawn(TABLE, "merah") == 1
        assert drawn(TABLE, "merah") == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert drawn(TABLE, "merah") == 3
    assert drawn(TABLE, "merah") == 3


def _draw_many(folder: Path) -> list[str]:
    charts = [bars(pd.DataFrame({"a": [number]}), "merah") for number in range(30)]
    return [draw_once(chart, folder, chart) for chart in charts]


def test_two_at_once_draw_what_one_draws(tmp_path: Path) -> None:
    alone = _draw_many(tmp_path / "sendiri")
    with multiprocessing.get_context("fork").Pool(2) as pool:
        both = pool.map(_draw_many, [tmp_path / "bersama"] * 2)
    assert both == [alone, alone]
    assert _draw_many(tmp_path / "bersama") == alone


def test_what_was_not_looked_at_for_longest_is_let_go(
    drawn: Drawn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for color in ("merah", "biru", "hijau"):
        drawn(TABLE, color)
    trim_drawings(tmp_path / "gambar")
    assert len(list((tmp_path / "gambar").rglob("output.pkl"))) == 3
    monkeypatch.setattr(module, "_LARGEST", 1)
    trim_drawings(tmp_path / "gambar")
    assert not list((tmp_path / "gambar").rglob("output.pkl"))


FINGERPRINT = """
from laporan.dasar.bulan import Bulan
from laporan.sections.kanal import chart_kanal
from laporan.show.bars import ranked_bars
from laporan.show.drawn_from import fingerprint
print(fingerprint([ranked_bars, Bulan(2023, 7)]))
"""


def test_code_that_a_drawing_calls_and_the_brand_are_part_of_it(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "proyek")

    def sidik(seed: str) -> str:
        code = "import laporan.show.drawn_from as d; d._CLOCK_SECONDS = -1e9\n" + FINGERPRINT
        environment = os.environ | {"PYTHONPATH": str(root / "lib"), "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=root, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    found = [sidik("1"), sidik("2")]
    assert found[0] == found[1] != "None"
    # What it calls; what it does not; the brand.
    for name, counts in {
        "lib/laporan/show/labels.py": True,
        "lib/laporan/sections/zona.py": False,
        "_brand.yml": True,
    }.items():
        path = root / name
        path.write_text(path.read_text("utf-8") + "\n# lain\n", "utf-8")
        found.append(sidik("1"))
        assert (found[-1] != found[-2]) == counts
