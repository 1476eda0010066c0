"""Versions of one list kept by hand, whose rows have no ids: the newest one counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.ledger import Ledger
from laporan.clean.versions import VERSI, rank_files, why_newer
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import KEPT, Temuan

# The rule by which rows that only an older version has are left out.
VERSI_LAMA = "versi lama daftar"
# Fewer rows can be the same by chance.
FEWEST_SHARED = 3


def exclude_older_lists(ledger: Ledger, keys: pd.DataFrame, whole: pd.DataFrame) -> Ledger:
    """Leave out the rows that only the older one of two versions of a list has, and say so.

    Two files are versions of one list where they share most rows of the shorter one, and some;
    the newer one is found as in `laporan.clean.versions.exclude_older`. Others are parts.

    Parameters
    ----------
    ledger
        The month's rows.
    keys
        What makes two rows the same, as read; indexed as they.
    whole
        All rows that came in, of whatever month: the files' ages.
    """
    columns = list(keys.columns)
    files = ledger.rows["berkas"]
    counted = keys.loc[files.index]
    repeat = counted.groupby([files, *columns], dropna=False, sort=False).cumcount()
    said = pd.util.hash_pandas_object(counted.assign(_ulangan=repeat), index=False)
    lists = dict(tuple(said.groupby(files, sort=False)))
    ranks = [rank for rank in rank_files(whole) if rank[0] in lists]
    reasons = {name: reason for name, *reason in ranks}
    older, found = pd.Series(False, index=files.index), list[Temuan]()
    newer: list[str] = []
    for lama, *_ in reversed(ranks):
        for baru in newer:
            shared = set(lists[lama]) & set(lists[baru])
            smaller = min(len(lists[lama]), len(lists[baru]))
            if not shared and _stem(lama) != _stem(baru):
                continue
            giving = lists[lama].index[~lists[lama].isin(shared)]
            kept = lists[baru].index[~lists[baru].isin(shared)]
            is_version = 2 * len(shared) > smaller and len(shared) >= FEWEST_SHARED
            if is_version:
                older[giving] = True
                said_of = _tell_version(baru, len(kept), why_newer(baru, lama, reasons))
            else:
                said_of = _tell_parts(baru)
            if not giving.empty and (is_version or not kept.empty):
                changed = _changed(counted.loc[giving], counted.loc[kept])
                message = (
                    f"{angka(len(shared))} dari {angka(len(lists[lama]))} barisnya ada juga di "
                    f"{baru}, dan {angka(len(giving))} tidak{changed}{said_of}"
                )
                numbers = ledger.rows.loc[giving, "baris"]
                found.append(
                    Temuan(
                        VERSI,
                        message,
                        berkas=lama,
                        baris=tuple(int(number) for number in numbers.head(KEPT)),
                        jumlah=len(giving),
                    )
                )
            if is_version:
                break
        else:
            newer.append(lama)
    left = ledger.exclude(older, VERSI_LAMA)
    return replace(left, temuan=(*left.temuan, *found))


def _stem(name: str) -> str:
    """Take off the number that browsers give to a file that they download again."""
    return re.sub(r" ?\(\d+\)(?=\.\w+$)", "", name)


def _tell_version(baru: str, more: int, why: str) -> str:
    further = f" beserta {angka(more)} barisnya yang lain" if more else ""
    return (
        f". Keduanya dianggap versi daftar yang sama; yang dipakai {baru}{further}, karena {why}. "
        "Bila keliru, keluarkan salah satu berkas itu."
    )


def _tell_parts(baru: str) -> str:
    return (
        "; keduanya dijumlahkan sebagai bagian-bagian satu daftar. "
        f"Bila yang satu versi lain dari {baru}, keluarkan yang lama."
    )


def _changed(one: pd.DataFrame, other: pd.DataFrame) -> str:
    """Count the rows that differ in one column alone, by column."""
    names: Sequence[str] = [str(name) for name in one]
    counts = {}
    for name in names:
        same = [each for each in names if each != name]
        counts[name] = one.merge(other[same].drop_duplicates(), on=same).shape[0]
    told = ", ".join(f"{name} {angka(count)}" for name, count in counts.items() if count)
    return f" (berbeda hanya pada kolom {told})" if told else ""
