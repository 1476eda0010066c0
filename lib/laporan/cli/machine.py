"""Whether this machine can make reports, and what to do where it can't: ``laporan doctor``."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import laporan
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.project import Project
from laporan.render.engines import engine_versions
from laporan.render.quarto import find_quarto

QUARTO = (1, 10)
# A month's files, its scratch folders and a site's new version take a tenth of it.
FREE_BYTES = 500_000_000
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")
_INSTALL_QUARTO = (
    f"pasanglah {'.'.join(map(str, QUARTO))} atau sesudahnya dari https://quarto.org. Tanpanya, "
    "laporan render memakai mesin bawaan."
)
_AGAIN = "Jalankan lagi pemasangan menurut README."


@dataclass(frozen=True)
class Part:
    """A part of the machine.

    Attributes
    ----------
    wrong
        What to do; empty where nothing is wrong.
    needed
        Whether reports can't be made without it.
    """

    name: str
    found: str
    wrong: str = ""
    needed: bool = True

    def __str__(self) -> str:
        """Give its line, and below it what to do."""
        mark = "baik " if not self.wrong else "GAGAL" if self.needed else "tanpa"
        todo = f"\n       {self.wrong}" if self.wrong else ""
        return f"[{mark}] {self.name}: {self.found}{todo}"


def examine_machine(project: Project) -> list[Part]:
    """Look at all that a report needs, by using it."""
    checks: list[Callable[[], Part]] = [
        _python,
        _libraries,
        _kernel,
        _embedded_engine,
        _quarto,
        _fonts,
        _browser,
        lambda: _space(project),
        lambda: _folders(project),
        lambda: _code(project),
    ]
    return [check() for check in checks]


def _python() -> Part:
    return Part("Python", f"{platform.python_version()} ({sys.executable})")


def _libraries() -> Part:
    wrong = sorted(_misfits())
    if wrong:
        return Part("pustaka", daftar(wrong), _AGAIN)
    return Part("pustaka", f"laporan {version('laporan')} dan semua yang diperlukannya terpasang")


def _misfits() -> Iterator[str]:
    """Name the libraries that aren't there, or are in a version that won't do."""
    from packaging.requirements import Requirement

    for text in requires("laporan") or ():
        needed = Requirement(text)
        if needed.marker and not needed.marker.evaluate({"extra": ""}):
            continue
        try:
            found = version(needed.name)
        except PackageNotFoundError:
            yield f"{needed.name} tidak terpasang"
            continue
        if not needed.specifier.contains(found, prereleases=True):
            yield f"{needed.name} {found}, seharusnya {needed.specifier}"


def _kernel() -> Part:
    """Start one, and let it reckon."""
    from laporan.render.notebook.runner import Runner

    try:
        with Runner(Path.cwd(), {}) as runner:
            runner.run("assert 1 + 1 == 2")
    except (LaporanError, OSError) as error:
        return Part("kernel notebook", "tidak menjawab", f"{error}")
    return Part("kernel notebook", f"berjalan (ipykernel {version('ipykernel')})")


def _embedded_engine() -> Part:
    try:
        parts = engine_versions("pandoc")
    except (OSError, PackageNotFoundError) as error:
        return Part("mesin bawaan", f"tidak lengkap: {error}", _AGAIN)
    return Part("mesin bawaan", daftar(f"{name} {found}" for name, found in parts.items()))


def _quarto() -> Part:
    path = find_quarto()
    if path is None:
        found, todo = "tidak terpasang", f"Hanya perlu untuk quarto render; {_INSTALL_QUARTO}"
        return Part("Quarto", found, todo, needed=False)
    try:
        found = engine_versions("quarto")["quarto"]
    except (OSError, subprocess.CalledProcessError):
        return Part("Quarto", f"{path} tidak menjawab", _INSTALL_QUARTO, needed=False)
    numbers = tuple(int(part) for part in found.split(".")[:2] if part.isdecimal())
    todo = f"Terlalu lama: {_INSTALL_QUARTO}" if numbers < QUARTO else ""
    return Part("Quarto", f"{found} ({path})", todo, needed=False)


def _fonts() -> Part:
    from laporan.dasar.brand import font_folder

    folder = font_folder()
    count = len([*folder.glob("*.ttf")]) if folder.is_dir() else 0
    return Part("huruf", f"{angka(count)} berkas Source Sans Pro", "" if count else _AGAIN)


def _browser() -> Part:
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    todo = "" if found else "Hanya perlu untuk foto halaman dan pengujian di peramban."
    return Part("Chromium", found or "tidak ada", todo, needed=False)


def _space(project: Project) -> Part:
    free = {
        place: shutil.disk_usage(_existing(place)).free
        for place in (project.out, project.data, Path(tempfile.gettempdir()))
    }
    place, least = min(free.items(), key=lambda item: item[1])
    short = least < FREE_BYTES
    todo = f"Kosongkan ruang di {place}: diperlukan {angka(FREE_BYTES / 1e6)} MB." if short else ""
    return Part("ruang bebas", f"{angka(least / 1e9, 1)} GB", todo)


def _folders(project: Project) -> Part:
    shut = []
    for folder in (project.data / "processed", project.out):
        try:
            with tempfile.TemporaryFile(dir=_existing(folder)):
                pass
        except OSError as error:
            shut.append(f"{folder} ({error.strerror})")
    if shut:
        return Part("folder hasil", f"tidak dapat ditulisi: {daftar(shut)}", "Periksa izinnya.")
    return Part("folder hasil", "dapat ditulisi")


def _existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def _code(project: Project) -> Part:
    package = Path(laporan.__file__).parent
    return Part("proyek", f"{project.root}, kode di {package}")
