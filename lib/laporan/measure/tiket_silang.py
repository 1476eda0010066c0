"""Tickets by two groupings at once, without the cells that would tell of few.

Each grouping alone is known, so a cell is only left out together with those that it could be
reckoned from. Three groupings at once are never counted: from their sums and those of pairs the
small cells of pairs would come back.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import TIDAK_TERCATAT, Angka
from laporan.measure.indikator import Indikator, define
from laporan.measure.jam import hours
from laporan.measure.suppression import hidden_cells

KELOMPOK = "seluruh tiket kelompok itu"
TANPA_KECIL = "; yang terlalu sedikit, dan yang darinya itu dapat dihitung, tidak ada"
PROVINSI = define(
    "tiket.provinsi", "Tiket menurut provinsi", "tiket",
    f"Tiket dari provinsi itu{TANPA_KECIL}", KELOMPOK, "tiket",
)  # fmt: skip
JAM = define(
    "tiket.jam", "Tiket menurut jam masuk", "tiket",
    f"Tiket yang dibuat pada jam itu dalam WIB{TANPA_KECIL}", KELOMPOK, "tiket",
)  # fmt: skip
# Of a pair: what the figure's key says first, and what is counted within it.
PAIRS = (
    ("kanal", PROVINSI, "provinsi"),
    ("topik", PROVINSI, "provinsi"),
    ("kanal", JAM, "jam"),
    ("topik", JAM, "jam"),
    ("provinsi", JAM, "jam"),
)


def measure_silang(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count tickets of a channel, a topic or a province by province or by hour."""
    least = settings["data_pribadi"]["kelompok_terkecil"]
    groups = pd.DataFrame(
        {
            "kanal": tiket["kanal"],
            "topik": tiket["topik"],
            "provinsi": tiket["provinsi"].fillna(TIDAK_TERCATAT),
            "jam": hours(tiket["dibuat"]),
        }
    )
    return [
        figure
        for outer, indikator, inner in PAIRS
        for figure in _pair(indikator, bulan, groups[outer], groups[inner], least)
    ]


def _pair(
    indikator: Indikator, bulan: Bulan, outer: pd.Series, inner: pd.Series, least: int
) -> list[Angka]:
    table = pd.crosstab(outer, inner)
    shown = ~hidden_cells(table, least).to_numpy(dtype=bool)
    counts = table.to_numpy()
    return [
        indikator.part(
            bulan, f"{outer.name}:{table.index[i]}", str(table.columns[j]), int(counts[i, j])
        )
        for i, j in np.argwhere(shown).tolist()
    ]
