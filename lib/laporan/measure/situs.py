"""The website: visitors, pages, and breaks in the series of visitors."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Figure, by_category, single

# Which count of a day is taken where an export gives several.
METRIK = ("total users", "active users", "users")


@dataclass(frozen=True)
class SeriesBreak:
    """Two months whose visitors were counted in different ways; each way as it is named."""

    lama: str
    baru: str


def series_pengunjung(pengunjung: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Add up daily visitors, and keep which product and which metric counted them."""
    order = {name: rank for rank, name in enumerate(METRIK)}
    by_metric = pengunjung.sort_values("metrik", key=lambda names: names.map(order), kind="stable")
    daily = by_metric.drop_duplicates("tanggal")
    name, satuan = "situs.pengunjung", "pengunjung"
    return [
        single(bulan, name, daily["pengguna"].sum(), satuan),
        *by_category(bulan, name, "produk", _sums(daily, "produk", "pengguna"), satuan),
        *by_category(bulan, name, "metrik", _sums(daily, "metrik", "pengguna"), satuan),
    ]


def detail_halaman(halaman: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count the views of each page."""
    tayangan = _sums(halaman, "halaman", "tayangan")
    return by_category(bulan, "situs.halaman", "halaman", tayangan, "tayangan")


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
    rows = table[table["indikator"].eq("situs.pengunjung")]
    for dimensi in ("produk", "metrik"):
        lama, baru = (
            sorted(rows.loc[rows["bulan"].eq(str(m)) & rows["dimensi"].eq(dimensi), "kategori"])
            for m in (before, after)
        )
        if lama and baru and lama != baru:
            return SeriesBreak(" dan ".join(lama), " dan ".join(baru))
    return None


def _sums(table: pd.DataFrame, by: str, column: str) -> dict[str, float]:
    sums = table.groupby(by, sort=False)[column].sum()
    return {str(name): float(value) for name, value in sums.items()}
