"""Visitors of the website, and breaks in their series."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, sums
from laporan.measure.indikator import define

# Which count of a day is taken where an export gives several.
METRIK = ("total users", "active users", "users")
PENGUNJUNG = define(
    "situs.pengunjung", "Pengunjung website", "pengunjung",
    "Pengguna harian dijumlahkan: sekali sehari untuk tiap pengguna", "seluruh hari bulan itu",
    "situs_pengunjung",
)  # fmt: skip


@dataclass(frozen=True)
class SeriesBreak:
    """Two months whose visitors were counted in different ways; each way as it is named."""

    lama: str
    baru: str


def series_situs_pengunjung(
    pengunjung: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Angka]:
    """Add up daily visitors, and keep which product and which metric counted them."""
    order = {name: rank for rank, name in enumerate(METRIK)}
    by_metric = pengunjung.sort_values("metrik", key=lambda names: names.map(order), kind="stable")
    daily = by_metric.drop_duplicates("tanggal")
    return [
        PENGUNJUNG.whole(bulan, daily["pengguna"].sum()),
        *PENGUNJUNG.by(bulan, "produk", sums(daily, "produk", "pengguna")),
        *PENGUNJUNG.by(bulan, "metrik", sums(daily, "metrik", "pengguna")),
    ]


def series_break(table: pd.DataFrame, before: Bulan, after: Bulan) -> SeriesBreak | None:
    """Tell whether visitors of two months were counted in different ways.

    Parameters
    ----------
    table
        The figures, as ``measure`` gives them.
    before, after
        The two months.

    Returns
    -------
    SeriesBreak or None
        The two ways if they differ: the products or, within one product, the metrics. None where
        they are the same, or where one of the months does not tell.
    """
    rows = table[table["indikator"].eq(PENGUNJUNG.kunci)]
    for dimensi in ("produk", "metrik"):
        lama, baru = (
            sorted(rows.loc[rows["bulan"].eq(str(m)) & rows["dimensi"].eq(dimensi), "kategori"])
            for m in (before, after)
        )
        if lama and baru and lama != baru:
            return SeriesBreak(" dan ".join(lama), " dan ".join(baru))
    return None
