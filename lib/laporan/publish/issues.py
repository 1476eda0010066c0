"""What has been published: versions of issues, and the index that they are read from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from laporan.check.prepared import UKURAN
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.publish.changes import Change, Figures, find_changes, parse_figures
from laporan.publish.read_jejak import Trace, parse_trace
from laporan.publish.sums import FileSum
from laporan.render.jejak import FILE as JEJAK

INDEX = "indeks.json"
PAGE = "index.html"
FEED = "umpan.xml"
CHANGES = "ralat.csv"


@dataclass(frozen=True)
class Version:
    """A published version of a month's issue; it never changes.

    Attributes
    ----------
    nomor
        1 for the first.
    terbit
        When it was published.
    alasan
        Why it replaces the one before; None for the first.
    files
        Its files but the page, which tells what became of it later.
    """

    bulan: Bulan
    nomor: int
    terbit: datetime
    alasan: str | None
    files: tuple[FileSum, ...]
    figures: Figures
    trace: Trace

    @property
    def folder(self) -> str:
        """Give its lasting place within the site."""
        return f"{self.bulan}/v{self.nomor}"


@dataclass(frozen=True)
class Archive:
    """All versions, by month and number."""

    versions: tuple[Version, ...] = ()

    @property
    def months(self) -> tuple[Bulan, ...]:
        """The months that have an issue, the newest first."""
        return tuple(sorted({version.bulan for version in self.versions}, reverse=True))

    def of(self, bulan: Bulan) -> tuple[Version, ...]:
        """Give a month's versions."""
        return tuple(version for version in self.versions if version.bulan == bulan)

    def latest(self, bulan: Bulan) -> Version | None:
        """Give the version of a month that holds now."""
        return self.of(bulan)[-1] if self.of(bulan) else None

    def before(self, version: Version) -> Version | None:
        """Give the version that one replaced."""
        earlier = [each for each in self.of(version.bulan) if each.nomor < version.nomor]
        return earlier[-1] if earlier else None

    def corrections(self, version: Version) -> tuple[Change, ...]:
        """List what a version corrected."""
        before = self.before(version)
        return find_changes(before.figures, version.figures) if before else ()

    def with_version(self, version: Version) -> Archive:
        """Give an archive that has one more."""
        versions = [*self.versions, version]
        return Archive(tuple(sorted(versions, key=lambda each: (each.bulan, each.nomor))))


def read_archive(site: Path) -> Archive:
    """Read what a site holds; where there is no site, nothing.

    Raises
    ------
    LaporanError
        If the folder is something else, or is damaged.
    """
    if not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return Archive()
    try:
        index = json.loads((site / INDEX).read_bytes())
        return Archive(tuple(_read_version(site, item) for item in _items(index)))
    except (NotADirectoryError, FileNotFoundError) as error:
        raise LaporanError(
            f"Folder {site} sudah berisi hal lain, atau situsnya tidak utuh lagi: "
            f"{Path(error.filename).name} tidak ada. Pilihlah folder lain dengan --situs, atau "
            "pulihkan situs itu dari salinannya."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LaporanError(
            f"{site / INDEX} tidak dapat dibaca: {error}. Pulihkan situs itu dari salinannya."
        ) from error


def _items(index: Any) -> list[tuple[str, Any]]:
    return [(issue["bulan"], item) for issue in index["terbitan"] for item in issue["versi"]][::-1]


def _read_version(site: Path, item: tuple[str, Any]) -> Version:
    bulan, data = Bulan.parse(item[0]), item[1]
    folder = site / f"{bulan}/v{int(data['versi'])}"
    return Version(
        bulan=bulan,
        nomor=int(data["versi"]),
        terbit=datetime.fromisoformat(data["terbit"]),
        alasan=data["alasan"],
        files=tuple(FileSum(f["berkas"], f["bita"], f["sha256"]) for f in data["berkas"]),
        figures=parse_figures((folder / UKURAN).read_bytes(), f"{folder.name}/{UKURAN}"),
        trace=parse_trace((folder / JEJAK).read_bytes(), folder / JEJAK),
    )


def format_index(archive: Archive, title: str, keys: Sequence[str]) -> bytes:
    """Write the machine-readable index, the newest month and version first.

    Parameters
    ----------
    keys
        The key figures that it gives of each version.
    """
    issues = [
        {
            "bulan": str(bulan),
            "label": bulan.label,
            "alamat": f"{bulan}/{PAGE}",
            "versi": [_describe(archive, version, keys) for version in reversed(archive.of(bulan))],
        }
        for bulan in archive.months
    ]
    index = {
        "judul": title,
        "bahasa": "id",
        "diperbarui": max(version.terbit for version in archive.versions).isoformat(),
        "umpan": FEED,
        "terbitan": issues,
    }
    return (json.dumps(index, ensure_ascii=False, indent=2) + "\n").encode()


def _describe(archive: Archive, version: Version, keys: Sequence[str]) -> dict[str, Any]:
    figures = [version.figures.get((str(version.bulan), key, "", "")) for key in keys]
    corrections = archive.corrections(version)
    return {
        "versi": version.nomor,
        "terbit": version.terbit.isoformat(),
        "alasan": version.alasan,
        "contoh": version.trace.contoh,
        "alamat": f"{version.folder}/{PAGE}",
        "angka_utama": {f.indikator: {"nilai": f.nilai, "satuan": f.satuan} for f in figures if f},
        "jumlah_ralat": len(corrections),
        "ralat": f"{version.folder}/{CHANGES}" if corrections else None,
        "berkas": [
            {"berkas": file.name, "bita": file.size, "sha256": file.sha256}
            for file in version.files
        ],
    }
