"""Before Quarto renders the project: the report's copy in the root, the theme, and a lock.

Quarto executes notebooks in place and leaves its outputs in them, so it gets a copy. It calls
this file as a script.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from laporan.dasar.errors import LaporanError
from laporan.dasar.project import ROOT
from laporan.render.look import write_look
from laporan.render.quarto import LOOK_FOLDER

SOURCE = ROOT / "notebooks" / "laporan.ipynb"
COPY = ROOT / "laporan.ipynb"
LOCK = ROOT / LOOK_FOLDER / "quarto.kunci"


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
    holder = {"pid": quarto, "mulai": process_start(quarto)}
    while True:
        try:
            # Whole or not at all: the name appears together with what the file says.
            part = LOCK.with_name(f"{LOCK.name}.{os.getpid()}")
            part.write_text(json.dumps(holder), "utf-8")
            os.link(part, LOCK)
            return
        except FileExistsError:
            if _is_held():
                raise LaporanError(
                    "Quarto sedang menyusun laporan lain di folder ini. Tunggu sampai selesai, "
                    "lalu ulangi; atau pakailah laporan render, yang boleh berjalan bersamaan."
                ) from None
            LOCK.unlink(missing_ok=True)
        finally:
            part.unlink(missing_ok=True)


def _is_held() -> bool:
    """Tell whether whoever took the lock is still there; a number may have been given anew."""
    try:
        holder = json.loads(LOCK.read_text("utf-8"))
    except FileNotFoundError:
        return False
    start = process_start(holder["pid"])
    return start is not None and start == holder["mulai"]


def process_start(pid: int) -> str | None:
    """Give a mark of when a process began, or nothing if there is no such process."""
    try:
        # The fields after the name, which may hold blanks and brackets itself.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return _start_elsewhere(pid)
    return fields[19]


def _start_elsewhere(pid: int) -> str | None:
    if Path("/proc/self").exists():
        return None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        return "berjalan"
    return "berjalan"


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
