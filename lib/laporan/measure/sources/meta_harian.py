"""Daily visits and new followers of Facebook and Instagram."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define
from laporan.measure.unggahan import KUNJUNGAN_PROFIL

PENGIKUT_BARU = define(
    "media_sosial.pengikut_baru", "Pengikut baru", "akun",
    "Pengikut baru harian dijumlahkan", "seluruh hari bulan itu", "meta_harian",
)  # fmt: skip
# Daily figures that may be added up. Reach may not: the same person is reached on many days.
ADDED_UP = {"kunjungan_profil": KUNJUNGAN_PROFIL, "pengikut_baru": PENGIKUT_BARU}


def detail_meta_harian(harian: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Add up daily visits and new followers a medium."""
    rows = harian[harian["metrik"].isin(list(ADDED_UP)) & harian["nilai"].notna()]
    sums = rows.groupby(["metrik", "media"], as_index=False)["nilai"].sum()
    return [
        ADDED_UP[str(metrik)].part(bulan, "media", str(media), float(value))
        for metrik, media, value in sums.itertuples(index=False, name=None)
    ]
