"""The files that are made of a month: their names, and where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project

UKURAN, MUTU, JEJAK = "ukuran.csv", "mutu.html", "jejak.json"
# What was said and how much of it is proven, until ``jejak.json`` takes it in.
SAID = "terbukti.json"
# What the figures of analysts' cells are, until the page explains them.
OWN_FIGURES = "analis.json"
# As joblib names what a call gave.
_DRAWING = "output.pkl"
RESULTS = (UKURAN, MUTU, SAID, OWN_FIGURES)


def made_files(
    project: Project, bulan: Bulan, months: Iterable[Bulan]
) -> Iterator[tuple[str, Path]]:
    """Give all files made of the raw exports, each with a name to call it by.

    The notebooks are among them: who runs one by hand leaves its outputs in it.

    Parameters
    ----------
    months
        Those that the report of the month reads.
    """
    yield from _files(project.root, project.root.glob("*.ipynb"))
    yield from _files(project.root, project.notebooks.glob("*.ipynb"))
    for month in months:
        drawings = project.drawings(month)
        cleaned = project.processed(month).rglob("*")
        yield from _files(project.data, (p for p in cleaned if drawings not in p.parents))
        yield from _drawings(drawings)
    yield from _files(project.out, project.output(bulan).rglob("*"))


def _drawings(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give what was drawn, without what the cache notes of it: times and digests, of no export.

    Its digits, those of folders' names too, would now and then look like somebody's number.
    """
    for number, path in enumerate(sorted(folder.rglob(_DRAWING)), 1):
        yield f"{folder.parent.name}/{folder.name}, gambar ke-{number}.svg", path


def _files(base: Path, paths: Iterator[Path]) -> Iterator[tuple[str, Path]]:
    for path in sorted(path for path in paths if path.is_file()):
        yield path.relative_to(base).as_posix(), path
