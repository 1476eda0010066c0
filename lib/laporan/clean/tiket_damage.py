"""What damaged exports of tickets show: contents of other columns, of other zones, of other ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from laporan.clean.dates import ZONA_LAPORAN
from laporan.clean.hours import DALAM, label_service_hours
from laporan.clean.ids import is_repeated
from laporan.clean.texts import hide_persons
from laporan.clean.value_findings import find_rows
from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Temuan

# From so many cells on, most of which are none of those known, a column holds another's content.
FEWEST_SHIFTED = 20


def find_contradicting(
    rows: pd.DataFrame,
    ids: pd.Series[str],
    created: pd.Series[pd.Timestamp],
) -> list[Temuan]:
    """Stop at tickets that come again with another time of creation: their ids are damaged."""
    shared = ids[is_repeated(ids)]
    if shared.empty:
        return []
    times = created.loc[shared.index]
    other = times.ne(times.groupby(shared).transform("first"))
    found = find_rows(
        rows.loc[shared.index[other]],
        "nomor tiket ini sudah ada di baris atau berkas lain dengan waktu pembuatan yang lain, "
        "padahal satu nomor satu tiket. Nomornya rusak: unduh ulang ekspornya.",
        pemeriksaan="satu nomor satu tiket",
        kolom="ticket_id",
    )
    return [replace(finding, menghentikan=True) for finding in found]


def refuse_utc(rows: pd.DataFrame, moments: pd.Series[pd.Timestamp], hours: Any) -> None:
    """Refuse times without a zone that lie in service hours as UTC and not as WIB."""
    if len(moments) < FEWEST_SHIFTED:
        return
    as_wib = int(label_service_hours(moments, hours).eq(DALAM).sum())
    shifted = moments.dt.tz_localize(None).dt.tz_localize("UTC").dt.tz_convert(ZONA_LAPORAN)
    as_utc = int(label_service_hours(shifted, hours).eq(DALAM).sum())
    if as_utc > 2 * as_wib:
        raise LaporanError(
            f"{rows['berkas'].iloc[0]}, baris {rows['baris'].iloc[0]}, kolom 'date_created': "
            f"{angka(len(rows))} waktu, mulai baris ini, tanpa zona. Dibaca sebagai WIB, "
            f"{angka(as_wib)} jatuh dalam jam layanan; sebagai UTC, {angka(as_utc)}. Barangkali "
            "waktunya UTC. Ekspor ulang beserta zonanya, seperti 2023-07-05T08:00:00+0700."
        )


def refuse_unknown(
    berkas: pd.Series[str], values: pd.Series[str], known: Sequence[str], kolom: str
) -> None:
    """Refuse a file most of whose channels, say, are none: columns took each other's contents."""
    told = values[values.notna()]
    for name, part in told.groupby(berkas.loc[told.index], sort=False):
        foreign = part[~part.isin(known)]
        if len(part) >= FEWEST_SHIFTED and 2 * len(foreign) > len(part):
            raise LaporanError(
                f"{name}, kolom {kolom!r}: {len(foreign)} dari {len(part)} isinya tidak dikenal, "
                f"misalnya “{hide_persons(foreign.head(1)).iloc[0]}”; yang dikenal: "
                f"{', '.join(known)}. Barangkali isi kolomnya bergeser atau tertukar. Unduh ulang "
                "ekspornya, dan periksa kolom_tiket dan tiket di pengaturan."
            )


def refuse_swapped_fields(rows: pd.DataFrame, known: Mapping[str, Sequence[str]]) -> None:
    """Refuse a file in which most of a field's contents are known ones of other fields.

    Parameters
    ----------
    rows
        The rows, with ``berkas`` and the fields.
    known
        What each field can hold; a value of several fields tells nothing.
    """
    folded = {field: {text.casefold() for text in texts} for field, texts in known.items()}
    shared = Counter(text for texts in folded.values() for text in texts)
    for field in known:
        others = {
            text: other
            for other, texts in folded.items()
            for text in texts
            if other != field and shared[text] == 1
        }
        told = rows[field].dropna()
        if not any(others.get(" ".join(text.casefold().split())) for text in told.unique()):
            continue
        for name, part in told.groupby(rows.loc[told.index, "berkas"], sort=False):
            counts = part.value_counts()
            of_others = [others.get(" ".join(text.casefold().split()), "") for text in counts.index]
            foreign = counts[[bool(other) for other in of_others]]
            if len(part) >= FEWEST_SHIFTED and 2 * foreign.sum() > len(part):
                other = next(filter(None, of_others))
                raise LaporanError(
                    f"{name}, kolom {field!r}: {angka(int(foreign.sum()))} dari "
                    f"{angka(len(part))} isinya adalah isi kolom {other!r}, misalnya "
                    f"“{foreign.index[0]}”. Isi kolomnya bergeser atau tertukar. Unduh ulang "
                    "ekspornya, dan periksa kolom_tiket di pengaturan."
                )
