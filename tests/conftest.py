"""Whole months, rendered once for all tests that look at finished files, and a browser."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import bulan_jahat as jahat
import bulan_uji
import foto
import pandas as pd
import pytest
from bulan_contoh import cleaned_tables
from filelock import FileLock
from hypothesis import settings
from proyek import ROOT

from laporan.dasar.bulan import Bulan
from laporan.publish.again import Again
from laporan.render.formats import FORMATS, USUAL

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says something about the machine, and nothing about the code. What
# fifty examples do not find, a hundred seldom do.
settings.register_profile("laporan", deadline=None, max_examples=50)
settings.load_profile("laporan")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with mypy: begun among the last, it leaves the other process idle for half a minute."""
    items.sort(key=lambda item: item.name != "test_a_hook_finds_nothing[mypy]")


Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Give a folder of a name; of all test processes the first to come fills it."""
    own = tmp_path_factory.getbasetemp()
    parent = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def fill(name: str, make: Callable[[Path], object]) -> Path:
        folder, filled = parent / name, parent / f"{name}.siap"
        with FileLock(f"{folder}.lock"):
            if not filled.exists():
                folder.mkdir()
                make(folder)
                filled.touch()
        return folder

    return fill


@pytest.fixture(scope="session")
def contoh(once: Once) -> dict[Bulan, dict[str, pd.DataFrame]]:
    """The cleaned tables of the two sample months."""

    def make(folder: Path) -> None:
        (folder / "tabel.pkl").write_bytes(pickle.dumps(cleaned_tables()))

    tables: dict[Bulan, dict[str, pd.DataFrame]] = pickle.loads(
        (once("contoh", make) / "tabel.pkl").read_bytes()
    )
    return tables


def render(
    once: Once, name: str, bulan: Bulan, write: Callable[[Path], object], *formats: str
) -> Path:
    """Give a month's six files, by the command line and the embedded engine.

    ``write`` puts the raw exports into the folder it is given. What is only made for those who ask
    for it is asked for by its name in ``formats``.
    """

    def make(folder: Path) -> None:
        write(folder / "data" / "raw")
        command = [sys.executable, "-m", "laporan", "render", str(bulan), "--engine", "pandoc"]
        folders = ["--data", str(folder / "data"), "--out", str(folder / "_output")]
        if formats:
            folders += ["--format", ",".join((*USUAL, *formats))]
        done = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        (folder / "stdout.log").write_text(done.stdout, "utf-8")
        (folder / "stderr.log").write_text(done.stderr, "utf-8")

    return once(name, make) / "_output" / str(bulan)


@pytest.fixture(scope="session")
def juli(once: Once) -> Path:
    """The files of July 2023."""

    def copy(raw: Path) -> None:
        shutil.copytree(ROOT / "data" / "raw", raw)

    return render(once, "juli", Bulan(2023, 7), copy)


@pytest.fixture(scope="session")
def edisi(once: Once, juli: Path) -> Path:
    """The editions of the provinces for July 2023."""

    def make(folder: Path) -> None:
        command = [sys.executable, "-m", "laporan", "render", "2023-07", "--edisi", "provinsi"]
        folders = ["--data", str(juli.parents[1] / "data"), "--out", str(folder / "_output")]
        done = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    return once("edisi", make) / "_output" / "2023-07" / "edisi" / "provinsi"


MAKE_AGAIN = """
import sys
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.publish.again import Again
from laporan.dasar.project import Project
from laporan.publish.again import make_again, read_found

data, out, bulan, target = sys.argv[1:]
project = Project(Path(data), Path(out))
again = make_again(project, *read_found(project, Bulan.parse(bulan)))
assert again.same_engine
for name, content in again.files.items():
    Path(target, name).write_bytes(content)
"""
ELSEWHERE = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}


@pytest.fixture(scope="session")
def juli_lagi(once: Once, juli: Path) -> Path:
    """The files of July 2023, made again: from a copy of its exports, in another zone and tongue.

    Nothing that was made of them the first time lies beside them.
    """

    def make(folder: Path) -> None:
        data = folder / "data baru"
        shutil.copytree(juli.parents[1] / "data" / "raw", data / "raw")
        (folder / "2023-07").mkdir()
        command = [sys.executable, "-c", MAKE_AGAIN, str(data), str(juli.parent), "2023-07"]
        done = subprocess.run(
            [*command, str(folder / "2023-07")],
            env=os.environ | ELSEWHERE, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert not (data / "processed").exists()

    return once("juli-lagi", make) / "2023-07"


@pytest.fixture(scope="session")
def lagi(juli_lagi: Path) -> Again:
    """July 2023, made again once for all tests."""
    return Again({path.name: path.read_bytes() for path in juli_lagi.iterdir()}, "pandoc (3.9)")


@pytest.fixture(scope="session")
def bulan_jarang(once: Once) -> Path:
    """The files of a sparse month."""
    write = bulan_uji.write_jarang
    return render(once, "jarang", bulan_uji.JARANG, write)


@pytest.fixture(scope="session")
def bulan_padat(once: Once) -> Path:
    """The files of a heavy month."""
    return render(once, "padat", bulan_uji.PADAT, bulan_uji.write_padat)


@pytest.fixture(scope="session")
def bulan_jahat(once: Once) -> Path:
    """The files of a month full of what strangers could write."""
    asked = [name for name in FORMATS if name not in USUAL]
    return render(once, "jahat", jahat.JAHAT, jahat.write_jahat, *asked)


# A module's own: while one is open, nothing else in the process can have an event loop.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if foto.find_chromium() is None:
        pytest.skip("Chromium tidak ada di PATH")
    with foto.open_browser() as browser:
        yield browser
