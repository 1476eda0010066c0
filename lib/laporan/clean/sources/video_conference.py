"""Consultations by video conference."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.clean.dated_list import open_list, with_regions
from laporan.clean.ledger import Cleaned
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable


def clean_video_conference(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's meetings: ``tanggal, pengguna_layanan, kode_wilayah, topik``."""
    columns = {"pengguna_layanan": "Pengguna Layanan", "topik": "Topik"}
    ledger, list_ = open_list(tables, bulan, columns)
    tabel, warnings = with_regions(ledger, list_, settings)
    tabel = tabel[["tanggal", "pengguna_layanan", "kode_wilayah", "topik"]]
    return ledger.close("video_conference", tabel, warnings)
