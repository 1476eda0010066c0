"""The cleaned tables of the two sample months."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from proyek import ROOT

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings, load_settings
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)
RAW = ROOT / "data" / "raw"


def clean_folder(folder: Path, bulan: Bulan, settings: Settings) -> dict[str, pd.DataFrame]:
    raw = {name: read_source(folder, name, settings) for name in SOURCES}
    return {
        name: cleaner(name)(tables, bulan, settings).tabel for name, tables in raw.items() if tables
    }


def cleaned_tables() -> dict[Bulan, dict[str, pd.DataFrame]]:
    settings = load_settings()
    return {bulan: clean_folder(RAW / str(bulan), bulan, settings) for bulan in (JUNI, JULI)}
