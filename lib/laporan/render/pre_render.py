"""Before Quarto renders the project: the report's copy in the root, the theme, and a lock.

Quarto executes notebooks in place and leaves its outputs in them, so it gets a copy. It calls
this file as a script.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from contextlib import suppress

import psutil
from filelock import FileLock

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import find_root
from laporan.render.look import write_look
from laporan.render.quarto import LOOK_FOLDER

# Quarto runs this in the project's root.
ROOT = find_root()
SOURCE = ROOT / "notebooks" / "laporan.ipynb"
COPY = ROOT / "laporan.ipynb"
LOCK = ROOT / LOOK_FOLDER / "quarto.kunci"
# A month is rendered in seconds. Whoever can't be seen to have ended has by then.
LOCK_SECONDS = 600


def prepare(quarto: int) -> None:
    """Prepare the root for a render by the Quarto process of that id.

    Raises
    ------
    LaporanError
        If another Quarto is rendering here.
    """
    LOCK.parent.mkdir(exist_ok=True)
    _take_lock(quarto)
    write_look(LOCK.parent)
    shutil.copyfile(SOURCE, COPY)


def _take_lock(quarto: int) -> None:
    # Quarto holds it, which is still there when this script has ended.
    with FileLock(f"{LOCK}.pintu"):
        if _is_held():
            raise LaporanError(
                "Quarto sedang menyusun laporan lain di folder ini. Tunggu sampai selesai, "
                "lalu ulangi; atau pakailah laporan render, yang boleh berjalan bersamaan."
            )
        LOCK.write_text(json.dumps({"pid": quarto, "mulai": process_start(quarto)}), "utf-8")


def _is_held() -> bool:
    """Tell whether whoever took the lock is still there; a number may have been given anew."""
    with suppress(FileNotFoundError, ValueError, KeyError, TypeError):
        holder = json.loads(LOCK.read_text("utf-8"))
        if holder["mulai"] is None:
            return time.time() - LOCK.stat().st_mtime < LOCK_SECONDS
        start = process_start(int(holder["pid"]))
        return start is not None and abs(start - holder["mulai"]) < 1
    return False


def process_start(pid: int) -> float | None:
    """Give when a process began; None if it has ended, or the system does not let one see it."""
    with suppress(psutil.Error, OSError):
        return float(psutil.Process(pid).create_time())
    return None


def main() -> int:
    """Prepare for the Quarto that called."""
    try:
        prepare(os.getppid())
    except LaporanError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    return 0


if __name__ == "__main__":
    sys.exit(main())
