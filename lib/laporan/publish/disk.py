"""Changes to the disk that last: what was written is there after a power cut, too."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

_CHUNK = 1 << 18


def build_tree(target: Path, old: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder anew: all that another one holds, with some files changed or added.

    The other folder is left as it is. Files that stay, or are given with the bytes that they have
    there, are shared with it, not copied, where the file system can do that: a site of a hundred
    issues then costs no more than the new one.

    Parameters
    ----------
    target
        The folder to make; it is not there yet.
    old
        The folder that it follows; may be absent.
    files
        Content by path within the folder.
    """
    target.mkdir()
    files = {name: content for name, content in files.items() if not _holds(old / name, content)}
    if old.is_dir():
        _carry(old, target, "", files)
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, content)
    for folder, _, _ in os.walk(target, topdown=False):
        sync_folder(Path(folder))


def _holds(path: Path, content: bytes) -> bool:
    same_size = path.is_file() and path.stat().st_size == len(content)
    return same_size and path.read_bytes() == content


def _carry(old: Path, new: Path, at: str, without: Collection[str]) -> None:
    with os.scandir(old) as entries:
        for entry in entries:
            name, target = f"{at}{entry.name}", new / entry.name
            if name in without:
                continue
            if entry.is_symlink():
                target.symlink_to(Path(entry.path).readlink())
            elif entry.is_dir():
                target.mkdir()
                _carry(Path(entry.path), target, f"{name}/", without)
            else:
                _share(Path(entry.path), target)


def _share(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:  # FAT has no links
        write_new(target, source.read_bytes())


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, through to the disk."""
    # Without the flag, which only Windows has, it would make two bytes of every line break.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest[:_CHUNK]) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Write the names in a folder through to the disk; Windows has no way to, and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_tree(folder: Path) -> None:
    """Take a folder away; what resists is taken away another time."""
    shutil.rmtree(folder, ignore_errors=True)
