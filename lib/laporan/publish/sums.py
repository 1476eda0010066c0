"""Names, sizes and digests of files, and ``SHA256SUMS`` as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from laporan.dasar.errors import LaporanError

FILE = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True)
class FileSum:
    """A file as it must be."""

    name: str
    size: int
    sha256: str


def sum_of(name: str, content: bytes) -> FileSum:
    """Give a file's name, size and digest."""
    return FileSum(name, len(content), hashlib.sha256(content).hexdigest())


def format_sums(files: Iterable[FileSum]) -> bytes:
    """Write ``SHA256SUMS``."""
    return "".join(f"{each.sha256}  {each.name}\n" for each in files).encode()


def parse_sums(content: bytes) -> dict[str, str]:
    """Read ``SHA256SUMS``: digest by name.

    Raises
    ------
    LaporanError
        If a line is something else.
    """
    sums: dict[str, str] = {}
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise LaporanError(
                f"{FILE} baris {number} bukan sidik berkas: {line[:80]!r}. "
                "Salinlah terbitan itu sekali lagi dari situs asalnya."
            )
        sums[match[2]] = match[1]
    return sums
