"""What was published, held and received: lists kept by hand, each sorted by date."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.dates import parse_dates
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import (
    compare_totals,
    count_columns,
    find_unread_counts,
    is_total,
    open_dated,
    reject_missing,
    resolve_regions,
)
from laporan.clean.texts import hide_persons, serial_numbers, tidy
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable


def clean_publikasi(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's publications on the website: ``tanggal, judul``."""
    ledger, list_ = _open_list(tables, bulan, {"judul": "Judul"}, needs="judul")
    return ledger.close("publikasi", _without_persons(list_))


def clean_webinar(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's webinars: ``tanggal, kegiatan``."""
    ledger, list_ = _open_list(tables, bulan, {"kegiatan": "Kegiatan"}, needs="kegiatan")
    return ledger.close("webinar", _without_persons(list_))


def clean_video_conference(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's meetings: ``tanggal, pengguna_layanan, kode_wilayah, topik``."""
    columns = {"pengguna_layanan": "Pengguna Layanan", "topik": "Topik"}
    ledger, list_ = _open_list(tables, bulan, columns)
    tabel, warnings = _with_regions(ledger, list_, settings)
    tabel = tabel[["tanggal", "pengguna_layanan", "kode_wilayah", "topik"]]
    return ledger.close("video_conference", tabel, warnings)


def clean_tatap_muka(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's visits: ``tanggal, pengguna_layanan, kode_wilayah, tamu, topik``."""
    columns = {"pengguna_layanan": "Pengguna Layanan", "tamu": "Jumlah Tamu", "topik": "Topik"}
    ledger, list_ = _open_list(tables, bulan, columns)
    tamu = count_columns(ledger.rows, ["Jumlah Tamu"])["Jumlah Tamu"]
    tabel, warnings = _with_regions(ledger, list_.assign(tamu=tamu), settings)
    tabel = tabel[["tanggal", "pengguna_layanan", "kode_wilayah", "tamu", "topik"]]
    unread = find_unread_counts(ledger.rows, {"tamu": tamu}, {"tamu": "Jumlah Tamu"})
    differing = _compare_guests(Ledger.open(tables).rows)
    return ledger.close("tatap_muka", tabel, [*warnings, *unread, *differing])


def clean_ppid(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's requests: ``tanggal, pemohon, keperluan, data_diminta``.

    ``pemohon`` is a serial number.
    """
    columns = {"pemohon": "Pemohon", "keperluan": "Keperluan", "data_diminta": "Data Diminta"}
    ledger, list_ = _open_list(tables, bulan, columns)
    tabel = list_.assign(pemohon=serial_numbers(list_["pemohon"].str.casefold()))
    return ledger.close("ppid", _without_persons(tabel))


def _open_list(
    tables: Sequence[RawTable], bulan: Bulan, columns: dict[str, str], *, needs: str = ""
) -> tuple[Ledger, pd.DataFrame]:
    """Keep the month's rows, and give their date and tidied columns, sorted by date."""
    ledger, dates = open_dated(tables, bulan)
    list_ = ledger.rows[list(columns.values())].apply(tidy).set_axis(list(columns), axis=1)
    list_.insert(0, "tanggal", dates.loc[list_.index])
    if needs:
        ledger = reject_missing(ledger, list_[needs], kolom=columns[needs], apa=needs)
    ledger = exclude_shared(ledger, list_)
    return ledger, list_.loc[ledger.rows.index].sort_values("tanggal", kind="stable")


def _compare_guests(rows: pd.DataFrame) -> list[Temuan]:
    """Compare the guests of a list with its own row of totals, whatever months it covers."""
    dates = parse_dates(rows["Tanggal"])
    guests = count_columns(rows, ["Jumlah Tamu"])["Jumlah Tamu"]
    headed = rows.drop(columns=["berkas", "baris"]).apply(is_total).any(axis=1)
    totals = headed.astype(bool) & dates.isna()
    return compare_totals(rows, guests, totals, dates.notna(), kolom="Jumlah Tamu")


def _without_persons(list_: pd.DataFrame) -> pd.DataFrame:
    """Hide addresses and telephone numbers wherever somebody may have written them."""
    texts = list_.columns[list_.dtypes.eq("str")]
    return list_.assign(**{str(name): hide_persons(list_[name]) for name in texts})


def _with_regions(
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
    return _without_persons(tabel), warnings
