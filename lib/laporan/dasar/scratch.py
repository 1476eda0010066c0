"""Folders for a moment: gone afterwards, or cleared by the next one if their process was killed."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

_LOCK = ".kunci"


@contextmanager
def scratch(parent: Path | None = None, prefix: str = "laporan-") -> Iterator[Path]:
    """Give a new folder of one's own; it is gone afterwards.

    A lock beside the folder holds it, of which every system lets go when its process ends, however
    that happens: so what was left by one that was killed can be told, and is cleared first.

    Parameters
    ----------
    parent
        Where it is made; the system's folder for such things if None.
    prefix
        What its name begins with, and the names of those that are cleared.
    """
    parent = parent or Path(tempfile.gettempdir())
    for left in parent.glob(f"{prefix}*{_LOCK}"):
        with suppress(OSError):  # its process lives, or it is another user's
            lock = FileLock(left, timeout=0)
            lock.acquire()
            _remove(lock)
    # Held before there is a folder: no one sees a folder that nobody holds.
    lock = FileLock(parent / f"{prefix}{secrets.token_hex(4)}{_LOCK}")
    lock.acquire()
    try:
        _folder(lock).mkdir(mode=0o700)
        yield _folder(lock)
    finally:
        _remove(lock)


def _folder(lock: FileLock) -> Path:
    return Path(lock.lock_file.removesuffix(_LOCK))


def _remove(lock: FileLock) -> None:
    shutil.rmtree(_folder(lock), ignore_errors=True)
    lock.release()  # before the file goes: Windows removes none that is open
    with suppress(OSError):
        Path(lock.lock_file).unlink()
