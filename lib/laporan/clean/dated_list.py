"""The steps of lists kept by hand, a row a day's event, each sorted by date."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.ledger import Ledger
from laporan.clean.list_versions import exclude_older_lists
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import open_dated, reject_missing, resolve_regions
from laporan.clean.texts import hide_persons, tidy
from laporan.clean.unsupplied import find_emptied
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable


def open_list(
    tables: Sequence[RawTable], bulan: Bulan, columns: dict[str, str], *, needs: str = ""
) -> tuple[Ledger, pd.DataFrame]:
    """Keep the month's rows, and give their date and tidied columns, sorted by date."""
    ledger, dates = open_dated(tables, bulan)
    list_ = ledger.rows[list(columns.values())].apply(tidy).set_axis(list(columns), axis=1)
    list_.insert(0, "tanggal", dates.loc[list_.index])
    if needs:
        ledger = reject_missing(ledger, list_[needs], kolom=columns[needs], apa=needs)
    ledger = exclude_older_lists(ledger, list_, Ledger.open(tables).rows)
    ledger = exclude_shared(ledger, list_)
    return ledger, list_.loc[ledger.rows.index].sort_values("tanggal", kind="stable")


def without_persons(list_: pd.DataFrame) -> pd.DataFrame:
    """Hide addresses and telephone numbers wherever somebody may have written them."""
    texts = list_.columns[list_.dtypes.eq("str")]
    return list_.assign(**{str(name): hide_persons(list_[name]) for name in texts})


def with_regions(
    ledger: Ledger, list_: pd.DataFrame, settings: Settings
) -> tuple[pd.DataFrame, list[Temuan]]:
    """Write users of the service by their official names; others stay as written."""
    names = list_["pengguna_layanan"]
    regions, warnings = resolve_regions(
        ledger.rows,
        names,
        settings,
        kolom="Pengguna Layanan",
        akibat="Ditulis apa adanya, tanpa daerah; abaikan bila memang bukan pemda.",
    )
    tabel = list_.assign(
        pengguna_layanan=regions["pemda"].fillna(names), kode_wilayah=regions["kode_wilayah"]
    )
    emptied = find_emptied(ledger.rows, ["Pengguna Layanan", "Topik"])
    return without_persons(tabel), [*warnings, *emptied]
