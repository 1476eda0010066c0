"""What a preview rests on, and what a change of it asks for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from enum import IntEnum
from pathlib import Path

from laporan import PROJECT_FILE
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.store.code_basis import FOLDER
from laporan.store.freshness import needed_months

# Often enough to be felt as at once; a look at some hundred files takes milliseconds.
SECONDS = 0.2
REPORT = "laporan.ipynb"
_CODE = {".py", ".toml", ".csv", ".css", ".lua", ".typ", ".js", ".html"}


class Change(IntEnum):
    """What must be done again; a greater one takes in the smaller ones."""

    PAGE = 1  # nothing but the page
    CELLS = 2  # the changed cell and all below it
    DATA = 3  # all cells
    CODE = 4  # all, in a new kernel


Stamps = Mapping[Path, tuple[Change, int, int]]


def look(project: Project, bulan: Bulan) -> Stamps:
    """Note when each file that the preview rests on was changed last, and how long it is."""
    stamps = {}
    for change, path in _files(project, bulan):
        try:
            stat = path.stat()
        except OSError:
            continue  # gone since it was listed
        stamps[path] = (change, stat.st_mtime_ns, stat.st_size)
    return stamps


def differ(before: Stamps, after: Stamps) -> Change | None:
    """Say what the differences between two looks ask for, if there are any."""
    return max((change for _, (change, *_) in before.items() ^ after.items()), default=None)


async def changes(project: Project, bulan: Bulan) -> AsyncIterator[Change]:
    """Give each change as it comes."""
    before = look(project, bulan)
    while True:
        await asyncio.sleep(SECONDS)
        after = look(project, bulan)
        change = differ(before, after)
        if change is not None:
            before = after
            yield change


def _files(project: Project, bulan: Bulan) -> Iterator[tuple[Change, Path]]:
    yield Change.CODE, project.root / "_brand.yml"
    yield Change.CODE, project.root / PROJECT_FILE
    for path in FOLDER.rglob("*"):
        if path.suffix in _CODE:
            yield Change.CODE, path
    for path in project.notebooks.glob("*"):
        yield _of_notebooks(path), path
    yield Change.DATA, project.settings_file
    for path in project.kept_lists:
        yield Change.DATA, path
    for month in needed_months(project, bulan):
        # A folder that is gone, or has just been moved, has no files: the cells will tell.
        for path in project.raw(month).glob("*"):
            yield Change.DATA, path


def _of_notebooks(path: Path) -> Change:
    if path.name == REPORT:
        return Change.CELLS
    # A notebook that cleans is taken up by the cell that makes the month ready.
    return Change.DATA if path.suffix == ".ipynb" else Change.PAGE
