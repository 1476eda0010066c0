"""Pages of the website and how often they were viewed: Google Analytics 4."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from laporan.clean.dates import parse_dates
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import BULAN_LAIN
from laporan.clean.periods import END, START, with_period
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import BARIS_JUMLAH, column, count_columns, is_total, reject_missing
from laporan.clean.texts import hide_persons, tidy
from laporan.clean.unsupplied import drop_unsupplied, find_blanks
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

ALAMAT, JUDUL = "Page path and screen class", "Page title and screen class"
# Means, whose decimals tell the marks of the file.
PECAHAN = ("Views per active user", "Average engagement time per active user")
# What Google Analytics adds up beyond its limit of pages, and the rule by which it is left out.
OTHER, GABUNGAN = "(other)", "gabungan “(other)”, bukan halaman"
# What campaigns add to an address, and a mark for it that no address has.
_CAMPAIGN = (
    r"utm_\w+|fbclid|gclid|gad_source|msclkid|igshid|igsh|ttclid|twclid|mc_cid|mc_eid|_ga|_gl"
)
_TAKEN = "\x1f"
# Where Google Analytics knows no page.
NOT_SET, TANPA_HALAMAN = "(not set)", "“(not set)”, bukan halaman"
MENURUT_JUDUL = "halaman menurut judul, padahal ada menurut alamat"


def clean_situs_halaman(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Add up the views of each page: ``halaman, tayangan, pengguna``.

    ``/x`` and ``/x/`` are one page, written ``/x``; so are the same page's rows of two exports
    of different periods.
    """
    ledger = Ledger.open(with_period(tables), keterangan=[START, END])
    rows = ledger.rows
    start, end = parse_dates(rows[START]), parse_dates(rows[END])
    counts = count_columns(rows, ["Views", "Active users"], fractions=PECAHAN)
    views, users = counts["Views"], counts["Active users"]
    by_path = tidy(column(rows, ALAMAT))
    page = by_path.fillna(tidy(column(rows, JUDUL)))
    outside = end.lt(pd.Timestamp(bulan.first_day)) | start.gt(pd.Timestamp(bulan.last_day))
    ledger = ledger.exclude(outside, BULAN_LAIN)
    # One count would be added to the other's.
    if by_path.loc[ledger.rows.index].notna().any():
        by_title = by_path.isna() & page.notna()
        ledger = ledger.exclude(by_title.loc[ledger.rows.index], MENURUT_JUDUL)
    blank = page.loc[ledger.rows.index].isna() | is_total(page.loc[ledger.rows.index])
    ledger = ledger.exclude(blank, BARIS_JUMLAH)
    rest = page.str.casefold().eq(OTHER).fillna(False).astype(bool)
    ledger = ledger.exclude(rest.loc[ledger.rows.index], GABUNGAN)
    unset = page.str.casefold().isin([NOT_SET, "(tidak disetel)", "(tidak ditetapkan)"])
    ledger = ledger.exclude(unset.loc[ledger.rows.index], TANPA_HALAMAN)
    ledger = reject_missing(ledger, views, kolom="Views", apa="jumlah tayangan")
    keys = {"halaman": page, "tayangan": views, "pengguna": users, "awal": start, "akhir": end}
    ledger = exclude_shared(ledger, pd.DataFrame(keys))
    overlaps = _find_overlaps(ledger.rows, pd.DataFrame(keys).loc[ledger.rows.index])
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
    headings = {"tayangan": "Views", "pengguna": "Active users"}
    read = {"tayangan": views, "pengguna": users}
    _, unsupplied = drop_unsupplied(ledger.rows, read, headings)
    unsupplied = [replace(each, menghentikan=each.kolom == "Views") for each in unsupplied]
    unsupplied += find_blanks(ledger.rows, read, headings)
    found = [*warnings, *overlaps, *unsupplied]
    return ledger.close("situs_halaman", tabel, found, aggregated=True)


def _find_overlaps(rows: pd.DataFrame, pages: pd.DataFrame) -> list[Temuan]:
    """Stop at a page that two files count for the same days: its views would be doubled."""
    times = pages.assign(berkas=rows["berkas"], baris=rows["baris"])
    pairs = times.merge(times, on="halaman", suffixes=("", "_lain"))
    apart = pairs["akhir"].lt(pairs["awal_lain"]) | pairs["akhir_lain"].lt(pairs["awal"])
    twice = pairs[~apart & pairs["berkas"].ne(pairs["berkas_lain"])]
    twice = twice[~twice.duplicated(["berkas", "berkas_lain"])]
    return [
        _overlap(row)
        for row in twice.to_dict("records")
        if (row["berkas"], row["baris"]) < (row["berkas_lain"], row["baris_lain"])
    ]


def _overlap(row: Mapping[Hashable, Any]) -> Temuan:
    (page,) = hide_persons(pd.Series([row["halaman"]], dtype="str"))
    return Temuan(
        "masa ekspor",
        f"“{page}” di sini {angka(row['tayangan'])} tayangan, di {row['berkas_lain']} baris "
        f"{row['baris_lain']} {angka(row['tayangan_lain'])}, untuk masa yang sama, bertumpang "
        "tindih, atau tidak diketahui; dijumlahkan, tayangannya terhitung dua kali. Sisakan satu "
        "ekspor.",
        menghentikan=True,
        berkas=row["berkas"],
        kolom="Views",
        baris=(row["baris"],),
        jumlah=1,
    )


def _one_form(pages: pd.Series[str]) -> pd.Series[str]:
    """Write one page in one way: no marks of campaigns, no slash at its end, one case.

    The front page stays ``/``; of titles only those that differ in case are one.
    """
    bare = pages.str.replace(rf"[?&](?:{_CAMPAIGN})=[^&#]*", _TAKEN, regex=True)
    bare = bare.str.replace(rf"{_TAKEN}+(?=&)", "?", regex=True).str.replace("?&", "?")
    bare = bare.str.replace(_TAKEN, "").str.replace(r"(?<=.)/+(?=$|\?)", "", regex=True)
    bare = bare.str.replace(r"^\?", "/?", regex=True)
    return bare.groupby(bare.str.casefold()).transform("first")
