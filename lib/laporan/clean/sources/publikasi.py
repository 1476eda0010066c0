"""Publications on the website."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.clean.dated_list import open_list, without_persons
from laporan.clean.ledger import Cleaned
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable


def clean_publikasi(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's publications on the website: ``tanggal, judul``."""
    ledger, list_ = open_list(tables, bulan, {"judul": "Judul"}, needs="judul")
    return ledger.close("publikasi", without_persons(list_))
