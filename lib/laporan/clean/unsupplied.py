"""Columns that a file has in part or only in name: cells that are empty, or all of them zero."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from laporan.clean.numbers import is_blank
from laporan.clean.value_findings import find_rows
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Temuan

DIPASOK, TERISI, TERHAPUS = "kolom dipasok", "kolom terisi", "isian tidak terhapus"
# A column of fewer rows can be all zero by chance.
FEWEST_ROWS = 5
# So many rows of a file are looked at first.
FIRST_ROWS = 100

Values = dict[str, "pd.Series[int]"]


def find_blanks(
    rows: pd.DataFrame, values: Mapping[str, pd.Series[int]], headings: Mapping[str, str]
) -> list[Temuan]:
    """Say of how many rows a figure is, where some cells of a file's column are empty.

    Parameters
    ----------
    rows, values, headings
        As in `drop_unsupplied`.
    """
    return [
        finding
        for name, heading in headings.items()
        for _, part in rows.groupby("berkas", sort=False)
        if (told := values[name].loc[part.index].notna()).any()
        for finding in find_rows(
            part[~told],
            f"kosong; angkanya hanya dari {angka(int(told.sum()))} dari {angka(len(part))} baris. "
            "Isilah di sumbernya, bila ada.",
            pemeriksaan=TERISI,
            kolom=heading,
        )
    ]


def drop_unsupplied(
    rows: pd.DataFrame,
    values: Mapping[str, pd.Series[int]],
    headings: Mapping[str, str],
    fewest: int = FEWEST_ROWS,
) -> tuple[Values, list[Temuan]]:
    """Take a column that says nothing in a whole file as not supplied, and say so.

    Parameters
    ----------
    rows
        The rows that count, with ``berkas``.
    values
        What their columns were read as; may have further rows.
    headings
        How the file heads each of the columns.
    fewest
        In files of fewer rows nothing is taken for not supplied.

    Returns
    -------
    tuple
        The columns, missing where a file's are all zero or empty while a sister is not; and a
        finding for each.
    """
    kept = {name: value.astype("Int64") for name, value in values.items()}
    found = []
    for berkas, part in rows.groupby("berkas", sort=False):
        if len(part) < fewest:
            continue
        sums = {name: int(kept[name].loc[part.index].fillna(0).sum()) for name in headings}
        sisters = [headings[name] for name, total in sums.items() if total]
        for name in (name for name, total in sums.items() if sisters and not total):
            empty = kept[name].loc[part.index].isna().all()
            kept[name] = kept[name].mask(kept[name].index.isin(part.index))
            found.append(
                Temuan(
                    DIPASOK,
                    f"{'kosong' if empty else 'nol'} di semua {angka(len(part))} barisnya, padahal "
                    f"{sisters[0]!r} berisi; dianggap tidak dipasok, dan tidak dihitung sebagai 0. "
                    "Ekspor ulang dengan kolom itu, bila ada.",
                    berkas=str(berkas),
                    kolom=headings[name],
                    jumlah=len(part),
                )
            )
    return kept, found


def find_emptied(
    rows: pd.DataFrame, fields: Iterable[str], fewest: int = FEWEST_ROWS
) -> list[Temuan]:
    """Warn of a file in which a field of texts holds nothing.

    Parameters
    ----------
    rows
        The rows that count, with ``berkas`` and the fields.
    fewest
        In files of fewer rows nobody is told: it can be so by chance.
    """
    # A file with a filled cell among its first is not emptied, whatever a million rows hold below.
    first = rows.groupby("berkas", sort=False).head(FIRST_ROWS)
    return [
        Temuan(
            TERHAPUS,
            f"kosong di semua {angka(int(count))} barisnya{_elsewhere(filled, str(name))}. Bila "
            "isinya terhapus atau tidak ikut terekspor, ekspor ulang.",
            berkas=str(name),
            kolom=field,
            jumlah=int(count),
        )
        for field in fields
        if not _filled_by_file(first, field)["sum"].all()
        for filled in [_filled_by_file(rows, field)]
        for name, count in filled.loc[filled["sum"].eq(0), "size"].items()
        if count >= fewest
    ]


def _filled_by_file(rows: pd.DataFrame, field: str) -> pd.DataFrame:
    """Count the filled cells of a field and all of them, by file."""
    return (~is_blank(rows[field])).groupby(rows["berkas"]).agg(["sum", "size"])


def _elsewhere(filled: pd.DataFrame, berkas: str) -> str:
    """Say in which other file of the export it is filled."""
    others = filled[filled["sum"].gt(0)].drop(berkas, errors="ignore")
    if others.empty:
        return ""
    count, size = (int(others[name].iloc[0]) for name in ("sum", "size"))
    return f", padahal di {others.index[0]} terisi {angka(count)} dari {angka(size)}"
