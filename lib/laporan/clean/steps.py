"""The steps that most cleaners share: months, doubles, totals, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import has_offset
from laporan.clean.ledger import Ledger
from laporan.clean.listed_days import parse_listed_days, say_first_days
from laporan.clean.numbers import is_blank, parse_counts
from laporan.clean.other_months import exclude_other_months, refuse_swapped
from laporan.clean.texts import hide_persons, may_name_persons, tidy
from laporan.clean.value_findings import find_rows, find_values
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.regions import describe_unresolved, resolve
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.header import fold
from laporan.read.raw_table import RawTable

# The rules by which rows are left out, as the quality report prints them.
BARIS_JUMLAH, DIBATALKAN = "baris jumlah", "dibatalkan menurut keterangan"
# The checks that cleaners make, by the names that readers see.
NILAI_TERBACA, NAMA_DAERAH, NAMA_AGEN = "nilai terbaca", "nama daerah", "nama agen"
NILAI_DIKENAL = "nilai dikenal"
JUMLAH_COCOK = "baris jumlah cocok"

_TOTAL = r"(?i)(?:sub\s*|grand\s*)?(?:jumlah|total|jml)\b\.?\s*[:=]?\s*[\d.,]*\s*\w*"
_TOTAL_ALONE = r"(?i)(?:sub\s*|grand\s*)?(?:jumlah|total|jml)\.?\s*[:=]?"
# What people write on an event that did not take place, and how they head such remarks.
_CANCELLED = (
    r"(?:(?:di)?batal(?:kan)?|cancel(?:l?ed)?|re-?schedule[d]?|ditunda|tunda|tidak jadi|"
    r"(?:di)?jadwal(?:kan)? ulang)"
)
_REMARK = re.compile(r"ket\b|keterangan|catatan|status|remark|note")
LONGEST_TOTAL = 80
# How lists head their running numbers; and the reason for which a row with no more is rejected.
NUMBERING = {"no", "nomor", "nr", "#"}
HANYA_TANGGAL = "baris hanya berisi tanggal"


def open_dated(tables: Sequence[RawTable], bulan: Bulan) -> tuple[Ledger, pd.Series[pd.Timestamp]]:
    """Open a list kept by hand, and keep the rows with a date of the month.

    Returns
    -------
    tuple
        The ledger, without total rows, unreadable dates and other months; and the dates of all
        rows that came in, indexed as they.
    """
    ledger = Ledger.open(tables)
    dates = parse_listed_days(ledger.rows["Tanggal"], bulan)
    ledger = exclude_totals(ledger, dates.isna())
    ledger = say_first_days(ledger, dates)
    ledger = reject_missing(ledger, dates, kolom="Tanggal", apa="tanggal")
    ledger = ledger.reject(_has_nothing_else(ledger.rows), kolom="Tanggal", alasan=HANYA_TANGGAL)
    ledger = _exclude_cancelled(ledger)
    refuse_swapped(ledger, dates, bulan)
    return exclude_other_months(ledger, dates, bulan, "Tanggal"), dates


def _exclude_cancelled(ledger: Ledger) -> Ledger:
    """Leave out rows that a remark cancels, and say so."""
    cells = ledger.rows.drop(columns=["berkas", "baris", "Tanggal"])
    remarks = {name: bool(_REMARK.match(fold(str(name)))) for name in cells}
    found = pd.Series(False, index=cells.index)
    for name, remark in remarks.items():
        texts = tidy(cells[name])
        pattern = rf"{_CANCELLED}\b.*" if remark else rf"{_CANCELLED}\W*|.*[(\[]\W*{_CANCELLED}\W*"
        found |= texts.str.fullmatch(f"(?i)\\W*(?:{pattern})").fillna(False).astype(bool)
    told = find_rows(
        ledger.rows[found],
        "dibatalkan atau dijadwalkan ulang menurut keterangannya, sehingga tidak dihitung. Bila "
        "tetap berlangsung, hapus keterangan itu di sumbernya.",
        pemeriksaan=DIBATALKAN,
        kolom="",
    )
    left = ledger.exclude(found, DIBATALKAN)
    return replace(left, temuan=(*left.temuan, *told))


def _has_nothing_else(rows: pd.DataFrame) -> pd.Series[bool]:
    """Tell which rows of a numbered list hold a date alone, such as that of a signature."""
    others = rows.drop(columns=["berkas", "baris", "Tanggal"])
    numbered = any(fold(str(name)).strip(".") in NUMBERING for name in others)
    return others.apply(is_blank).all(axis=1).astype(bool) & numbered


def exclude_totals(ledger: Ledger, undated: pd.Series[bool]) -> Ledger:
    """Leave out rows that are headed ``JUMLAH`` or ``TOTAL``.

    One with a date is a total only where its first cell says nothing else.
    """
    cells = ledger.rows.drop(columns=["berkas", "baris"])
    headed = cells.apply(is_total).any(axis=1).astype(bool) & undated.loc[cells.index]
    first = cells.iloc[:, 0].str.strip().str.fullmatch(_TOTAL_ALONE).fillna(False).astype(bool)
    return ledger.exclude(headed | first, BARIS_JUMLAH)


def is_total(cells: pd.Series[str]) -> pd.Series[bool]:
    """Tell which cells head a row of totals."""
    heads = tidy(cells)
    return (
        (heads.str.fullmatch(_TOTAL) & heads.str.len().le(LONGEST_TOTAL)).fillna(False).astype(bool)
    )


def compare_totals(
    rows: pd.DataFrame,
    values: pd.Series[int],
    totals: pd.Series[bool],
    summed: pd.Series[bool],
    *,
    kolom: str,
) -> list[Temuan]:
    """Warn where a file's own row of totals says something else than its rows add up to.

    Parameters
    ----------
    rows, values
        The rows that came in, and what the column was read as.
    totals, summed
        Which rows are totals, and which ones those add up.
    kolom
        The column as the file heads it.
    """
    findings = []
    for berkas, part in rows[totals & values.notna()].groupby("berkas", sort=False):
        total, sum_ = values[part.index[0]], values[rows["berkas"].eq(berkas) & summed].sum()
        # Several rows of totals are of parts, such as weeks.
        if len(part) == 1 and total != sum_:
            findings += find_rows(
                part,
                f"baris jumlah menyebut {angka(total)}, padahal baris-barisnya berjumlah "
                f"{angka(sum_)}. Yang dipakai baris-barisnya; periksa mana yang keliru.",
                pemeriksaan=JUMLAH_COCOK,
                kolom=kolom,
            )
    return findings


def reject_missing(
    ledger: Ledger,
    parsed: pd.Series,
    *,
    kolom: str,
    apa: str,
    where: pd.Series[bool] | None = None,
) -> Ledger:
    """Refuse rows whose cell is empty or could not be read.

    Parameters
    ----------
    ledger
        The rows.
    parsed
        What the column was read as, missing where that failed; has the index of the rows that
        came in.
    kolom
        The column as the file heads it.
    apa
        What it holds, for the reason: ``tanggal`` gives ``tanggal tidak terbaca``.
    where
        The rows for which this is the column, indexed as ``parsed``; all if None.
    """
    missing = parsed.isna() if where is None else parsed.isna() & where
    missing = missing.loc[ledger.rows.index]
    blank = missing & is_blank(column(ledger.rows, kolom))
    ledger = ledger.reject(blank, kolom=kolom, alasan=f"{apa} kosong")
    return reject_cells(ledger, missing[~blank], kolom=kolom, alasan=f"{apa} tidak terbaca")


def reject_cells(ledger: Ledger, mask: pd.Series[bool], *, kolom: str, alasan: str) -> Ledger:
    """Refuse rows for a cell that should be a date or a number.

    What stands there instead may be a person, where the columns of a row are shifted; such a
    cell is kept by its shape alone.
    """
    suspect = may_name_persons(column(ledger.rows, kolom)[mask]).fillna(False).astype(bool)
    personal = suspect.reindex(mask.index, fill_value=False)
    ledger = ledger.reject(personal, kolom=kolom, alasan=alasan, masked=True)
    return ledger.reject(mask[~personal], kolom=kolom, alasan=alasan)


def column(rows: pd.DataFrame, name: str) -> pd.Series[str]:
    """Give a column, or missing values where no file has it."""
    if name in rows.columns:
        return rows[name]
    return pd.Series(None, index=rows.index, dtype="str")


def count_columns(
    rows: pd.DataFrame, names: Iterable[str], *, fractions: Iterable[str] = ()
) -> pd.DataFrame:
    """Read columns of counts, each file by its own marks for thousands and decimals.

    Parameters
    ----------
    rows
        The rows that came in.
    names
        The columns as the file heads them; one that no file has is missing throughout.
    fractions
        Columns of shares and means, whose decimals tell a file's marks, too.

    Returns
    -------
    DataFrame of Int64
        A column a name, indexed as ``rows``.
    """
    texts = pd.DataFrame({name: column(rows, name) for name in names})
    shares = pd.DataFrame({name: column(rows, name) for name in fractions}, index=rows.index)
    if texts.isna().all(axis=None):
        return texts.astype("Int64")
    parts = []
    for berkas, part in rows.groupby("berkas", sort=False):
        lines = pd.Index(part["baris"])
        found = parse_counts(
            texts.loc[part.index].set_axis(lines),
            berkas=str(berkas),
            fractions=shares.loc[part.index].set_axis(lines),
        )
        parts.append(found.set_axis(part.index))
    return pd.concat(parts).reindex(rows.index)


def find_unread_counts(
    rows: pd.DataFrame, parsed: Mapping[str, pd.Series[int]], headings: Mapping[str, str]
) -> list[Temuan]:
    """Stop at cells that hold something, but no count: the sums would go without them.

    Parameters
    ----------
    rows, parsed
        The rows taken, and what each of their columns was read as.
    headings
        How the file heads each of the columns.
    """
    return [
        finding
        for name, heading in headings.items()
        for finding in _find_unread(
            rows,
            parsed[name],
            heading,
            "bukan bilangan, sehingga jumlahnya tidak dapat dihitung. Tulislah angkanya saja, "
            "misalnya 12 atau 1.707, atau kosongkan bila tidak diketahui.",
            menghentikan=True,
        )
    ]


def warn_unread(rows: pd.DataFrame, parsed: pd.Series, *, kolom: str, apa: str) -> list[Temuan]:
    """Name the cells of times that could not be read and are taken as no value.

    Parameters
    ----------
    rows, parsed
        The rows taken, and what the column was read as.
    kolom
        The column as the file heads it.
    apa
        What it should hold, such as ``waktu``.
    """
    said = f"bukan {apa}. Barisnya tetap dihitung, tanpa nilai itu; perbaiki di sumbernya."
    return _find_unread(rows, parsed, kolom, said, menghentikan=False)


def _find_unread(
    rows: pd.DataFrame, parsed: pd.Series, kolom: str, said: str, *, menghentikan: bool
) -> list[Temuan]:
    texts = column(rows, kolom)
    unread = texts[parsed.loc[rows.index].isna() & ~is_blank(texts)]
    found = find_values(
        rows,
        hide_persons(unread),
        lambda isi: f"“{isi}” {said}",
        pemeriksaan=NILAI_TERBACA,
        kolom=kolom,
    )
    return [replace(finding, menghentikan=menghentikan) for finding in found]


def warn_without_offset(rows: pd.DataFrame, kolom: str) -> list[Temuan]:
    """Say which times do not tell their zone."""
    return find_rows(
        rows[~has_offset(rows[kolom])],
        "waktu tanpa zona, dibaca sebagai WIB. Bila zonanya lain, ekspor ulang beserta zonanya.",
        pemeriksaan="zona waktu",
        kolom=kolom,
    )


def resolve_regions(
    rows: pd.DataFrame, names: pd.Series[str], settings: Settings, *, kolom: str, akibat: str
) -> tuple[pd.DataFrame, list[Temuan]]:
    """Find the official regions of names, and warn of each name that is none.

    Parameters
    ----------
    rows, names
        The rows taken, and the names that stand in them.
    settings
        With the confirmed aliases.
    kolom
        The column as the file heads it.
    akibat
        What becomes of such a row.
    """
    found = resolve(names, settings["alias_wilayah"])
    unresolved = hide_persons(names[names.notna() & found["pemda"].isna()])
    return found, find_values(
        rows,
        unresolved,
        lambda name: (
            f"{describe_unresolved(name)}. {akibat} Perbaiki di sumbernya, atau pastikan "
            "padanannya dalam pengaturan alias_wilayah."
        ),
        pemeriksaan=NAMA_DAERAH,
        kolom=kolom,
    )
