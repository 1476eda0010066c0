"""The official regions, and every way of writing each that is beyond doubt."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from laporan.dasar.regions.written_name import parse_name

ZONA = {"WIB": "Barat", "WITA": "Tengah", "WIT": "Timur"}


@dataclass(frozen=True)
class Region:
    """A province, a kabupaten or a kota.

    Parameters
    ----------
    pemda
        The short name, ``Kab. Brebes``.
    kode_wilayah
        The code of the Ministry of Home Affairs, ``33.29``; a province's is ``33``.
    provinsi
        The short name of its province, ``Prov. Jawa Tengah``; a province's is its own.
    zona
        ``Barat``, ``Tengah`` or ``Timur``.
    """

    pemda: str
    kode_wilayah: str
    provinsi: str
    zona: str


@dataclass(frozen=True)
class Gazetteer:
    """The regions by short name, by kind and name, and by name alone."""

    by_pemda: Mapping[str, Region]
    by_kind: Mapping[tuple[str, str], Region]
    by_bare: Mapping[str, tuple[Region, ...]]


@cache
def gazetteer() -> Gazetteer:
    """Read the tables that come with the package, once."""
    official = _read("wilayah.csv")
    provinces = {row["code"]: row["short_name"] for row in official if row["level"] == "prov"}
    by_pemda = {
        row["short_name"]: Region(
            row["short_name"], row["code"], provinces[row["province_code"]], ZONA[row["zone"]]
        )
        for row in official
    }
    written = [
        *((row["name"], row["short_name"]) for row in official),
        *((row["short_name"], row["short_name"]) for row in official),
        *((row["singkatan"], row["nama_pendek"]) for row in _read("singkatan.csv")),
    ]
    by_kind: dict[tuple[str, str], Region] = {}
    by_bare: dict[str, dict[str, Region]] = {}
    for text, pemda in written:
        bare = parse_name(text).bare
        by_kind[parse_name(pemda).kind, bare] = by_pemda[pemda]
        by_bare.setdefault(bare, {})[pemda] = by_pemda[pemda]
    return Gazetteer(
        by_pemda=by_pemda,
        by_kind=by_kind,
        by_bare={bare: tuple(regions.values()) for bare, regions in by_bare.items()},
    )


def _read(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
