"""Which function measures which source, found by the source's name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.read.sources import SOURCES

Measure = Callable[[pd.DataFrame, Bulan, Settings], list[Angka]]

_MODULES = {name: import_module(f"laporan.measure.sources.{name}") for name in SOURCES}


def series_of(sumber: str) -> Measure:
    """Give what is measured of a source in every month, for trends and comparisons."""
    return _measure(sumber, "series")


def detail_of(sumber: str) -> Measure:
    """Give what is measured of a source in the report's own month only."""
    return _measure(sumber, "detail")


def sources_of(indikator: str, dimensi: str) -> frozenset[str]:
    """Name the sources that the series of a key comes from; none if it is no series."""
    key = (indikator, dimensi)
    return frozenset(name for name, source in SOURCES.items() if key in source.followed)


def _measure(sumber: str, kind: str) -> Measure:
    return getattr(_MODULES[sumber], f"{kind}_{sumber}", _nothing)


def _nothing(table: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Measure nothing: the part that a source does not have."""
    return []
