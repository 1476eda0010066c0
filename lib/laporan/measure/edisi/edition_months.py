"""What editions are reckoned from: the tickets of their months, and what is open at their end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import Jenis
from laporan.dasar.settings import Settings
from laporan.measure.keputusan.waktu import BALAS, SELESAI, cutoff, waits
from laporan.measure.konsultasi import consultations
from laporan.measure.sources.belum_selesai import open_consultations

_REGIONS = ["pemda", "provinsi", "topik"]


@dataclass(frozen=True)
class EditionMonths:
    """The tables of a kind of editions.

    Attributes
    ----------
    bulan, jenis
        The report's month, and the kind.
    asked
        The months that it speaks about.
    known
        Those of them that have tickets.
    tiket
        All their tickets: ``pemda, provinsi, topik``.
    waits
        How long each consultation waited, by what ended it (``dibalas``, ``selesai``): ``pemda,
        provinsi, menit, berakhir``. A month's clock stops at its own end.
    terbuka
        Consultations that are open at the end of the report's month: ``pemda, provinsi, hari``.
    """

    bulan: Bulan
    jenis: Jenis
    asked: Sequence[Bulan]
    known: Sequence[Bulan]
    tiket: pd.DataFrame
    waits: Mapping[str, pd.DataFrame]
    terbuka: pd.DataFrame


def gather_months(
    bulan: Bulan,
    jenis: Jenis,
    tables: Mapping[Bulan, Mapping[str, pd.DataFrame]],
    settings: Mapping[Bulan, Settings],
) -> EditionMonths:
    """Gather what a kind of editions speaks about.

    Parameters
    ----------
    tables
        Cleaned months by source, the report's among them; others may be there, too.
    settings
        What holds in each of these months.
    """
    asked = jenis.window(bulan, settings[bulan])
    tickets = {month: tables[month]["tiket"] for month in asked if "tiket" in tables.get(month, {})}
    return EditionMonths(
        bulan=bulan,
        jenis=jenis,
        asked=asked,
        known=list(tickets),
        tiket=pd.concat([table[_REGIONS] for table in tickets.values()], ignore_index=True),
        waits={
            each.kolom: pd.concat(
                [_waited(tickets[m], m, each.kolom, settings[m]) for m in tickets],
                ignore_index=True,
            )
            for each in (BALAS, SELESAI)
        },
        terbuka=_open(tables[bulan], bulan),
    )


def _waited(tiket: pd.DataFrame, bulan: Bulan, kolom: str, settings: Settings) -> pd.DataFrame:
    found = consultations(tiket)
    waited = waits(found, kolom, cutoff(tiket, bulan), settings)
    return pd.concat([found[["pemda", "provinsi"]], waited[["menit", "berakhir"]]], axis="columns")


def _open(tables: Mapping[str, pd.DataFrame], bulan: Bulan) -> pd.DataFrame:
    """Keep what is open at the month's end, as the report counts it."""
    tiket = tables["tiket"]
    until = cutoff(tiket, bulan)
    left = tables.get("belum_selesai")
    if left is None:
        left = tiket[~tiket["selesai"].le(until)]
    held = open_consultations(left)
    days = (until - held["dibuat"]).dt.total_seconds() / 86_400
    return held[["pemda", "provinsi"]].assign(hari=days)
