"""The steps that most cleaners share: months, doubles, totals, counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from laporan.bulan import Bulan
from laporan.clean.dates import has_offset, parse_dates
from laporan.clean.findings import find_rows, find_values
from laporan.clean.ledger import Ledger, shared_rows
from laporan.clean.numbers import is_blank, parse_counts
from laporan.clean.texts import hide_persons, may_name_persons, tidy
from laporan.formats import angka
from laporan.read.raw_table import RawTable
from laporan.regions import describe_unresolved, resolve
from laporan.settings import Settings
from laporan.temuan import Temuan

# The rules by which rows are left out, as the quality report prints them.
BULAN_LAIN = "bulan lain"
GANDA = "ganda"
BARIS_JUMLAH = "baris jumlah"
# The checks that cleaners make, by the names that readers see.
NILAI_TERBACA, NAMA_DAERAH = "nilai terbaca", "nama daerah"
NILAI_DIKENAL, HARI_GANDA = "nilai dikenal", "satu nilai sehari"
JUMLAH_COCOK = "baris jumlah cocok"

_TOTAL = r"(?i)(?:sub\s*|grand\s*)?(?:jumlah|total|jml)\b\.?\s*[:=]?\s*[\d.,]*\s*\w*"
# What follows where ids were rounded.
TIDAK_TERBEDAKAN = "baris yang sama di dua berkas terhitung dua kali"
LONGEST_TOTAL = 80
# A number that a spreadsheet wrote in powers of ten: many ids became this one.
_ROUNDED_ID = r"(?i)\d(?:[.,]\d+)?e\+?\d+"


def open_dated(tables: Sequence[RawTable], bulan: Bulan) -> tuple[Ledger, pd.Series[pd.Timestamp]]:
    """Open a list kept by hand, and keep the rows with a date of the month.

    Returns
    -------
    tuple
        The ledger, without total rows, unreadable dates and other months; and the dates of all
        rows that came in, indexed as they.
    """
    ledger = Ledger.open(tables)
    dates = parse_dates(ledger.rows["Tanggal"])
    ledger = exclude_totals(ledger, dates.isna())
    ledger = reject_missing(ledger, dates, kolom="Tanggal", apa="tanggal")
    return exclude_other_months(ledger, dates, bulan), dates


def exclude_totals(ledger: Ledger, undated: pd.Series[bool]) -> Ledger:
    """Leave out rows without a date that are headed ``JUMLAH`` or ``TOTAL``."""
    cells = ledger.rows.drop(columns=["berkas", "baris"])
    headed = cells.apply(is_total).any(axis=1).astype(bool)
    return ledger.exclude(headed & undated.loc[cells.index], BARIS_JUMLAH)


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


def exclude_other_months(ledger: Ledger, moments: pd.Series[pd.Timestamp], bulan: Bulan) -> Ledger:
    """Leave out rows of other months; moments are in WIB."""
    return ledger.exclude(in_other_month(moments.loc[ledger.rows.index], bulan), BULAN_LAIN)


def in_other_month(moments: pd.Series[pd.Timestamp], bulan: Bulan) -> pd.Series[bool]:
    """Tell which moments, in WIB, are of other months."""
    return moments.dt.year.ne(bulan.tahun) | moments.dt.month.ne(bulan.nomor)


def exclude_repeated_ids(ledger: Ledger, kolom: str) -> Ledger:
    """Count an id once, within a file and across files; rows without one are let through."""
    return ledger.exclude(is_repeated(column(ledger.rows, kolom)), GANDA)


def is_repeated(ids: pd.Series[str]) -> pd.Series[bool]:
    """Tell which ids have come before; what is none, or was rounded by Excel, has not."""
    stripped = ids.str.strip()
    repeated = stripped.duplicated() & ~is_blank(stripped)
    return repeated & ~is_rounded(stripped) if repeated.any() else repeated


def is_rounded(ids: pd.Series[str]) -> pd.Series[bool]:
    """Tell which ids or telephone numbers a spreadsheet wrote in powers of ten."""
    return ids.str.strip().str.fullmatch(_ROUNDED_ID).fillna(False).astype(bool)


def warn_rounded(rows: pd.DataFrame, kolom: str, akibat: str) -> list[Temuan]:
    """Say which ids a spreadsheet rounded, and what follows from it."""
    return find_rows(
        rows[is_rounded(column(rows, kolom))],
        f"nomor dibulatkan Excel (seperti 6,2E+11), sehingga {akibat}. "
        "Unduh ulang ekspornya dan jangan simpan dari Excel.",
        pemeriksaan=NILAI_TERBACA,
        kolom=kolom,
    )


def exclude_shared(ledger: Ledger, keys: pd.DataFrame) -> Ledger:
    """Count once what two files share, where rows have no id.

    Parameters
    ----------
    ledger
        The rows.
    keys
        What makes two rows the same, as read; indexed as the rows that came in.
    """
    columns = list(keys.columns)
    rows = keys.loc[ledger.rows.index].assign(berkas=ledger.rows["berkas"])
    return ledger.exclude(shared_rows(rows, columns), GANDA)


def exclude_smaller_repeats(
    ledger: Ledger, keys: pd.DataFrame, values: pd.Series[int], *, apa: str
) -> tuple[Ledger, list[Temuan]]:
    """Let each key, such as a day, have one value: an export made before its end has a smaller one.

    Returns
    -------
    tuple
        The ledger with the largest value of each key, and a warning where values differ.
    """
    index = ledger.rows.index
    by_size = keys.loc[index].assign(_nilai=values.loc[index])
    names = list(keys.columns)
    by_size = by_size.sort_values("_nilai", ascending=False, kind="stable")
    repeated = by_size.duplicated(names).reindex(index)
    distinct = by_size.drop_duplicates()
    differing = distinct.index[distinct.duplicated(names)].sort_values()
    found = find_rows(
        ledger.rows.loc[differing],
        f"{apa} sudah tercatat dengan nilai lain yang lebih besar; yang terbesar dipakai. "
        "Periksa ekspor mana yang lengkap.",
        pemeriksaan=HARI_GANDA,
        kolom="",
    )
    return ledger.exclude(repeated, GANDA), found


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
    if rows.empty:
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


def warn_unread(rows: pd.DataFrame, parsed: pd.Series, *, kolom: str, apa: str) -> list[Temuan]:
    """Name the cells that could not be read and are taken as no value.

    Parameters
    ----------
    rows, parsed
        The rows taken, and what the column was read as.
    kolom
        The column as the file heads it.
    apa
        What it should hold, such as ``bilangan``.
    """
    texts = column(rows, kolom)
    unread = texts[parsed.loc[rows.index].isna() & ~is_blank(texts)]
    return find_values(
        rows,
        hide_persons(unread),
        lambda isi: (
            f"“{isi}” bukan {apa}. Barisnya tetap dihitung, tanpa nilai itu; perbaiki di sumbernya."
        ),
        pemeriksaan=NILAI_TERBACA,
        kolom=kolom,
    )


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
