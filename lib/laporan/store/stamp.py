"""What a month rests on as the file system tells it, without a file being read.

It answers at once whether anything was touched since a month was prepared. If something was, the
contents decide: see ``freshness``.
"""

from __future__ import annotations

import hashlib
import os
import platform
import site
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.store.code_basis import FOLDER
from laporan.store.freshness import needed_months

# What was touched just now may be touched again within the same tick of the file system's clock.
SETTLED_SECONDS = 2

Stat = tuple[str, int, int, int, int]


def stamp(project: Project, bulan: Bulan, *beside: Path) -> str:
    """Sum up names, sizes and times of all that a month can rest on.

    Parameters
    ----------
    beside
        Files that count beside the exports, the settings, the notebooks, the code and the
        libraries.

    Returns
    -------
    str
        Empty if something was touched so lately that its time tells nothing.
    """
    files = sorted(_stats(project, bulan, beside))
    latest = max((max(each[2:4]) for each in files), default=0)
    if time.time_ns() - latest < SETTLED_SECONDS * 1_000_000_000:
        return ""
    told = [platform.python_version(), *sys.path, *map(repr, files)]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _stats(project: Project, bulan: Bulan, beside: tuple[Path, ...]) -> Iterator[Stat]:
    months = (project.raw(month) for month in needed_months(project, bulan))
    for place in (*_code_folders(), project.notebooks, *months):
        yield from _files_in(place)
    # Here it matters what is there: settings under another name, a further month.
    for folder in (project.data, project.data / "raw"):
        yield from ((str(path), 0, 0, 0, 0) for path in folder.iterdir())
    # A library that is installed or removed changes the folder that it lies in.
    libraries = map(Path, (*site.getsitepackages(), site.getusersitepackages()))
    for path in (project.settings_file, project.riwayat_file, *beside, *libraries):
        if path.exists():
            yield _stat(str(path), path.stat())


def _code_folders() -> Iterator[Path]:
    for folder, inner, _ in os.walk(FOLDER):
        inner[:] = [name for name in inner if name != "__pycache__"]
        yield Path(folder)


def _files_in(folder: Path) -> Iterator[Stat]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                yield _stat(entry.path, entry.stat())


def _stat(name: str, stat: os.stat_result) -> Stat:
    return name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
