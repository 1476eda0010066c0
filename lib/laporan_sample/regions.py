"""Regions to draw from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

ZONES = {"WIB": "Barat", "WITA": "Tengah", "WIT": "Timur"}


@dataclass(frozen=True)
class Region:
    """A regional government by its official short name, and its time zone."""

    nama: str
    zona: str


@cache
def regions() -> tuple[Region, ...]:
    """Give all regions."""
    text = (files("laporan.dasar.regions") / "wilayah.csv").read_text("utf-8")
    return tuple(
        Region(row["short_name"], ZONES[row["zone"]]) for row in csv.DictReader(text.splitlines())
    )


def zone_of(nama: str) -> str:
    """Give the zone of a region."""
    return next(region.zona for region in regions() if region.nama == nama)


def draw_regions(
    rng: np.random.Generator, zona: str, count: int, *, without: set[str], most: int
) -> list[str]:
    """Draw regions of a zone with repeats, a few far oftener than the rest.

    No region comes more often than ``most``, unless the zone has too few regions for that.
    """
    names = [region.nama for region in regions() if region.zona == zona]
    names = [name for name in names if name not in without]
    copies = np.minimum(rng.geometric(0.22, size=len(names)), most)
    copies *= max(1, -(-count // int(copies.sum())))
    cards = np.repeat(np.arange(len(names)), copies)
    return [names[card] for card in rng.choice(cards, size=count, replace=False)]


def as_typed(rng: np.random.Generator, nama: str) -> str:
    """Write a region as an agent might have typed it; one that the resolver must understand."""
    kind, _, rest = nama.partition(" ")
    long = {"Kab.": "Kabupaten", "Kota": "Kota", "Prov.": "Provinsi"}[kind]
    forms = [nama, f"{long} {rest}", nama.upper(), f" {nama} "]
    return forms[rng.choice(4, p=[0.86, 0.08, 0.03, 0.03])]
