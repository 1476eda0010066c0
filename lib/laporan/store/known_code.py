"""What was read of code, kept by the digest of the code: parsing it all takes a second.

It lies where Python keeps what it compiled. Where it is missing, damaged or can't be written, it
only costs time.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import laporan
from laporan.dasar.whole_file import keep_whole

# Some ten times the package; beyond, what was not asked for this time is let go.
_MOST = 5_000
_Answer = TypeVar("_Answer", list[str], dict[str, list[str]])


class KnownCode:
    """Answers to questions about texts, in a file.

    Parameters
    ----------
    file
        Where they are kept.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)
        self._kept = len(self._known)
        self._asked: set[str] = set()

    def of(self, text: str, answer: Callable[[], _Answer]) -> _Answer:
        """Give what is known of a text, or find it out."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest not in self._known:
            self._known[digest] = answer()
        self._asked.add(digest)
        known: _Answer = self._known[digest]
        return known

    def keep(self) -> None:
        """Write what has become known."""
        if len(self._known) == self._kept or sys.dont_write_bytecode:
            return
        if len(self._known) > _MOST:
            self._known = {digest: self._known[digest] for digest in self._asked}
        self._kept = len(self._known)
        keep_whole(self._file, json.dumps(self._known))


@cache
def known_code() -> KnownCode:
    """Give what is known of the package's code, in this version of Python."""
    name = f"imports.{sys.implementation.cache_tag}.json"
    return KnownCode(Path(laporan.__file__).parent / "__pycache__" / name)


def _read(file: Path) -> dict[str, Any]:
    try:
        known = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
