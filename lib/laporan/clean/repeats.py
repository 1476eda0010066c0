"""Rows that come twice: by their ids, by all that they say, or by the day that they are of."""

from __future__ import annotations

import pandas as pd

from laporan.clean.ids import trusted_ids
from laporan.clean.ledger import Ledger, shared_rows
from laporan.clean.numbers import is_blank
from laporan.clean.steps import column
from laporan.clean.value_findings import find_rows
from laporan.clean.versions import GANDA, exclude_older
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Temuan

# The check that is made of doubles.
HARI_GANDA = "satu nilai sehari"
# Two exports of which so many values, and most of those that they share, differ are no earlier
# and later one of the same.
MOST_REVISED = 7


def exclude_same_ids(ledger: Ledger, kolom: str, marks: pd.DataFrame) -> Ledger:
    """Count once what is there twice, by ids as far as they can be trusted.

    Rows whose id was rounded, or stands for several things, are told apart by all their cells;
    rows without an id by their marks.

    Parameters
    ----------
    ledger
        The rows.
    kolom
        The column of ids.
    marks
        What one id has one of, such as a time; indexed as the rows that came in.
    """
    rows = ledger.rows
    ids = trusted_ids(rows, kolom, marks)
    cells = rows.drop(columns=["berkas", "baris", kolom], errors="ignore").astype("str").fillna("")
    doubted = ids.isna() & ~is_blank(column(rows, kolom))
    said = marks.loc[rows.index].astype("str").fillna("").agg("\x1f".join, axis=1)
    said = said.mask(doubted, cells.agg("\x1f".join, axis=1)) if len(rows) else ids
    repeat = said.groupby([rows["berkas"], said], sort=False).cumcount().astype("str")
    return exclude_older(ledger, ("nomor " + ids).fillna("baris " + said + "\x1f" + repeat))


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
