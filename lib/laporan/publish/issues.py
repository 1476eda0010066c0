"""What has been published: versions of issues, and the index that they are read from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.measure.angka import Angka
from laporan.publish.changes import Change, Figures, find_changes, parse_figures
from laporan.publish.key_figures import KEY_FIGURES
from laporan.publish.read_jejak import Trace, parse_trace
from laporan.publish.sums import FileSum

INDEX = "indeks.json"
PAGE = "index.html"
FEED = "umpan.xml"
CHANGES = "ralat.csv"
_KEYS = {key.indikator for key in KEY_FIGURES}


@dataclass(frozen=True)
class Version:
    """A published version of a month's issue; it never changes.

    What the index says of it is at hand; a file of it is read when it is asked for, so that an
    archive costs no more than what is looked at.

    Attributes
    ----------
    nomor
        1 for the first.
    terbit
        When it was published.
    alasan
        Why it replaces the one before; None for the first.
    jumlah_ralat
        How many figures it corrects.
    contoh
        Whether it rests on synthetic data.
    tanpa_bukti_bita
        Whether nobody could make it again byte by byte when it was published.
    files
        Its files but the page, which tells what became of it later.
    listed
        Its key figures by name, if they are known without its other figures.
    read
        Gives the content of one of its files.
    """

    bulan: Bulan
    nomor: int
    terbit: datetime
    alasan: str | None
    jumlah_ralat: int
    contoh: bool
    files: tuple[FileSum, ...]
    listed: Mapping[str, Angka] | None
    read: Callable[[str], bytes] = field(compare=False, repr=False)
    tanpa_bukti_bita: bool = False

    @property
    def folder(self) -> str:
        """Give its lasting place within the site."""
        return f"{self.bulan}/v{self.nomor}"

    @cached_property
    def figures(self) -> Figures:
        """What its ``ukuran.csv`` holds."""
        return parse_figures(self.read(UKURAN), f"{self.folder}/{UKURAN}")

    @cached_property
    def trace(self) -> Trace:
        """What its ``jejak.json`` holds."""
        return parse_trace(self.read(JEJAK), Path(self.folder, JEJAK))

    @cached_property
    def utama(self) -> Mapping[str, Angka]:
        """Its key figures by name, those that it has."""
        if self.listed is not None:
            return self.listed
        keys = [(str(self.bulan), key.indikator, "", "") for key in KEY_FIGURES]
        return {key[1]: self.figures[key] for key in keys if key in self.figures}

    def find(self, indikator: str, bulan: Bulan | None = None) -> Angka | None:
        """Find a figure without dimension, of its own month or another that it knows of."""
        if bulan in (None, self.bulan) and indikator in _KEYS:
            return self.utama.get(indikator)
        return self.figures.get((str(bulan or self.bulan), indikator, "", ""))


@dataclass(frozen=True)
class Archive:
    """All versions, by month and number.

    Attributes
    ----------
    kode
        The digest of the code that wrote the index and the pages; None if it is not known.
    alamat
        The site's address, as the pages name it; empty if they don't.
    """

    versions: tuple[Version, ...] = ()
    kode: str | None = None
    alamat: str = ""

    @property
    def months(self) -> tuple[Bulan, ...]:
        """The months that have an issue, the newest first."""
        return tuple(sorted({version.bulan for version in self.versions}, reverse=True))

    def beside(self, bulan: Bulan) -> tuple[Bulan | None, Bulan | None]:
        """Give the months with an issue that are next to one: the one before and the one after."""
        earlier = max((month for month in self.months if month < bulan), default=None)
        later = min((month for month in self.months if month > bulan), default=None)
        return earlier, later

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

    def after(self, version: Version) -> Version | None:
        """Give the version that replaced one."""
        later = [each for each in self.of(version.bulan) if each.nomor > version.nomor]
        return later[0] if later else None

    def corrections(self, version: Version) -> tuple[Change, ...]:
        """List what a version corrected."""
        before = self.before(version)
        return find_changes(before.figures, version.figures) if before else ()

    def with_version(self, version: Version) -> Archive:
        """Give an archive that has one more."""
        versions = [*self.versions, version]
        ordered = sorted(versions, key=lambda each: (each.bulan, each.nomor))
        return replace(self, versions=tuple(ordered))

    def written_by(self, kode: str) -> Archive:
        """Give the archive as that code writes it, which may know other key figures."""
        if self.kode == kode:
            return self
        versions = tuple(replace(each, listed=None) for each in self.versions)
        return replace(self, versions=versions, kode=kode)


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
        versions = tuple(_read_version(site, item) for item in _items(index))
        return Archive(versions, index.get("kode"), str(index.get("alamat_situs", "")))
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
    utama = {
        name: Angka(str(bulan), name, "", "", float(figure["nilai"]), figure["satuan"])
        for name, figure in data["angka_utama"].items()
    }
    return Version(
        bulan=bulan,
        nomor=int(data["versi"]),
        terbit=datetime.fromisoformat(data["terbit"]),
        alasan=data["alasan"],
        jumlah_ralat=int(data["jumlah_ralat"]),
        contoh=bool(data["contoh"]),
        tanpa_bukti_bita=bool(data.get("tanpa_bukti_bita", False)),
        files=tuple(FileSum(f["berkas"], f["bita"], f["sha256"]) for f in data["berkas"]),
        listed=utama,
        read=lambda name: (folder / name).read_bytes(),
    )


def format_index(archive: Archive, title: str) -> bytes:
    """Write the machine-readable index, the newest month and version first."""
    issues = [
        {
            "bulan": str(bulan),
            "label": bulan.label,
            "alamat": f"{bulan}/{PAGE}",
            "versi": [_describe(version) for version in reversed(archive.of(bulan))],
        }
        for bulan in archive.months
    ]
    index = {
        "judul": title,
        "bahasa": "id",
        "diperbarui": max(version.terbit for version in archive.versions).isoformat(),
        "umpan": FEED,
        "kode": archive.kode,
        "alamat_situs": archive.alamat,
        "terbitan": issues,
    }
    return (json.dumps(index, ensure_ascii=False, indent=2) + "\n").encode()


def _describe(version: Version) -> dict[str, Any]:
    return {
        "versi": version.nomor,
        "terbit": version.terbit.isoformat(),
        "alasan": version.alasan,
        "contoh": version.contoh,
        "tanpa_bukti_bita": version.tanpa_bukti_bita,
        "alamat": f"{version.folder}/{PAGE}",
        "angka_utama": {
            name: {"nilai": figure.nilai, "satuan": figure.satuan}
            for name, figure in version.utama.items()
        },
        "jumlah_ralat": version.jumlah_ralat,
        "ralat": f"{version.folder}/{CHANGES}" if version.jumlah_ralat else None,
        "berkas": [
            {"berkas": file.name, "bita": file.size, "sha256": file.sha256}
            for file in version.files
        ],
    }
