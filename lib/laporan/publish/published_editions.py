"""A month's editions beside its issue: read by their own provenance, and held against a version."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS, Jenis
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.publish.read_jejak import parse_trace
from laporan.publish.sums import FileSum, sum_of

_SHOWN = 3


def read_editions(output: Path, bulan: Bulan) -> dict[str, bytes]:
    """Read the editions that lie in a month's folder of finished files.

    Returns
    -------
    dict
        Content by path within that folder: all that the ``jejak.json`` of each kind names.

    Raises
    ------
    LaporanError
        If they are not the files that it names.
    """
    files: dict[str, bytes] = {}
    for jenis in JENIS.values():
        folder = output / jenis.folder
        if folder.is_dir() and any(folder.iterdir()):
            files |= _read_kind(folder, jenis, bulan)
    return files


def _read_kind(folder: Path, jenis: Jenis, bulan: Bulan) -> dict[str, bytes]:
    again = f"Jalankan {command(jenis, bulan)}, atau hapus folder {folder}, lalu ulangi."
    if not (folder / JEJAK).is_file():
        raise LaporanError(f"{jenis.label} {bulan.label} tidak utuh: {JEJAK} tidak ada. {again}")
    found = {JEJAK: (folder / JEJAK).read_bytes()}
    trace, other = parse_trace(found[JEJAK], folder / JEJAK), []
    for file in trace.outputs:
        path = folder / file.name
        found[file.name] = path.read_bytes() if path.is_file() else b""
        if sum_of(file.name, found[file.name]) != file:
            other.append(file.name)
    if trace.bulan != bulan or UKURAN not in found:
        raise LaporanError(f"{folder / JEJAK} bukan jejak {jenis.label} {bulan.label}. {again}")
    if other:
        more = [f"{angka(len(other) - _SHOWN)} berkas lagi"] if len(other) > _SHOWN else []
        raise LaporanError(
            f"{jenis.label} {bulan.label} bukan yang dibuat bersama {JEJAK}: "
            f"{daftar([*other[:_SHOWN], *more])} hilang atau berubah. {again}"
        )
    return {f"{jenis.folder}/{name}": content for name, content in found.items()}


def command(jenis: Jenis, bulan: Bulan) -> str:
    """Give the command that makes a kind of editions."""
    return f"laporan render {bulan} --edisi {jenis.nama}"


def kinds_of(names: Collection[str]) -> list[Jenis]:
    """Give the kinds of editions that are among the files of an issue."""
    return [jenis for jenis in JENIS.values() if f"{jenis.folder}/{JEJAK}" in names]


def told_kinds(kinds: Sequence[Jenis]) -> str:
    """Name kinds of editions within a sentence."""
    return daftar(f"edisi {jenis.nama}" for jenis in kinds)


@dataclass(frozen=True)
class EditionNews:
    """What an issue's editions have that a version's don't.

    Attributes
    ----------
    added
        The kinds that the version lacks.
    changed
        Those that it has with other figures.
    """

    added: Sequence[Jenis] = ()
    changed: Sequence[Jenis] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.added or self.changed)

    @property
    def reason(self) -> str | None:
        """Why a version is published for them alone; None where somebody must say it."""
        if self.changed or not self.added:
            return None
        told = told_kinds(self.added)
        return f"{told[:1].upper()}{told[1:]} ditambahkan."


def edition_news(published: Sequence[FileSum], files: Mapping[str, bytes]) -> EditionNews:
    """Hold the editions of an issue against those of a version, by their figures.

    Parameters
    ----------
    published
        The version's files.
    files
        The issue's.
    """
    known = {file.name: file for file in published}
    added, changed = [], []
    for jenis in kinds_of(files):
        name = f"{jenis.folder}/{UKURAN}"
        if name not in known:
            added.append(jenis)
        elif known[name] != sum_of(name, files[name]):
            changed.append(jenis)
    return EditionNews(added, changed)
