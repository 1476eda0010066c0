"""Figures by the names that prose has for them: ``tiket.jumlah[kanal=WhatsApp]``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process

from laporan.measure import INDIKATOR, Angka, Ukuran

_KEY = re.compile(r"\s*([\w.]+)\s*(?:\[\s*([^=\]]+?)\s*=\s*([^\]]*?)\s*\])?\s*")
_NEAREST = 3


def parse_name(name: str) -> tuple[str, str, str] | None:
    """Part a name into indicator, dimension and category; nothing where it is none."""
    key = _KEY.fullmatch(name)
    return (key[1], key[2] or "", key[3] or "") if key else None


def find_named(name: str, ukuran: Ukuran) -> Angka | None:
    """Find the figure of the report's month by its name."""
    key = parse_name(name)
    return ukuran.find(*key) if key else None


def nearest_names(name: str, ukuran: Ukuran) -> str:
    """Enumerate the names that are nearest to one that is unknown, in their braces."""
    near = process.extract(name, [*_names(ukuran)], limit=_NEAREST)
    return ", ".join(f"{{{found[0]}}}" for found in near) or "(tidak ada)"


def nearest_keys(name: str) -> str:
    """Enumerate the indicators that are nearest to one that no measure makes."""
    return ", ".join(found[0] for found in process.extract(name, [*INDIKATOR], limit=_NEAREST))


def write_named(figure: Angka) -> str:
    """Write a figure with its key; what is broken and no percentage with two decimals."""
    return format(figure, _spec(figure))


def write_plain(figure: Angka) -> str:
    """Write a figure so without its key, for a cell that carries it."""
    return figure.text(_spec(figure))


def _spec(figure: Angka) -> str:
    exact = figure.satuan == "persen" or float(figure.nilai).is_integer()
    return "" if exact else "2"


def _names(ukuran: Ukuran) -> Iterable[str]:
    own = ukuran.tabel[ukuran.tabel["bulan"].eq(str(ukuran.bulan))]
    for indikator, dimensi, kategori in own[["indikator", "dimensi", "kategori"]].itertuples(
        index=False, name=None
    ):
        yield f"{indikator}[{dimensi}={kategori}]" if dimensi else indikator
