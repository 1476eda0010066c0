"""Whether a command would do again what it did: the one place that says what "unchanged" means.

It rests on content, and errs on the side of doing: whatever lies in the project and among the
data counts, whether the report is known to read it or not, as an analyst's cell may. Only what the
project makes itself doesn't, nor do its tests and benchmarks, nor hidden files. What lies elsewhere
on the machine can't be known: for that there is ``--ulang``.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import laporan
from laporan.dasar.project import SITE, Project
from laporan.dasar.whole_file import keep_whole
from laporan.store.code_basis import installed
from laporan.store.file_sums import FileSums

_INDEX = ".sidik-berkas.json"
_PACKAGE = Path(laporan.__file__).parent
# At the project's root: what is made from the rest, or what no report is made of. Elsewhere a
# folder of such a name is somebody's own.
_ASIDE = ("_output", SITE, "build", "tests", "bench", "laporan_files", "index_files")
# What Python makes, wherever it lies.
_MADE_SUFFIXES = (".egg-info", ".pyc", "__pycache__")


@dataclass(frozen=True)
class Done:
    """What a command did, and said.

    Attributes
    ----------
    files
        What it wrote, by place.
    text
        What it told the user.
    failed
        What it refused, as it said it; empty where it succeeded.
    at
        When; empty as long as it isn't remembered.
    """

    files: Sequence[Path]
    text: str = ""
    failed: str = ""
    at: str = ""


class Records:
    """What commands did, kept beside the files that they made.

    Parameters
    ----------
    project
        Where inputs and outputs lie.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._sums = FileSums(project.data / "processed" / _INDEX)

    def basis(
        self,
        *choices: object,
        besides: Iterable[Path] = (),
        instead: Mapping[Path, Path] = MappingProxyType({}),
    ) -> str:
        """Digest all that a command's work rests on.

        Parameters
        ----------
        choices
            How it was called.
        besides
            Files out of the project and its data, such as an engine or an earlier issue.
        instead
            Those of them that are going to be other files, by place.
        """
        besides_sums = {str(path): self._sums.of(instead.get(path, path)) for path in besides}
        return _digest([self._inputs, [str(choice) for choice in choices], besides_sums])

    @cached_property
    def _inputs(self) -> str:
        """The digest of all that any command rests on; taken once, before anything is done."""
        project = self._project
        aside = {project.data / "processed", project.out}
        at_root = {project.root / name for name in _ASIDE}
        folders = {
            "proyek": (project.root, aside | at_root | {project.data}),
            "data": (project.data, aside),
            "paket": (_PACKAGE, aside),
        }
        isi = {
            name: self._sums.of_all(_files(folder, without), folder)
            for name, (folder, without) in folders.items()
        }
        self._sums.keep()
        python = [platform.python_version(), sys.executable, *sorted(installed())]
        return _digest([isi, str(project.data), python])

    def recall(self, name: str, basis: str, files: Iterable[Path] = ()) -> Done | None:
        """Give what was done on this basis, if all that was written lies as it was written.

        Parameters
        ----------
        name
            Of the command and its month.
        basis
            As of now.
        files
            What must be among the files.
        """
        try:
            record = json.loads(self._file(name).read_text("utf-8"))
            sums: dict[str, str] = record["hasil"]
            texts = record["pesan"], record["gagal"], record["waktu"]
            done = Done([Path(path) for path in sums], *texts)
            known = record["sidik"] == basis
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if not known or not {str(path) for path in files} <= sums.keys():
            return None
        whole = all(self._sums.of(Path(path)) == found for path, found in sums.items())
        self._sums.keep()
        return done if whole else None

    def remember(self, name: str, basis: str, done: Done) -> None:
        """Keep what was done. Where it can't be written, it will be done again."""
        record = {
            "sidik": basis,
            "hasil": {str(path): self._sums.of(path) for path in done.files},
            "pesan": done.text,
            "gagal": done.failed,
            "waktu": datetime.now(ZoneInfo("Asia/Jakarta")).isoformat(timespec="minutes"),
        }
        keep_whole(self._file(name), json.dumps(record, ensure_ascii=False, indent=1))

    def _file(self, name: str) -> Path:
        return self._project.out / f".{name}.mutakhir.json"


def _digest(of: object) -> str:
    return hashlib.sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()


def _files(folder: Path, aside: set[Path]) -> Iterator[Path]:
    """Walk what counts, through links, too; hidden files and other environments don't."""
    seen = set[tuple[int, int]]()
    for place, folders, names in os.walk(folder, followlinks=True):
        here, stat = Path(place), Path(place).stat()
        if (stat.st_dev, stat.st_ino) in seen:
            folders.clear()  # a link leads back here
            continue
        seen.add((stat.st_dev, stat.st_ino))
        folders[:] = [name for name in folders if _counts(here / name, aside)]
        yield from (here / name for name in names if _counts(here / name, aside))


def _counts(path: Path, aside: set[Path]) -> bool:
    made = path.name.startswith(".") or path.name.endswith(_MADE_SUFFIXES)
    return not made and path not in aside and not (path / "pyvenv.cfg").is_file()
