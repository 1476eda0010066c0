"""Requests for public information."""

from __future__ import annotations

from collections.abc import Sequence

from laporan.clean.dated_list import open_list, without_persons
from laporan.clean.ledger import Cleaned
from laporan.clean.texts import serial_numbers
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable


def clean_ppid(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's requests: ``tanggal, pemohon, keperluan, data_diminta``.

    ``pemohon`` is a serial number.
    """
    columns = {"pemohon": "Pemohon", "keperluan": "Keperluan", "data_diminta": "Data Diminta"}
    ledger, list_ = open_list(tables, bulan, columns)
    tabel = list_.assign(pemohon=serial_numbers(list_["pemohon"].str.casefold()))
    return ledger.close("ppid", without_persons(tabel))
