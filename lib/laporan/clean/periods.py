"""The period of an export, as Google Analytics writes it above its tables in its languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from laporan.read.header import fold
from laporan.read.raw_table import RawTable

START, END = "Start date", "End date"
# Its labels in English, Indonesian, Malay, Dutch, German, French, Spanish, Portuguese, Italian.
AWAL = (
    START, "Tanggal mulai", "Tanggal awal", "Tarikh mula", "Begindatum", "Startdatum",
    "Date de début", "Fecha de inicio", "Data de início", "Data di inizio", "開始日", "开始日期",
)  # fmt: skip
AKHIR = (
    END, "Tanggal akhir", "Tanggal selesai", "Tanggal berakhir", "Tarikh tamat", "Einddatum",
    "Enddatum", "Date de fin", "Fecha de finalización", "Data de término", "Data di fine",
    "終了日", "结束日期",
)  # fmt: skip


def with_period(tables: Sequence[RawTable]) -> list[RawTable]:
    """Let every table say its period under one label."""
    labels = {fold(label): name for name, all_ in ((START, AWAL), (END, AKHIR)) for label in all_}
    return [
        replace(
            table,
            keterangan={
                labels.get(fold(label), label): value for label, value in table.keterangan.items()
            },
        )
        for table in tables
    ]
