"""SHA-256 of files, taken again only where a file may have changed since it was last read."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from pathlib import Path

from laporan.dasar.whole_file import keep_whole

# A file written within the last moments may be written once more in the same tick of its clock
# (two seconds on the coarsest file systems), and then look as if it had not been.
_SETTLED_NS = 3_000_000_000


class FileSums:
    """Sums of files, with an index that spares reading those that lie as they lay.

    As in git's index, size, times and inode tell whether a file is the one that was read.

    Parameters
    ----------
    index
        Where the index is kept. One that is missing or damaged only costs time.
    """

    def __init__(self, index: Path) -> None:
        self._index = index
        self._known = _read(index)
        self._used: dict[str, list[object]] = {}

    def of(self, path: Path) -> str | None:
        """Give the sum of a file in hexadecimal digits; nothing where no file can be read."""
        try:
            now, stat = time.time_ns(), path.stat()
            state = [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
            known = self._known.get(str(path))
            if known is not None and known[:-1] == state:
                self._used[str(path)] = known
                return str(known[-1])
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None
        if now - max(stat.st_mtime_ns, stat.st_ctime_ns) > _SETTLED_NS:
            self._used[str(path)] = [*state, found]
        return found

    def of_all(self, paths: Iterable[Path], root: Path) -> dict[str, str | None]:
        """Give the sums of files by their place under a folder."""
        return {path.relative_to(root).as_posix(): self.of(path) for path in sorted(paths)}

    def keep(self) -> None:
        """Write the index; a place that can't be written costs time only."""
        merged = {**self._known, **self._used}
        if merged == self._known:
            return
        keep_whole(self._index, json.dumps(merged))


def _read(index: Path) -> dict[str, list[object]]:
    try:
        known = json.loads(index.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {path: row for path, row in known.items() if isinstance(row, list) and len(row) == 5}
