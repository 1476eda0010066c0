"""Daily figures of Facebook and Instagram: Meta Business Suite, a titled block a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import parse_export_dates
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import exclude_smaller_repeats
from laporan.clean.steps import count_columns, reject_missing
from laporan.clean.value_findings import find_values
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

JUDUL = "judul"
METRIK = {"visits": "kunjungan_profil", "reach": "jangkauan", "follows": "pengikut_baru"}


def clean_meta_harian(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's days: ``tanggal, media, metrik, nilai``."""
    ledger = Ledger.open([_with_title(table) for table in tables])
    rows = ledger.rows
    dates = parse_export_dates(rows, "Date", bulan)
    values = count_columns(rows, ["Primary"])["Primary"]
    ledger = ledger.reject(
        rows[JUDUL].isna(),
        kolom=JUDUL,
        alasan="tabel tanpa judul, sehingga artinya tidak diketahui",
    )
    ledger = reject_missing(ledger, dates, kolom="Date", apa="tanggal")
    ledger = reject_missing(ledger, values, kolom="Primary", apa="nilai")
    ledger = exclude_other_months(ledger, dates, bulan, "Date")
    titles = rows[JUDUL].fillna("")
    media, metrik = titles.map(_media).astype("str"), titles.map(_metrik).astype("str")
    keys = pd.DataFrame({"media": media, "metrik": metrik, "tanggal": dates})
    ledger, warnings = exclude_smaller_repeats(ledger, keys, values, apa="nilai harian")
    tabel = keys.loc[ledger.rows.index, ["tanggal", "media", "metrik"]].assign(
        nilai=values.loc[ledger.rows.index].astype("int64")
    )
    tabel = tabel.sort_values(["media", "metrik", "tanggal"], kind="stable")
    unknown = tabel.loc[~tabel["metrik"].isin(METRIK.values()), "metrik"]
    warnings += find_values(
        ledger.rows,
        unknown,
        lambda name: f"tabel “{name}” tidak dipakai laporan. Periksa bahwa memang demikian.",
        pemeriksaan="tabel dikenal",
        kolom="",
    )
    return ledger.close("meta_harian", tabel, warnings)


def _with_title(table: RawTable) -> RawTable:
    """Write the block's title, the last line above its header, into its rows."""
    title = table.keterangan.get(JUDUL, "").strip().splitlines()
    data = table.data.assign(
        **{JUDUL: pd.Series(title[-1] if title else None, table.data.index, dtype="str")}
    )
    return replace(table, data=data)


def _media(title: str) -> str:
    """Tell the medium: Meta names Instagram always, and Facebook only sometimes."""
    return "Instagram" if "instagram" in title.casefold() else "Facebook"


def _metrik(title: str) -> str:
    metric = " ".join(re.sub(r"facebook|instagram|page|profile", " ", title.casefold()).split())
    return METRIK.get(metric, metric)
