"""Regional governments that wrote most, what they asked, and their provinces."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts
from laporan.measure.indikator import define
from laporan.measure.ranking import teratas
from laporan.measure.tickets import JUMLAH
from laporan.measure.tiket_topik import topik_within

DIKENALI = "tiket yang pemdanya dikenali"
JUMLAH_PEMDA = define(
    "tiket.jumlah_pemda", "Pemda pengguna", "pemda",
    "Pemda berbeda yang dikenali dari isian tiket", DIKENALI, "tiket",
)  # fmt: skip
PEMDA = define(
    "tiket.pemda", "Tiket menurut pemda", "tiket", "Tiket dari pemda itu", DIKENALI, "tiket"
)  # fmt: skip


def measure_pemda(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count tickets of every pemda and province; topics only of the pemda that are printed."""
    pemda = counts(tiket["pemda"].dropna())
    provinsi = counts(tiket["provinsi"].dropna())
    printed = teratas(pd.Series(pemda, dtype="int64"), settings["tiket"]["pemda_tercetak"]).index
    return [
        JUMLAH_PEMDA.whole(bulan, len(pemda)),
        *PEMDA.by(bulan, "pemda", pemda),
        *JUMLAH.by(bulan, "provinsi", provinsi),
        *topik_within(tiket[tiket["pemda"].isin(printed)], bulan, "pemda"),
    ]
