"""A month's steps in their order, up to the first that fails, and who is told: ``laporan run``.

Each step is a command of its own, called as anybody calls it: its exit status is what counts, and
it can be repeated by hand. What is told outside holds nothing personal.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.project import Project
from laporan.dasar.settings import load_settings
from laporan.prove.privacy.told_outside import without_personal
from laporan.read.folder import find_files
from laporan.read.sources import SOURCES

# What is run is known to the command that is told by these, besides what it reads.
STATUS_VARIABLE, MONTH_VARIABLE, STEP_VARIABLE = (
    "LAPORAN_STATUS", "LAPORAN_BULAN", "LAPORAN_LANGKAH"
)  # fmt: skip
# A mail is on its way long before; a command that hangs must not keep the next month from running.
NOTIFY_SECONDS = 300


@dataclass(frozen=True)
class Step:
    """A step that was done.

    Attributes
    ----------
    name
        The command.
    status
        Its exit status.
    told
        What it says of the month, to be looked through before it goes anywhere.
    seconds
        How long it took.
    """

    name: str
    status: int
    told: str
    seconds: float

    @property
    def line(self) -> str:
        """The step in one line."""
        return f"{self.name:8} status {self.status}, {angka(self.seconds)} detik"


@dataclass(frozen=True)
class Outcome:
    """What came of a month: its exit status, and the text that whoever reads it gets."""

    status: int
    text: str


def last_month() -> Bulan:
    """Give the month before this day's, as it is in Jakarta."""
    return Bulan.of(datetime.now(ZoneInfo("Asia/Jakarta")).date()).previous


def run_month(project: Project, month: Bulan, downloads: Path | None, site: Path) -> Outcome:
    """Do a month's steps up to the first that fails, and tell whom the settings name.

    Parameters
    ----------
    downloads
        The folder whose files are collected first; none are without it.
    site
        Where it is published, if the settings let that happen unread.

    Raises
    ------
    LaporanError
        If the settings can't be read.
    """
    jadwal = load_settings(project.settings_file, month)["jadwal"]
    steps = list(_steps(project, month, downloads, site, publish=jadwal["terbit_otomatis"]))
    text = _letter(project, month, steps, published=jadwal["terbit_otomatis"])
    status = steps[-1].status
    command = jadwal["beri_tahu"]
    if refused := _notify(command, month, steps[-1], text) if command else "":
        return Outcome(status or LaporanError.exit_status, f"{text}\n\n{refused}")
    return Outcome(status, text)


def _steps(
    project: Project, month: Bulan, downloads: Path | None, site: Path, *, publish: bool
) -> Iterator[Step]:
    """Do the steps, and give each as it is done; the first that fails is the last."""
    calls: dict[str, list[str]] = {} if downloads is None else {"collect": [str(downloads)]}
    calls |= {"check": [], "render": [], "audit": []}
    if publish:
        calls |= {"publish": ["--tegas", "--situs", str(site)]}
    for name, more in calls.items():
        click.echo(f"{month.label}: laporan {name} …", err=True)
        if name == "publish" and (absent := _absent(project, month)):
            told = f"Tidak diterbitkan tanpa dibaca, karena belum ada: {daftar(absent)}."
            yield Step(name, LaporanError.exit_status, told, 0)
            return
        step = _call(project, month, name, more)
        yield step
        if step.status:
            return


def _call(project: Project, month: Bulan, name: str, more: Sequence[str]) -> Step:
    before, begun = _names(project, month), time.monotonic()
    folders = ["--data", str(project.data)]
    folders += [] if name == "collect" else ["--out", str(project.out)]
    done = subprocess.run(
        [sys.executable, "-m", "laporan", name, str(month), *more, *folders],
        cwd=project.root, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    seconds = time.monotonic() - begun
    said = done.stdout if name in {"check", "audit", "publish"} else ""
    if name == "collect" and not done.returncode:
        # Other files lie among downloads, too: of them nothing is told, not even a name.
        new = sorted(_names(project, month) - before)
        said = f"Disalin: {daftar(new)}." if new else "Tidak ada ekspor baru."
        absent = _absent(project, month)
        said += f" Belum ada: {daftar(absent)}." if absent else ""
    if done.returncode:
        said += f"\n{done.stderr}"
    return Step(name, done.returncode, said.strip(), seconds)


def _names(project: Project, month: Bulan) -> set[str]:
    folder = project.raw(month)
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def _absent(project: Project, month: Bulan) -> list[str]:
    """Name the sources that a month should have, and has not."""
    folder = project.raw(month)
    return [
        source.label
        for source in SOURCES.values()
        if not source.extra and not (folder.is_dir() and find_files(folder, source))
    ]


def _letter(project: Project, month: Bulan, steps: Sequence[Step], *, published: bool) -> str:
    """Write what whoever is told reads: how it ended, the steps, and what each found."""
    last = steps[-1]
    if last.status:
        head = f"Laporan {month.label} berhenti di langkah {last.name} (status {last.status})."
        do = f"Jalankan lagi sesudah diperbaiki: laporan run {month}"
    elif published:
        head, do = f"Laporan {month.label} selesai dan terbit.", ""
    else:
        head = f"Laporan {month.label} selesai dan menunggu dibaca."
        do = f"Bacalah {project.output(month)}, lalu terbitkan: laporan publish {month}"
    told = without_personal(project, month, [step.told for step in steps])
    parts = [f"{step.name}:\n{text}" for step, text in zip(steps, told, strict=True) if text]
    return "\n\n".join(filter(None, [head, "\n".join(s.line for s in steps), *parts, do]))


def _notify(command: Sequence[str], month: Bulan, last: Step, text: str) -> str:
    """Hand the text to the user's command; give why that failed, or nothing."""
    told = {STATUS_VARIABLE: str(last.status), MONTH_VARIABLE: str(month), STEP_VARIABLE: last.name}
    try:
        done = subprocess.run(
            command, input=f"{text}\n", text=True, encoding="utf-8", env={**os.environ, **told},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=NOTIFY_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        why = getattr(error, "strerror", None) or f"tidak selesai dalam {NOTIFY_SECONDS} detik"
    else:
        why = f"status {done.returncode}. {done.stderr.strip()}" if done.returncode else ""
    return f"Pemberitahuan gagal ({command[0]}): {why}" if why else ""
