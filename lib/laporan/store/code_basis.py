"""The code that a result rests on, found by its imports: own modules, their data, the libraries.

Nothing is imported to find it: the source is read. An import within a function counts as one at
the top, and a library counts with all that it requires.
"""

from __future__ import annotations

import ast
import platform
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

import laporan
from laporan.store.known_code import known_code

PACKAGE = laporan.__name__
FOLDER = Path(laporan.__file__).parent
# What a module may read besides its own text.
DATA_SUFFIXES = {".toml", ".csv"}
# The fields of a statement that hold statements.
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_MAGIC = re.compile(r"^[ \t]*[%!?].*$", re.MULTILINE)
_SEPARATORS = re.compile(r"[-_.]+")
_REQUIREMENT = re.compile(r"^([\w.-]+)(.*)$")


def own_files(sources: Iterable[str]) -> list[Path]:
    """List the package's files that some source code rests on, sorted.

    Parameters
    ----------
    sources
        The texts of code, such as a notebook's cells.

    Returns
    -------
    list[Path]
        Modules, the packages that they lie in, and the data beside them.
    """
    modules = _closure(sources)
    folders = {path.parent for path in modules}
    data = {path for folder in folders for path in folder.iterdir() if path.suffix in DATA_SUFFIXES}
    return sorted(modules | data)


def library_versions(sources: Iterable[str]) -> dict[str, str]:
    """Give the versions of the libraries that some source code rests on, by name."""
    texts = [*sources, *(path.read_text("utf-8") for path in _closure(sources))]
    tops = {name.partition(".")[0] for text in texts for name in _imports(text)}
    return _with_requirements(frozenset(tops - {PACKAGE} - sys.stdlib_module_names))


def all_versions(sources: Iterable[str]) -> dict[str, str]:
    """Give the versions of Python, of all that the package requires, and of what code imports."""
    tops = {name.partition(".")[0] for text in sources for name in _imports(text)}
    imported = _with_requirements(frozenset(tops - {PACKAGE} - sys.stdlib_module_names))
    own = {"python": platform.python_version()}
    return dict(sorted((own | _versions_from([PACKAGE]) | imported).items()))


def installed() -> Iterator[str]:
    """Name what is installed: the folders of its metadata tell name and version."""
    for place in filter(None, sys.path):
        with suppress(OSError):
            yield from (path.name for path in Path(place).glob("*.dist-info"))


def _closure(sources: Iterable[str]) -> set[Path]:
    """Follow the imports of the package's own modules."""
    found: set[Path] = set()
    waiting = [path for text in sources for path in _own_modules(text)]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            stat = path.stat()
            waiting += _imported_by(path, stat.st_mtime_ns, stat.st_size)
    known_code().keep()
    return found


@cache
def _imported_by(path: Path, *_state: int) -> tuple[Path, ...]:
    """List the package's files that a module imports; read again once the file is another."""
    return tuple(dict.fromkeys(_own_modules(path.read_text("utf-8"))))


def _own_modules(text: str) -> Iterator[Path]:
    for name in _imports(text):
        if name == PACKAGE or name.startswith(f"{PACKAGE}."):
            yield from _files_of(name)


def _files_of(name: str) -> Iterator[Path]:
    """Give the file of a module and those of the packages around it, which are run before it."""
    place = FOLDER
    yield place / "__init__.py"
    for part in name.split(".")[1:]:
        if (place / f"{part}.py").is_file():
            yield place / f"{part}.py"
            return
        place /= part
        if not (place / "__init__.py").is_file():
            return  # a name within a module, no module
        yield place / "__init__.py"


@cache
def _imports(text: str) -> tuple[str, ...]:
    """Name all that a text imports; of ``from a import b``, ``a.b``, as ``b`` may be a module."""
    entries = {f"{PACKAGE}.{name}": module for name, module in laporan.ENTRIES.items()}
    known = known_code().of(text, lambda: _read_imports(text))
    return tuple(entries.get(name, name) for name in known)


def _read_imports(text: str) -> list[str]:
    names: list[str] = []
    for node in _statements(_parsed(text)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def _statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Walk through statements and what they hold; no expression imports anything."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for field in _BLOCKS:
            waiting += getattr(node, field, ())


def _parsed(text: str) -> ast.AST:
    """Parse code; what only IPython knows, such as ``%timeit``, imports nothing."""
    try:
        return ast.parse(text)
    except SyntaxError:
        plain = _MAGIC.sub("", text)
    try:
        return ast.parse(plain)
    except SyntaxError:
        return ast.Module([], [])  # it will be told where it is run


@cache
def _with_requirements(tops: frozenset[str]) -> dict[str, str]:
    distributions = _distributions()
    return _versions_from([name for top in tops for name in distributions.get(top, ())])


def _versions_from(names: Iterable[str]) -> dict[str, str]:
    """Follow what distributions require."""
    found: dict[str, str] = {}
    waiting = [*names]
    while waiting:
        name = _SEPARATORS.sub("-", waiting.pop()).lower()
        try:
            known = distribution(name)
        except PackageNotFoundError:
            continue  # required on other systems only
        if name not in found:
            found[name] = known.version
            waiting += _required(known.requires or ())
    return dict(sorted(found.items()))


@cache
def _distributions() -> Mapping[str, list[str]]:
    known = known_code()
    found = known.of(str([sys.path, sorted(installed())]), lambda: dict(packages_distributions()))
    known.keep()
    return found


def _required(lines: Iterable[str]) -> Iterator[str]:
    """Name what a library always requires; what an extra of it would is left out."""
    for line in lines:
        match = _REQUIREMENT.match(line)
        if match and "extra ==" not in match[2]:
            yield match[1]
