"""``jejak.json`` as it is read back: it may come from anywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.publish.sums import FileSum


class Correction(NamedTuple):
    """A cell, or with the column ``*`` a row, that was corrected in an export."""

    bulan: str
    sumber: str
    berkas: str
    lembar: str
    kolom: str
    lama: str
    baru: str
    alasan: str
    tanggal: date
    baris: int


_TEXTS = Correction._fields[:-2]


@dataclass(frozen=True)
class Trace:
    """The provenance of an issue.

    Attributes
    ----------
    months
        The months whose raw exports were used.
    contoh
        Whether some of them are synthetic.
    waktu
        When it was made.
    code
        Version, commit and digest of the code.
    engine, parts
        The engine's name, and the versions of its parts.
    libraries
        The versions of what it was made with; nothing in an old one.
    inputs, outputs
        What it was made from, by path within ``data/``, and what was made.
    corrections
        What was corrected in the exports; nothing in an old one.
    withheld
        The sources whose figures are withheld; nothing in an old one.
    """

    bulan: Bulan
    months: tuple[Bulan, ...]
    contoh: bool
    waktu: datetime
    code: Mapping[str, str | None]
    engine: str
    parts: Mapping[str, str]
    libraries: Mapping[str, str]
    inputs: tuple[FileSum, ...]
    outputs: tuple[FileSum, ...]
    corrections: tuple[Correction, ...] = ()
    withheld: tuple[str, ...] = ()

    @property
    def penyusun(self) -> str:
        """The engine and its parts, as people read it."""
        parts = ", ".join(f"{name} {version}" for name, version in self.parts.items())
        return f"{self.engine} ({parts})"


def parse_trace(content: bytes, path: Path) -> Trace:
    """Read the content of a ``jejak.json``.

    Raises
    ------
    LaporanError
        If it is damaged.
    """
    try:
        data = json.loads(content)
        return Trace(
            bulan=Bulan.parse(data["bulan"]),
            months=tuple(map(Bulan.parse, data["bulan_dipakai"])),
            contoh=bool(data["contoh"]),
            waktu=datetime.fromisoformat(data["waktu"]),
            code={key: data["laporan"][key] for key in ("versi", "commit", "sha256")},
            engine=str(data["penyusun"]["nama"]),
            parts=_versions(data["penyusun"]["versi"]),
            libraries=_versions(data.get("pustaka", {})),
            inputs=tuple(map(_file, data["masukan"])),
            outputs=tuple(map(_file, data["keluaran"])),
            corrections=tuple(map(_correction, data.get("koreksi", ()))),
            withheld=tuple(map(str, data.get("ditahan", ()))),
        )
    except (ValueError, KeyError, TypeError, AttributeError, LaporanError) as error:
        raise LaporanError(
            f"{path} tidak dapat dibaca sebagai jejak laporan: {error}. "
            "Salinlah terbitan itu sekali lagi, atau susun ulang dengan laporan render."
        ) from error


def _versions(found: Mapping[str, Any]) -> Mapping[str, str]:
    return {str(name): str(version) for name, version in found.items()}


def _correction(item: Mapping[str, Any]) -> Correction:
    texts = {name: str(item[name]) for name in _TEXTS}
    day = date.fromisoformat(item["tanggal"])
    return Correction(**texts, tanggal=day, baris=int(item["baris"]))


def _file(item: Mapping[str, Any]) -> FileSum:
    name = str(item["berkas"])
    path = PurePosixPath(name)
    # Nothing outside of the folder is looked at because a file from elsewhere says so.
    if path.is_absolute() or ".." in path.parts or not name.isprintable():
        raise ValueError(f"nama berkas {name!r}")
    return FileSum(name, int(item["bita"]), str(item["sha256"]))
