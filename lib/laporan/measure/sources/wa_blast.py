"""Messages broadcast over WhatsApp."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, counts
from laporan.measure.indikator import define

JUMLAH = define(
    "wa_blast.jumlah", "Pesan WhatsApp Blast", "pesan",
    "Satu kampanye pada satu hari WIB", "seluruh siaran bulan itu", "wa_blast",
)  # fmt: skip
PENERIMA = define(
    "wa_blast.penerima", "Pengiriman WhatsApp Blast", "pengiriman",
    "Satu baris catatan siaran", "seluruh pengiriman bulan itu", "wa_blast",
)  # fmt: skip


def series_wa_blast(wa_blast: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count messages: one a campaign and day, however many received it."""
    return [JUMLAH.whole(bulan, len(wa_blast[["kampanye", "tanggal"]].drop_duplicates()))]


def detail_wa_blast(wa_blast: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count the recipients that messages went to, and how that ended."""
    status = counts(wa_blast["status"])
    return [PENERIMA.whole(bulan, len(wa_blast)), *PENERIMA.by(bulan, "status", status)]
