"""Which cleaned months are out of date; decided without loading the libraries that clean."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan.dasar.project import Project
from laporan.dasar.settings import settings_basis
from laporan.read.folder import cannot_open, check_folder, correction_files, find_files
from laporan.read.sources import SOURCES
from laporan.store.code_basis import FOLDER, library_versions, own_files

# Cleaning a month takes seconds; a lock held for longer is a process that hangs.
LOCK_SECONDS = 600


def _groups() -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for source in SOURCES.values():
        groups[source.group] = (*groups.get(source.group, ()), source.name)
    return groups


# The cleaning notebooks and the sources of each.
GROUPS: Mapping[str, tuple[str, ...]] = _groups()


def raw_months(project: Project) -> list[Bulan]:
    """List the months that have a folder of raw exports."""
    months = []
    for path in (project.data / "raw").glob("20??-??"):
        try:
            months.append(Bulan.parse(path.name))
        except CallError:
            continue  # a folder such as 2023-13 is no month
    return sorted(month for month in months if project.raw(month).is_dir())


def needed_months(project: Project, bulan: Bulan) -> list[Bulan]:
    """List the months that a report looks at and that have raw exports, its own among them.

    They begin with January of the year before, so that limits rest on twelve months at least.
    """
    looked_at = Bulan(bulan.tahun - 1, 1).until(bulan)
    return sorted({*looked_at} & {bulan, *raw_months(project)})


def stale_groups(project: Project, bulan: Bulan) -> list[str]:
    """List the groups whose cleaned tables are missing or older than what they rest on.

    Raises
    ------
    LaporanError
        If the month has no raw folder.
    """
    return [group for group in GROUPS if not _is_fresh(project, bulan, group)]


def fingerprint(project: Project, bulan: Bulan, group: str) -> str:
    """Digest all that a group's cleaned tables rest on.

    That is the raw files with their names, their corrections, the analysts' settings for the
    month, the notebook that cleans, the code that it imports, and the libraries' versions.
    """
    check_folder(project.raw(bulan))
    cells = _notebook_cells(project.notebooks / f"{group}.ipynb")
    code = [text for kind, text in cells if kind == "code"]
    # What is found by a source's name is imported where it is run.
    code += [
        f"import laporan.{room}.sources.{name}"
        for room in ("read", "clean")
        for name in GROUPS[group]
    ]
    basis = {
        "raw": file_digests(project, bulan, GROUPS[group]),
        "koreksi": {path.name: digest(path) for path in correction_files(project.raw(bulan))},
        "settings": settings_basis(project.settings_file, bulan).decode(),
        "code": {path.relative_to(FOLDER).as_posix(): digest(path) for path in own_files(code)},
        "notebook": cells,
        "versions": library_versions(code),
        "python": platform.python_version(),
    }
    return hashlib.sha256(json.dumps(basis, sort_keys=True).encode()).hexdigest()


def file_digests(
    project: Project, bulan: Bulan, sources: Iterable[str] = tuple(SOURCES)
) -> dict[str, str]:
    """Give the SHA-256 of each raw file of the sources, by name."""
    folder = project.raw(bulan)
    return {
        path.name: digest(path)
        for source in sources
        for path in find_files(folder, SOURCES[source])
    }


def account_file(project: Project, bulan: Bulan, group: str) -> Path:
    """Give the file with a group's book and fingerprint; it is written last."""
    return project.processed(bulan) / f"{group}.json"


def table_file(project: Project, bulan: Bulan, source: str) -> Path:
    """Give the file of a source's cleaned table."""
    return project.processed(bulan) / f"{source}.parquet"


def read_account(project: Project, bulan: Bulan, group: str) -> dict[str, Any] | None:
    """Read a group's book, or nothing if the group is not cleaned or its book is of no use."""
    try:
        account: dict[str, Any] = json.loads(account_file(project, bulan, group).read_text("utf-8"))
        tables = [table_file(project, bulan, source) for source in account["sumber"]]
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError, KeyError, TypeError):
        return None
    return account if all(table.is_file() for table in tables) else None


@contextmanager
def cleaning_lock(project: Project, bulan: Bulan) -> Iterator[None]:
    """Keep others from cleaning a month at the same time; held from the check to the last group.

    Raises
    ------
    LaporanError
        If another process holds it for too long, or the folder cannot be written.
    """
    with _hold(project, bulan, ".bersih.kunci"):
        yield


@contextmanager
def files_lock(project: Project, bulan: Bulan) -> Iterator[None]:
    """Keep a month's cleaned files as they are while they are read or written.

    Raises
    ------
    LaporanError
        If another process holds it for too long, or the folder cannot be written.
    """
    with _hold(project, bulan, ".berkas.kunci"):
        yield


@contextmanager
def _hold(project: Project, bulan: Bulan, name: str) -> Iterator[None]:
    folder = project.processed(bulan)
    lock = FileLock(folder / name, timeout=LOCK_SECONDS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise LaporanError(
            f"Bulan {bulan} sedang dibersihkan oleh proses lain yang tidak kunjung selesai. "
            "Hentikan proses itu, lalu ulangi."
        ) from error
    except OSError as error:
        raise LaporanError(
            f"Folder {folder} tidak dapat ditulisi: {error.strerror}. Periksa izinnya."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _is_fresh(project: Project, bulan: Bulan, group: str) -> bool:
    expected = fingerprint(project, bulan, group)
    account = read_account(project, bulan, group)
    return account is not None and account.get("sidik") == expected


def digest(path: Path) -> str:
    """Give the SHA-256 of a file.

    Raises
    ------
    LaporanError
        If the system does not let us read it.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise cannot_open(path, error) from error


def _notebook_cells(path: Path) -> list[tuple[str, str]]:
    """Read what a notebook does: outputs and metadata, which opening it changes, are left out."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
