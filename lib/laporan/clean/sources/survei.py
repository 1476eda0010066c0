"""Ratings that users give after a consultation: Microsoft Forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from laporan.clean.dates import parse_export_dates
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.numbers import is_blank
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import GANDA, exclude_shared
from laporan.clean.steps import count_columns, reject_cells, reject_missing
from laporan.clean.texts import hide_persons, match_known, serial_numbers, tidy
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

FAKTOR = {"kepuasan": "Kepuasan Layanan", "substansi": "Substansi Jawaban"}
TERTINGGI = 5
# So many ratings above the highest are no slips.
FEWEST_ABOVE = 3
# Whoever is not named is, for all that is known, one person.
ANONIM = ("anonymous", "anonim")
TANPA_NILAI = "tanpa nilai"


def clean_survei(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's ratings: ``tanggal, agen, penilai, kepuasan, substansi``.

    ``penilai`` is a serial number an e-mail address; all anonymous ratings have the same.
    """
    ledger = Ledger.open(tables)
    rows = ledger.rows
    dates = parse_export_dates(rows, "Completion time", bulan)
    agents = match_known(rows["Agen"], [])
    raters = tidy(rows["Email"]).str.lower()
    raters = raters.mask(raters.isna() | raters.isin(ANONIM), ANONIM[0])
    counts = count_columns(rows, FAKTOR.values())
    scores = {name: counts[header] for name, header in FAKTOR.items()}
    ledger = reject_missing(ledger, dates, kolom="Completion time", apa="waktu pengisian")
    ledger = reject_missing(ledger, agents, kolom="Agen", apa="nama agen")
    for name, header in FAKTOR.items():
        wrong = ~scores[name].between(1, TERTINGGI).fillna(False) & ~is_blank(rows[header])
        ledger = reject_cells(
            ledger,
            wrong.astype(bool).loc[ledger.rows.index],
            kolom=header,
            alasan=f"nilai bukan bilangan bulat 1 sampai {TERTINGGI}",
        )
    found = [
        finding
        for name, header in FAKTOR.items()
        for finding in _find_scale(rows, scores[name], header)
    ]
    index = ledger.rows.index
    unrated = pd.DataFrame(scores).loc[index].isna().all(axis=1)
    ledger = ledger.exclude(unrated, TANPA_NILAI)
    # Several forms may be joined, each with its own IDs from 1.
    keys = {"id": rows["ID"], "waktu": rows["Completion time"], "agen": agents, "penilai": raters}
    ledger = _exclude_doubles(ledger, pd.DataFrame({**keys, **scores}))
    ledger = exclude_other_months(ledger, dates, bulan)
    index = ledger.rows.index
    tabel = pd.DataFrame(
        {
            "tanggal": dates.loc[index],
            "agen": hide_persons(agents.loc[index]),
            "penilai": serial_numbers(raters.loc[index]),
            **{name: score.loc[index] for name, score in scores.items()},
        }
    ).sort_values("tanggal", kind="stable")
    return ledger.close("survei", tabel, found)


def _find_scale(rows: pd.DataFrame, scores: pd.Series[int], kolom: str) -> list[Temuan]:
    """Stop where several ratings are above the highest: those below are of that scale, too."""
    above = scores.gt(TERTINGGI).fillna(False).astype(bool)
    if above.sum() < FEWEST_ABOVE:
        return []
    found = find_rows(
        rows[above],
        f"nilai di atas {TERTINGGI} (misalnya {scores[above].iloc[0]}), padahal skalanya 1 sampai "
        f"{TERTINGGI}. Barangkali skala formulirnya lain, sehingga nilai yang lain pun keliru. "
        "Samakan skalanya, atau keluarkan berkas itu.",
        pemeriksaan="skala nilai",
        kolom=kolom,
    )
    return [replace(finding, menghentikan=True) for finding in found]


def _exclude_doubles(ledger: Ledger, keys: pd.DataFrame) -> Ledger:
    """Count a response once; one without an ID as rows without ids are."""
    here = keys.loc[ledger.rows.index]
    ledger = ledger.exclude(here.duplicated() & ~is_blank(here["id"]), GANDA)
    return exclude_shared(ledger, keys)
