"""What cleaners tell of rows that they take: each value once a file, with its rows."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from laporan.dasar.temuan import KEPT, Temuan


def find_rows(rows: pd.DataFrame, pesan: str, *, pemeriksaan: str, kolom: str) -> list[Temuan]:
    """Tell the same of all rows, one finding a file.

    Parameters
    ----------
    rows
        The rows concerned, with ``berkas`` and ``baris``.
    pesan
        What is the matter and what to do.
    pemeriksaan, kolom
        The check's name, and the column as the file heads it.
    """
    return [
        _finding(part, pesan, pemeriksaan, kolom, str(berkas))
        for berkas, part in rows.groupby("berkas", sort=False)
    ]


def find_values(
    rows: pd.DataFrame,
    values: pd.Series[str],
    pesan: Callable[[str], str],
    *,
    pemeriksaan: str,
    kolom: str,
) -> list[Temuan]:
    """Tell of values, one finding a file and value; the most frequent come first.

    Parameters
    ----------
    rows
        Rows with ``berkas`` and ``baris``, those concerned among them.
    values
        What stands in the rows concerned, none missing.
    pesan
        Says of a value what is the matter and what to do.
    pemeriksaan, kolom
        The check's name, and the column as the file heads it.
    """
    places = rows.loc[values.index, ["berkas", "baris"]].assign(nilai=values)
    found = [
        _finding(part, pesan(str(value)), pemeriksaan, kolom, str(berkas))
        for (berkas, value), part in places.groupby(["berkas", "nilai"], sort=False)
    ]
    # By the files' order first, which groupby keeps.
    order = {name: place for place, name in enumerate(places["berkas"].unique())}
    return sorted(found, key=lambda finding: (order[finding.berkas], -finding.jumlah))


def _finding(part: pd.DataFrame, pesan: str, pemeriksaan: str, kolom: str, berkas: str) -> Temuan:
    return Temuan(
        pemeriksaan=pemeriksaan,
        pesan=pesan,
        berkas=berkas,
        kolom=kolom,
        baris=tuple(int(number) for number in part["baris"].head(KEPT)),
        jumlah=len(part),
    )
