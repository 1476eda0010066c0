"""Schemas: what each source's table must be like, and the checks of one source by itself."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from laporan.clean.ledger import Cleaned
from laporan.clean.schema.account import check_account
from laporan.clean.schema.declared import rules_of, titles_of
from laporan.clean.schema.dictionary import check_columns
from laporan.clean.schema.engine import Aturan, Hasil, other_column, run_rules, write_value
from laporan.clean.schema.unprinted import check_letters
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import daftar
from laporan.dasar.settings import Settings


def check_source(cleaned: Cleaned, bulan: Bulan, settings: Settings) -> Cleaned:
    """Check a cleaned source.

    Parameters
    ----------
    cleaned
        As a cleaner gave it.
    bulan
        The month.
    settings
        Lists and limits.

    Returns
    -------
    Cleaned
        With what the checks found, and which ones were run.
    """
    sumber = cleaned.sumber
    result = check_account(cleaned, bulan, settings)
    result += check_columns(cleaned.tabel, sumber, settings)
    # Rules presume the columns: without them, the missing columns are the finding.
    if not result.menghentikan:
        placed = _with_origin(cleaned)
        result += run_rules(placed, rules_of(sumber, bulan, settings), sumber)
        result += check_letters(cleaned, titles_of(sumber, settings), placed)
    return replace(
        cleaned,
        temuan=(*cleaned.temuan, *map(cleaned.headed, result.temuan)),
        pemeriksaan=(*cleaned.pemeriksaan, *result.pemeriksaan),
    )


def _with_origin(cleaned: Cleaned) -> pd.DataFrame:
    """Put the rows' files and numbers beside the table; of joined rows the files alone."""
    if len(cleaned.asal) == len(cleaned.tabel):
        return pd.concat([cleaned.asal, cleaned.tabel], axis=1)
    return cleaned.tabel.assign(berkas=daftar(cleaned.berkas["berkas"]), baris=0)
