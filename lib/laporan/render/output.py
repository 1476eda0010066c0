"""The folder of a month's finished files: one writer at a time, files whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch

# A month is rendered in seconds; whoever waits longer than this waits for a process that hangs.
LOCK_SECONDS = 600


def check_writable(folder: Path) -> None:
    """Make the folder and try it.

    Raises
    ------
    LaporanError
        If nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise cannot_write(folder, error) from error


def cannot_write(folder: Path, error: OSError) -> LaporanError:
    """Say that a folder can't be written, and what to do."""
    return LaporanError(
        f"Folder {folder} tidak dapat ditulisi: {error.strerror or error}. "
        "Periksa izin dan sisa ruangnya, atau pilih folder lain dengan --out."
    )


@contextmanager
def month_locks(project: Project, bulan: Bulan) -> Iterator[None]:
    """Wait until no one else renders the month, from the same data or into the same folder.

    Raises
    ------
    LaporanError
        If another process does not end, or a folder can't be written.
    """
    with _lock(project.processed(bulan), bulan), _lock(project.output(bulan), bulan):
        yield


@contextmanager
def _lock(folder: Path, bulan: Bulan) -> Iterator[None]:
    # Beside the folder: it must not be taken for one of the month's files.
    lock = FileLock(folder.with_name(f".{bulan}.kunci"), timeout=LOCK_SECONDS)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise LaporanError(
            f"Laporan {bulan.label} sedang disusun oleh proses lain yang tidak kunjung selesai. "
            "Hentikan proses itu, lalu ulangi."
        ) from error
    except OSError as error:
        raise cannot_write(folder.parent, error) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give a folder beside the target to write into; it is gone afterwards.

    Raises
    ------
    LaporanError
        If it can't be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with scratch(target.parent, ".susun-") as folder:
            yield folder
    except OSError as error:
        raise cannot_write(target.parent, error) from error


def publish(staged: Path, target: Path) -> list[Path]:
    """Move all staged files to their place, each in one step.

    Raises
    ------
    LaporanError
        If the target can't be written.
    """
    try:
        target.mkdir(exist_ok=True)
        return [file.replace(target / file.name) for file in sorted(staged.iterdir())]
    except OSError as error:
        raise cannot_write(target, error) from error
