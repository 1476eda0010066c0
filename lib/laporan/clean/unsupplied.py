"""Columns that a file has only in name: all zero or empty while those beside them are not."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Temuan

DIPASOK = "kolom dipasok"
# A column of fewer rows can be all zero by chance.
FEWEST_ROWS = 5

Values = dict[str, "pd.Series[int]"]


def drop_unsupplied(
    rows: pd.DataFrame, values: Mapping[str, pd.Series[int]], headings: Mapping[str, str]
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

    Returns
    -------
    tuple
        The columns, missing where a file's are all zero or empty while a sister is not; and a
        finding for each.
    """
    kept = {name: value.astype("Int64") for name, value in values.items()}
    found = []
    for berkas, part in rows.groupby("berkas", sort=False):
        if len(part) < FEWEST_ROWS:
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
