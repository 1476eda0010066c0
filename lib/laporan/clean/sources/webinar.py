"""Webinars and discussions."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.clean.dated_list import open_list, without_persons
from laporan.clean.ledger import Cleaned
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable


def clean_webinar(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's webinars: ``tanggal, kegiatan``."""
    ledger, list_ = open_list(tables, bulan, {"kegiatan": "Kegiatan"}, needs="kegiatan")
    return ledger.close("webinar", without_persons(list_))
