"""Consultations face to face: visits, guests and topics."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import TIDAK_TERCATAT, Angka, counts
from laporan.measure.indikator import define

JUMLAH = define(
    "tatap_muka.jumlah", "Kunjungan tatap muka", "kunjungan",
    "Baris daftar tatap muka", "seluruh daftar bulan itu", "tatap_muka",
)  # fmt: skip
TAMU = define(
    "tatap_muka.tamu", "Tamu tatap muka", "orang",
    "Jumlah tamu semua kunjungan", "seluruh daftar bulan itu", "tatap_muka",
)  # fmt: skip
TOPIK = define(
    "tatap_muka.topik", "Topik tatap muka", "kunjungan",
    "Kunjungan dengan topik itu; satu kunjungan dapat bertopik banyak",
    "seluruh kunjungan bulan itu", "tatap_muka",
)  # fmt: skip


def series_tatap_muka(tatap_muka: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count visits, and guests."""
    visits = JUMLAH.whole(bulan, len(tatap_muka))
    if len(tatap_muka) and tatap_muka["tamu"].isna().all():
        return [visits]
    return [visits, TAMU.whole(bulan, tatap_muka["tamu"].sum())]


def detail_tatap_muka(tatap_muka: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count topics of visits; a visit about ``DAU, DAK, DID`` counts for each of the three."""
    known = {
        name.casefold(): name
        for name in [*settings["tiket"]["topik_teknis"], *settings["tiket"]["topik_lain"]]
    }
    topics = [
        # A dict and not a set: each once, in the order written.
        list(dict.fromkeys(known.get(part.casefold(), part) for part in _parts(cell)))
        for cell in tatap_muka["topik"].fillna("")
    ]
    return TOPIK.by(bulan, "topik", counts(pd.Series(topics, dtype="object").explode()))


def _parts(cell: str) -> list[str]:
    # A full stop at its end is none of a topic's.
    parts = [part.strip(" .") for part in cell.replace(";", ",").split(",")]
    return [part for part in parts if part] or [TIDAK_TERCATAT]
