"""Pages of the website and how often they were viewed: Google Analytics 4."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.bulan import Bulan
from laporan.clean.dates import parse_dates
from laporan.clean.findings import find_rows
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.months import BULAN_LAIN
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import BARIS_JUMLAH, column, count_columns, is_total, reject_missing
from laporan.clean.texts import hide_persons, tidy
from laporan.read.raw_table import RawTable
from laporan.settings import Settings

ALAMAT, JUDUL = "Page path and screen class", "Page title and screen class"
# Means, whose decimals tell the marks of the file.
PECAHAN = ("Views per active user", "Average engagement time per active user")
START, END = "Start date", "End date"
MENURUT_JUDUL = "halaman menurut judul, padahal ada menurut alamat"


def clean_situs_halaman(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Add up the views of each page: ``halaman, tayangan, pengguna``.

    ``/x`` and ``/x/`` are one page, written ``/x``; so are the same page's rows of two exports
    of different periods.
    """
    ledger = Ledger.open(tables, keterangan=[START, END])
    rows = ledger.rows
    start, end = parse_dates(rows[START]), parse_dates(rows[END])
    counts = count_columns(rows, ["Views", "Active users"], fractions=PECAHAN)
    views, users = counts["Views"], counts["Active users"]
    by_path = tidy(column(rows, ALAMAT))
    page = by_path.fillna(tidy(column(rows, JUDUL)))
    # One count would be added to the other's.
    if by_path.notna().any():
        ledger = ledger.exclude(by_path.isna() & page.notna(), MENURUT_JUDUL)
    blank = page.loc[ledger.rows.index].isna() | is_total(page.loc[ledger.rows.index])
    ledger = ledger.exclude(blank, BARIS_JUMLAH)
    ledger = reject_missing(ledger, views, kolom="Views", apa="jumlah tayangan")
    outside = end.lt(pd.Timestamp(bulan.first_day)) | start.gt(pd.Timestamp(bulan.last_day))
    ledger = ledger.exclude(outside.loc[ledger.rows.index], BULAN_LAIN)
    keys = {"halaman": page, "tayangan": views, "pengguna": users, "awal": start, "akhir": end}
    ledger = exclude_shared(ledger, pd.DataFrame(keys))
    index = ledger.rows.index
    tabel = (
        pd.DataFrame(
            {
                "halaman": _one_form(hide_persons(page.loc[index])),
                "tayangan": views.loc[index].astype("int64"),
                "pengguna": users.loc[index],
            }
        )
        .groupby("halaman", as_index=False)
        .sum(min_count=1)
        .sort_values(["tayangan", "halaman"], ascending=[False, True], kind="stable")
    )
    first, last = pd.Timestamp(bulan.first_day), pd.Timestamp(bulan.last_day)
    beyond = start.loc[index].lt(first) | end.loc[index].gt(last)
    warnings = find_rows(
        ledger.rows[beyond],
        f"masa ekspornya melampaui {bulan.label}; tayangannya ikut terhitung seluruhnya. "
        f"Ekspor ulang untuk {bulan.label} saja.",
        pemeriksaan="masa ekspor",
        kolom="",
    )
    return ledger.close("situs_halaman", tabel, warnings, aggregated=True)


def _one_form(pages: pd.Series[str]) -> pd.Series[str]:
    """Drop the slash at the end of a path; the front page stays ``/``."""
    return pages.str.replace(r"(?<=.)/+$", "", regex=True)
