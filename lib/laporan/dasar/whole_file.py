"""Files that are there whole or not at all, whoever reads them meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def put(target: Path, write: Callable[[Path], object]) -> None:
    """Let something be written beside its place, and put it there in one step."""
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        write(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def write_whole(target: Path, text: str) -> None:
    """Write a text as UTF-8, with the line ends that it has."""
    put(target, lambda path: path.write_text(text, encoding="utf-8", newline=""))


def keep_whole(target: Path, text: str) -> None:
    """Write what only spares time: a place that can't be written is let be."""
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, text)
