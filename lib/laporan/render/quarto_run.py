"""One run of Quarto in the project's root: who runs it, what it leaves between its steps.

Quarto makes its files in the root, and calls nothing of ours when it fails. So a process of our own
waits until Quarto has ended, however it did, and leaves the root as it was.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import psutil
from filelock import FileLock

from laporan.dasar.errors import LaporanError
from laporan.render.formats import FORMATS
from laporan.render.look import write_look

LOOK_FOLDER = ".tema"
# A month is rendered in seconds. Whoever can't be seen to have ended has by then.
LOCK_SECONDS = 600
# What stands at the address that a preview opens.
START_PAGE = "index.html"
# What `_quarto.yml` has Quarto render.
START_FILE = "index.qmd"


@dataclass(frozen=True)
class QuartoRun:
    """The places of a run; all of them are ignored by git.

    Attributes
    ----------
    root
        The project's folder, which Quarto works in.
    """

    root: Path

    @property
    def look(self) -> Path:
        """The theme, as ``_quarto.yml`` names its files."""
        return self.root / LOOK_FOLDER

    @property
    def lock(self) -> Path:
        """Who runs Quarto here."""
        return self.look / "quarto.kunci"

    @property
    def work(self) -> Path:
        """The executed month: its document, pictures, figures and quality."""
        return self.look / "kerja"

    @property
    def output(self) -> Path:
        """Where Quarto puts what it made."""
        return self.look / "keluaran"

    def begin(self, quarto: int) -> None:
        """Prepare the root for the Quarto process of that id.

        Raises
        ------
        LaporanError
            If another Quarto is at work here.
        """
        self.look.mkdir(exist_ok=True)
        with self._door():
            holder = self._holder()
            if holder is not None and holder != quarto:
                raise LaporanError(
                    "Quarto sedang menyusun atau menayangkan laporan lain di folder ini. Tunggu "
                    "sampai selesai, atau tutup tayangannya, lalu ulangi; atau pakailah laporan "
                    "render, yang boleh berjalan bersamaan."
                )
            if holder is None:
                self._sweep()
                start = process_start(quarto)
                self.lock.write_text(json.dumps({"pid": quarto, "mulai": start}), "utf-8")
                _send_sweeper(self.root, quarto)
            write_look(self.look)

    def end(self, quarto: int) -> None:
        """Leave the root as it was before that Quarto, unless another one took it over."""
        with self._door():
            if self._written_holder() == quarto:
                self._sweep()

    def _door(self) -> FileLock:
        return FileLock(f"{self.lock}.pintu")

    def _holder(self) -> int | None:
        """Give the Quarto that is at work; a number may have been given to another process."""
        with suppress(FileNotFoundError, ValueError, KeyError, TypeError):
            holder = json.loads(self.lock.read_text("utf-8"))
            pid = int(holder["pid"])
            if holder["mulai"] is None:
                young = time.time() - self.lock.stat().st_mtime < LOCK_SECONDS
                return pid if young else None
            start = process_start(pid)
            return pid if start is not None and abs(start - holder["mulai"]) < 1 else None
        return None

    def _written_holder(self) -> int | None:
        with suppress(FileNotFoundError, ValueError, KeyError, TypeError):
            return int(json.loads(self.lock.read_text("utf-8"))["pid"])
        return None

    def _sweep(self) -> None:
        for path in self._leftovers():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)

    def _leftovers(self) -> Iterator[Path]:
        names = [each.file for each in FORMATS.values()]
        if self.output.is_dir():
            # A file of a format that the report does not know stays where Quarto said that it is.
            yield from (
                path
                for path in self.output.iterdir()
                if path.is_dir() or path.name in (*names, START_PAGE)
            )
        for stem in {Path(name).stem for name in (*names, START_PAGE)}:
            yield from (self.root / f"{stem}.typ", self.root / f"{stem}_files")
        yield from (self.root / name for name in names)
        yield from self.root.glob("index.quarto_ipynb*")
        yield from (self.work, self.lock)


@dataclass(frozen=True)
class Executed:
    """What the run has executed.

    Attributes
    ----------
    bulan
        The month.
    formats
        Those that have taken it.
    warnings
        What was found while it was read; Quarto does not tell of what a cell writes to stderr.
    """

    bulan: str
    formats: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def write(self, work: Path) -> None:
        """Write it beside what it tells of."""
        (work / _RECORD).write_text(json.dumps(asdict(self)), "utf-8")


_RECORD = "dijalankan.json"


def read_executed(work: Path) -> Executed | None:
    """Read what the run has executed, if anything."""
    path = work / _RECORD
    if not path.is_file():
        return None
    record = json.loads(path.read_text("utf-8"))
    return Executed(record["bulan"], tuple(record["formats"]), tuple(record["warnings"]))


def process_start(pid: int) -> float | None:
    """Give when a process began; None if it has ended, or the system does not let one see it."""
    with suppress(psutil.Error, OSError):
        return float(psutil.Process(pid).create_time())
    return None


def is_preview(quarto: int) -> bool:
    """Tell whether a Quarto process shows what it makes, and goes on."""
    return "preview" in _command(quarto)


def month_given(quarto: int) -> str | None:
    """Give the month that a Quarto process was called with; None where that is not seen.

    Quarto tells its parameters only to a kernel, which it has to start first.
    """
    given = None
    for option, value in pairwise(_command(quarto)):
        found = re.fullmatch(r"bulan[:=]\s*([\w-]+)", value)
        if option in ("-P", "--execute-param") and found:
            given = found[1]
    return given


def _command(pid: int) -> list[str]:
    with suppress(psutil.Error, OSError):
        return list(psutil.Process(pid).cmdline())
    return []


def _send_sweeper(root: Path, quarto: int) -> None:
    """Start the process that waits for Quarto's end, in no terminal's group."""
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.DETACHED_PROCESS}
    subprocess.Popen(
        [sys.executable, "-m", "laporan.render.quarto_run", str(root), str(quarto)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ),
        cwd=root,
        **apart,
    )


def sweep_after(root: Path, quarto: int) -> None:
    """Wait until Quarto has ended, and leave the root as it was."""
    with suppress(psutil.NoSuchProcess):
        psutil.Process(quarto).wait()
    QuartoRun(root).end(quarto)


if __name__ == "__main__":
    sweep_after(Path(sys.argv[1]), int(sys.argv[2]))
