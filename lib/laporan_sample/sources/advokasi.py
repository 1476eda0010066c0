"""Employee advocacy as Power BI exports it."""

from __future__ import annotations

from collections.abc import Sequence

from laporan_sample.month import Potret
from laporan_sample.sample import Sample
from laporan_sample.workbook import Cell, Sheet, workbook

FILTERS = "Applied filters:\nUE1 is Contoh DJPK"


def write_advokasi(sample: Sample) -> dict[str, bytes]:
    """Write the month's snapshots."""
    return {"advokasi.xlsx": _snapshots(sample.month.advokasi)}


def _snapshots(snapshots: Sequence[Potret]) -> bytes:
    """Write one row a snapshot, and under the table the cell with the filters."""
    media = list(snapshots[0].media)
    header = ["Potret", "Tanggal", "Jumlah Pegawai", "Jumlah Aktivasi", "Konten Tersedia"]
    header += ["Suka/Komentar/Bagikan", "Kreasi Mandiri", *media, "Target", "Seluruh Pegawai"]
    rows: list[list[Cell]] = [
        [
            number,
            potret.tanggal,
            potret.pegawai,
            potret.aktivasi,
            *potret.konten,
            *(potret.media[name] for name in media),
            potret.target,
            potret.seluruh_pegawai,
        ]
        for number, potret in enumerate(snapshots, start=1)
    ]
    return workbook(Sheet("Export", header, rows, notes=[[], [FILTERS]]))
