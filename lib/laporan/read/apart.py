"""Old workbooks, read in a process of their own.

A damaged ``.xls`` can make the library ask for more memory than there is, which ends its process
without a word. New ones are looked through before: see `laporan.read.workbook_zip`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict

from laporan.dasar.errors import LaporanError
from laporan.read.sheets import Sheet, load_sheets, unreadable

MOST_MEMORY = 2 << 30
MOST_SECONDS = 60


def load_sheets_apart(content: bytes, berkas: str) -> list[Sheet]:
    """Read all sheets of an old workbook.

    Raises
    ------
    LaporanError
        As `load_sheets`, and if reading takes too much memory or time.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, berkas],
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise unreadable(berkas, f"belum selesai setelah {MOST_SECONDS} detik") from error
    if done.returncode:
        raise unreadable(berkas, "isinya rusak")
    found = json.loads(done.stdout)
    if isinstance(found, str):
        raise LaporanError(found)
    return [Sheet(**sheet) for sheet in found]


def main(berkas: str) -> None:
    """Read a workbook from the standard input, and write its sheets, or a message, as JSON."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        sheets = load_sheets(sys.stdin.buffer.read(), berkas)
    except LaporanError as error:
        print(json.dumps(str(error)))
    else:
        print(json.dumps([asdict(sheet) for sheet in sheets]))


if __name__ == "__main__":
    main(sys.argv[1])
