"""Whether this month's raw files are last month's once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from laporan.clean.schema import Aturan, Hasil, run_rules
from laporan.dasar.indonesian import angka
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData

SAMA = "bukan berkas bulan lalu"
# The tables without a date: nothing in them tells their month.
UNDATED = ("situs_halaman", "media_sosial")

Digests = Mapping[str, str]


def check_repeated(
    now: MonthData, before: MonthData, digests: Digests, digests_before: Digests
) -> Hasil:
    """Check that no file and no table is last month's.

    A file that covers both months and is laid into both folders is none: its rows are split
    between the months. One whose rows count in both, or that gives this month nothing, is.

    Parameters
    ----------
    now, before
        The month and the month before, cleaned.
    digests, digests_before
        The SHA-256 of their raw files, by name.
    """
    files = _same_files(now, before, digests, digests_before)
    told = {finding.sumber for finding in files.temuan}
    return files + _same_tables(now, before, [name for name in UNDATED if name not in told])


def _same_files(
    now: MonthData, before: MonthData, digests: Digests, digests_before: Digests
) -> Hasil:
    earlier = {digest: name for name, digest in digests_before.items()}
    taken_before = dict(zip(before.berkas["berkas"], before.berkas["diambil"], strict=True))
    table = now.berkas[["sumber", "berkas", "diambil"]].assign(
        baris=0,
        kembar=[earlier.get(digests.get(name, ""), "") for name in now.berkas["berkas"]],
    )
    twice = [
        int(bool(name) and (count == 0 or count + taken_before.get(name, 0) > total))
        for name, count, total in zip(
            table["kembar"], table["diambil"], now.berkas["baris"], strict=True
        )
    ]
    rule = Aturan(
        SAMA,
        lambda v: v.col_vals_eq("dua_kali", 0),
        ("kembar", "diambil"),
        lambda row: (
            f"isinya sama persis dengan {before.bulan}/{row['kembar']} (SHA-256 sama), dan "
            f"{_counted(row['diambil'])} terhitung sebagai {now.bulan.label}. Ganti dengan ekspor "
            f"{now.bulan.label}."
        ),
        harapan=f"Tidak ada berkas {before.bulan.label} yang terhitung lagi.",
        menghentikan=True,
    )
    return run_rules(table.assign(dua_kali=twice), [rule])


def _same_tables(now: MonthData, before: MonthData, sources: Sequence[str]) -> Hasil:
    rows = [
        {"sumber": name, "berkas": _files(now, name), "baris": 0, "sama": _same(now, before, name)}
        for name in sources
        if name in now.tables and name in before.tables
    ]
    rule = Aturan(
        SAMA,
        lambda v: v.col_vals_eq("sama", 0),
        ("sumber",),
        lambda row: (
            f"semua barisnya sama dengan {before.bulan.label}, dan {SOURCES[row['sumber']].label} "
            f"tidak memuat tanggal. Ganti dengan ekspor {now.bulan.label}."
        ),
        harapan=f"Tabel tanpa tanggal tidak sama dengan {before.bulan.label}.",
        menghentikan=True,
    )
    return run_rules(pd.DataFrame(rows), [rule])


def _counted(rows: int) -> str:
    return f"{angka(rows)} barisnya" if rows else "tidak satu pun barisnya"


def _files(month: MonthData, sumber: str) -> str:
    return ", ".join(month.berkas.loc[month.berkas["sumber"].eq(sumber), "berkas"])


def _same(now: MonthData, before: MonthData, sumber: str) -> int:
    table, other = now.tables[sumber], before.tables[sumber]
    counts = table.select_dtypes("number").fillna(0)
    # A table of zeros is as good as none.
    return int(counts.to_numpy().any() and _sorted(table).equals(_sorted(other)))


def _sorted(table: pd.DataFrame) -> pd.DataFrame:
    return table.sort_values(list(table.columns), ignore_index=True)
