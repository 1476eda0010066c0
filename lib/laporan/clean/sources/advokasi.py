"""Employee advocacy: Power BI's snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from laporan.clean.ledger import Cleaned
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import count_columns, find_unread_counts, open_dated, reject_missing
from laporan.clean.unsupplied import TERISI
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

NILAI = {
    "pegawai": "Jumlah Pegawai",
    "aktivasi": "Jumlah Aktivasi",
    "konten_tersedia": "Konten Tersedia",
    "suka_komentar_bagikan": "Suka/Komentar/Bagikan",
    "kreasi_mandiri": "Kreasi Mandiri",
    "target": "Target",
    "seluruh_pegawai": "Seluruh Pegawai",
}


def clean_advokasi(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's snapshots.

    Returns
    -------
    Cleaned
        ``potret, tanggal, pegawai, aktivasi, konten_tersedia, suka_komentar_bagikan,
        kreasi_mandiri, target, seluruh_pegawai``, and a column a medium, named as in the settings.
    """
    ledger, dates = open_dated(tables, bulan)
    columns = NILAI | {name: name for name in settings["advokasi"]["media"]}
    counts = count_columns(ledger.rows, ["Potret", *columns.values()])
    numbers = counts["Potret"]
    ledger = reject_missing(ledger, numbers, kolom="Potret", apa="nomor potret")
    values = {name: counts[str(header)] for name, header in columns.items()}
    snapshots = pd.DataFrame({"potret": numbers, "tanggal": dates, **values})
    ledger = exclude_shared(ledger, snapshots)
    rows = ledger.rows
    tabel = snapshots.loc[rows.index].astype({"potret": "int64"})
    unread = find_unread_counts(rows, values, columns)
    unread += _find_untold(rows, values, columns)
    return ledger.close("advokasi", tabel.sort_values("potret", kind="stable"), unread)


def _find_untold(
    rows: pd.DataFrame, values: Mapping[str, pd.Series[int]], headings: Mapping[str, str]
) -> list[Temuan]:
    """Tell of columns that a file has without a number, and of what can hardly be zero."""
    empty, zero = "kosong", "nol"
    return [
        finding
        for name, heading in headings.items()
        if heading in rows
        for said, where in (
            (empty, values[name].loc[rows.index].isna()),
            (zero, values[name].loc[rows.index].eq(0).fillna(False) & (name in NILAI)),
        )
        for finding in find_rows(
            rows[where.astype(bool)],
            f"{said}; angka yang memerlukannya tidak dihitung. Isilah di sumbernya, bila ada.",
            pemeriksaan=TERISI,
            kolom=heading,
        )
    ]
