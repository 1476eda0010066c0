"""Rows that come twice: by their ids, by all that they say, or by the day that they are of."""

from __future__ import annotations

import pandas as pd

from laporan.clean.ledger import Ledger, shared_rows
from laporan.clean.numbers import is_blank
from laporan.clean.steps import NILAI_TERBACA, column
from laporan.clean.value_findings import find_rows
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Temuan

# The rule by which doubles are left out, and the check that is made of them.
GANDA, HARI_GANDA = "ganda", "satu nilai sehari"
# What follows where ids were rounded.
TIDAK_TERBEDAKAN = "baris yang sama di dua berkas terhitung dua kali"
# A number that a spreadsheet wrote in powers of ten: many ids became this one.
_ROUNDED_ID = r"(?i)\d(?:[.,]\d+)?e\+?\d+"
# Two exports of which so many values, and most of those that they share, differ are no earlier
# and later one of the same.
MOST_REVISED = 7


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

    Raises
    ------
    LaporanError
        If most of the values differ: the rows are of two things, such as two countries.
    """
    index = ledger.rows.index
    _refuse_contradiction(ledger.rows, keys.loc[index], values.loc[index], apa)
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


def _refuse_contradiction(
    rows: pd.DataFrame, keys: pd.DataFrame, values: pd.Series[int], apa: str
) -> None:
    names = list(keys.columns)
    told = keys.assign(_nilai=values).groupby(names, sort=False)["_nilai"]
    repeated, differing = told.size().gt(1), told.nunique().gt(1)
    if differing.sum() < MOST_REVISED or 2 * differing.sum() <= repeated.sum():
        return
    twice = keys.duplicated(names, keep=False)
    first, second = rows[twice].iloc[0], rows[keys.duplicated(names)].iloc[0]
    raise LaporanError(
        f"{second['berkas']}, baris {second['baris']}: {angka(int(differing.sum()))} dari "
        f"{angka(int(repeated.sum()))} {apa} yang tercatat lebih dari sekali berbeda nilainya "
        f"(bandingkan {first['berkas']}, baris {first['baris']}). Isinya barangkali dua hal, "
        "misalnya dua negara, dua segmen, atau dua akun, sehingga nilai sehari tidak dapat "
        "ditentukan. Sisakan satu ekspor, tanpa rincian lain."
    )
