"""The sources of the report, and their files in a month's folder."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from laporan.dasar.errors import LaporanError
from laporan.dasar.settings import Settings
from laporan.read.declaration import Source, needed
from laporan.read.header import Columns
from laporan.read.sources import SOURCES

# Prose, which is no table and is read by the report itself.
CATATAN = "catatan.md"
# What exports have wrong, put right without touching them: no source, but read with each.
KOREKSI = "koreksi.csv"
_KOREKSI_PATTERNS = (KOREKSI, "koreksi.xls*")
# What Windows and macOS put into folders by themselves.
OF_SYSTEMS = {"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"}
# The mark of a month that was written as a sample.
CONTOH = "CONTOH"
_WINDOWS_CIRCLE = 1921  # ERROR_CANT_RESOLVE_FILENAME


def columns_of(source: Source, settings: Settings) -> Columns:
    """Give the columns of a source that are read, with those that the analysts' settings name."""
    read = (column for column in source.columns if column.read)
    return Columns((*read, *map(needed, source.titles(settings))))


def check_folder(folder: Path) -> None:
    """Refuse a month without a folder, and name those that there are.

    Raises
    ------
    LaporanError
        If there is no such folder, or a file in it has a name that cannot be printed.
    """
    if folder.is_dir():
        for path in folder.iterdir():
            if not path.name.isprintable():
                raise LaporanError(
                    f"Folder {folder.name}: nama berkas {path.name!r} memuat pergantian baris "
                    "atau karakter lain yang tidak tampak. Ganti nama berkas itu."
                )
        return
    months = sorted(path.name for path in folder.parent.glob("20??-??") if path.is_dir())
    raise LaporanError(
        f"Folder bulan {folder.name} tidak ada: {folder}. "
        f"Bulan yang ada: {', '.join(months) or '(belum ada)'}. "
        "Buat folder itu dan taruh ekspor mentahnya di dalamnya."
    )


def find_files(folder: Path, source: Source) -> list[Path]:
    """List a source's files in a month's folder, `tiket-2` before `tiket-10`.

    Raises
    ------
    LaporanError
        If a link leads out of the folder, or it is no regular file.
    """
    return _matching(folder, source.patterns)


def correction_files(folder: Path) -> list[Path]:
    """List the files of corrections in a month's folder: one, or none.

    Raises
    ------
    LaporanError
        As :func:`find_files`.
    """
    return _matching(folder, _KOREKSI_PATTERNS) if folder.is_dir() else []


def is_corrections(name: str) -> bool:
    """Tell whether a file's name, with its folder, is that of a file of corrections."""
    return _fits(name.rpartition("/")[2], _KOREKSI_PATTERNS)


def is_of(name: str, source: Source) -> bool:
    """Tell whether a file's name is that of a source's export."""
    return _fits(name, source.patterns)


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name.casefold(), pattern) for pattern in patterns)


def _matching(folder: Path, patterns: Iterable[str]) -> list[Path]:
    found = [path for path in folder.iterdir() if _fits(path.name, patterns) and not path.is_dir()]
    for path in found:
        check_inside(path)
    return sorted(found, key=_natural_order)


def check_inside(path: Path) -> None:
    """Refuse what only looks like a file of its folder.

    Raises
    ------
    LaporanError
        If it is a link that leads out of the folder, as what it points to is not part of the
        month, or to itself; or a pipe or a device, which never ends.
    """
    folder = path.parent
    if _is_circle(path):
        raise LaporanError(
            f"{path.name} di folder {folder.name} adalah tautan yang menunjuk kembali ke dirinya "
            "sendiri, tanpa isi. Hapus, lalu salin berkas aslinya ke dalam folder bulan itu."
        )
    if not path.resolve().is_relative_to(folder.resolve()):
        raise LaporanError(
            f"{path.name} hanyalah tautan ke luar folder {folder.name}. "
            "Salin berkas aslinya ke dalam folder bulan itu."
        )
    if path.exists() and not path.is_file():
        raise LaporanError(
            f"{path.name} di folder {folder.name} bukan berkas biasa. "
            "Hapus, lalu salin berkas aslinya ke dalam folder bulan itu."
        )


def _is_circle(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP or getattr(error, "winerror", None) == _WINDOWS_CIRCLE
    return False


def unknown_files(folder: Path) -> list[str]:
    """List the files of a month's folder that belong to no source, such as misspelt ones.

    Folders are listed with them, unless they are empty.
    """
    known = {path for source in SOURCES.values() for path in find_files(folder, source)}
    known |= {*correction_files(folder)}
    return sorted(
        path.name
        for path in folder.iterdir()
        if path not in known
        and path.name not in {CATATAN, CONTOH}
        and path.name.casefold() not in OF_SYSTEMS
        and not path.name.startswith((".", "~"))
        and not (path.is_dir() and not any(path.iterdir()))
    )


def meant_for(name: str) -> str | None:
    """Give the pattern that a file was meant to match, if its name begins as that of a source."""
    written = re.sub(r"[\s_-]+", "-", name.strip().casefold())
    patterns = [CATATAN, KOREKSI, *(source.pattern for source in SOURCES.values())]
    return next((each for each in patterns if written.startswith(_beginning(each))), None)


def _beginning(pattern: str) -> str:
    return re.split(r"[*.]", pattern, maxsplit=1)[0]


def cannot_open(path: Path, error: OSError) -> LaporanError:
    """Make the error for a file that the system does not let us read."""
    return LaporanError(
        f"{path.name} tidak dapat dibuka: {error.strerror}. "
        "Periksa izin berkas itu, dan apakah sedang dibuka program lain."
    )


def _natural_order(path: Path) -> list[tuple[int, str]]:
    parts = re.findall(r"\d+|\D+", path.stem.casefold(), flags=re.ASCII)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
