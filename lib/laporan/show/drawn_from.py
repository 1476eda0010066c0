"""What a drawing rests on, as a fingerprint that holds in other processes, too.

What a chart draws is a function with the tables that it closes over. Two that are the same, piece
by piece, give the same picture, as long as the code that they call, the brand and the libraries
are the same.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sys
import sysconfig
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

import psutil

from laporan.dasar.project import find_root
from laporan.store.code_basis import PACKAGE, installed, own_files

# The clock that a process's start is told by is no finer.
_CLOCK_SECONDS = 2
_INSTALLED = {sysconfig.get_path(kind) for kind in ("purelib", "platlib")}


def fingerprint(basis: object) -> str | None:
    """Digest what a drawing rests on; nothing where it can't be told apart safely."""
    buffer = io.BytesIO()
    pickler = _Pickler(buffer)
    try:
        pickler.dump(basis)
    except (pickle.PicklingError, TypeError, AttributeError):
        return None
    code = _code(frozenset(pickler.modules))
    if code is None:
        return None
    return hashlib.sha256(code.encode() + buffer.getbuffer()).hexdigest()


class _Pickler(pickle.Pickler):
    """Pickles the package's functions, too, by their code and by what they close over."""

    def __init__(self, buffer: io.BytesIO) -> None:
        super().__init__(buffer)
        self.modules: set[str] = set()

    def reducer_override(self, obj: Any) -> Any:
        # What has a name of its own, such as a class or a function, is pickled by it.
        named = obj if isinstance(getattr(obj, "__qualname__", None), str) else type(obj)
        module = str(named.__module__)
        top = module.partition(".")[0]
        if top == PACKAGE:
            self.modules.add(module)
        elif not _is_library(top):
            # A notebook's own, or a module's beside it, can mean something else the next time.
            raise pickle.PicklingError(module)
        if top != PACKAGE or not isinstance(obj, FunctionType):
            return NotImplemented
        code = obj.__code__
        closed = tuple(cell.cell_contents for cell in obj.__closure__ or ())
        place = (obj.__module__, code.co_qualname, code.co_firstlineno, code.co_code)
        return tuple, ((*place, obj.__defaults__, obj.__kwdefaults__, closed),)


@cache
def _is_library(top: str) -> bool:
    """Tell whether a module is known by the version of what it was installed with."""
    if top in sys.stdlib_module_names:
        return True
    file = getattr(sys.modules.get(top), "__file__", None)
    return file is not None and any(Path(file).is_relative_to(place) for place in _INSTALLED)


@cache
def _code(modules: frozenset[str]) -> str | None:
    """Digest the code that modules rest on, the brand and the libraries.

    Nothing where a file was written after this process began: then it may not be what runs.
    """
    files = [*own_files(f"import {name}" for name in modules), find_root() / "_brand.yml"]
    digests = {path.as_posix(): _digest(path) for path in files}
    if None in digests.values():
        return None
    return f"{_libraries()} {sorted(digests.items())}"


@cache
def _digest(path: Path) -> str | None:
    stat = path.stat()
    if max(stat.st_mtime, stat.st_ctime) > _begun():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def _begun() -> float:
    return float(psutil.Process().create_time()) - _CLOCK_SECONDS


@cache
def _libraries() -> str:
    return f"{sys.version} {sorted(installed())}"
