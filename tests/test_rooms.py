"""A room knows only those before it, so that the way of the data can be read off the tree."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import laporan
import laporan_sample
from laporan.read.sources import SOURCES

PACKAGE, SAMPLE = Path(laporan.__file__).parent, Path(laporan_sample.__file__).parent
ROOMS = (
    "dasar",
    "read",
    "clean",
    "store",
    "measure",
    "show",
    "check",
    "sections",
    "prove",
    "render",
    "publish",
    "cli",
)
# Writes exports as other systems do: it knows the months and regions, and no reader.
SAMPLE_KNOWS = {"dasar"}


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "laporan":
            names = [f"laporan.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        yield from (name.split(".")[1] for name in names if name.startswith("laporan."))


def modules(package: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).parts
        if len(parts) > 1:
            yield parts[0], path


def test_the_rooms_are_the_folders():
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders == set(ROOMS)
    assert {path.stem for path in PACKAGE.glob("*.py")} == {"__init__", "__main__"}


def test_a_room_imports_only_those_before_it():
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {other}"
        for room, path in modules(PACKAGE)
        for other in imported_rooms(path)
        if other != room and other in ROOMS and ROOMS.index(other) > ROOMS.index(room)
    ]
    assert not wrong


def test_a_name_says_one_thing():
    """No two modules share a name, but those of a source: they are its own in each room."""
    names = Counter(
        path.stem.strip("_") for _, path in modules(PACKAGE) if path.name != "__init__.py"
    )
    assert {name for name, uses in names.items() if uses > 1} - set(SOURCES) == set()


def test_the_sample_knows_no_reader():
    known = {other for path in SAMPLE.rglob("*.py") for other in imported_rooms(path)}
    assert known == SAMPLE_KNOWS
