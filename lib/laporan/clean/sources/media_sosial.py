"""Followers of the social media, kept by hand: what no export gives."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.numbers import is_blank
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import count_columns, exclude_totals, find_unread_counts, reject_missing
from laporan.clean.texts import hide_persons, match_known
from laporan.clean.unsupplied import TERISI, drop_unsupplied
from laporan.clean.value_findings import find_rows
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

NILAI = {"pengikut": "Pengikut", "akun_desa_baru": "Akun Desa Baru", "akun_desa": "Akun Desa"}


def clean_media_sosial(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep a row a medium: ``media, pengikut, akun_desa_baru, akun_desa``."""
    ledger = Ledger.open(tables)
    known = settings["media_sosial"]["media"]
    media = hide_persons(match_known(ledger.rows["Media"], known))
    counts = count_columns(ledger.rows, NILAI.values())
    values = {name: counts[header] for name, header in NILAI.items()}
    ledger = exclude_totals(ledger, pd.Series(True, index=ledger.rows.index))
    ledger = reject_missing(ledger, media, kolom="Media", apa="nama media")
    ledger = exclude_shared(ledger, pd.DataFrame({"media": media, **values}))
    rows = ledger.rows
    values, unsupplied = drop_unsupplied(rows, values, NILAI, fewest=1)
    # No new account may be all that there is to tell.
    unsupplied = [each for each in unsupplied if each.kolom != NILAI["akun_desa_baru"]]
    tabel = pd.DataFrame(
        {
            "media": media.loc[rows.index],
            **{name: value.loc[rows.index] for name, value in values.items()},
        }
    )
    unread = find_unread_counts(rows, values, NILAI)
    return ledger.close("media_sosial", tabel, [*unread, *unsupplied, *_find_untold(rows)])


def _find_untold(rows: pd.DataFrame) -> list[Temuan]:
    """Say which media lack a figure that they should have.

    All have followers; villages have accounts in some media only, and new ones where they have any.
    """
    blank = {name: is_blank(rows[heading]) for name, heading in NILAI.items()}
    lacking = {
        "pengikut": blank["pengikut"],
        "akun_desa_baru": blank["akun_desa_baru"] & ~blank["akun_desa"],
        "akun_desa": blank["akun_desa"] & ~blank["akun_desa_baru"],
    }
    return [
        finding
        for name, lacks in lacking.items()
        for finding in find_rows(
            rows[lacks],
            "kosong; angka media itu tidak ada dalam laporan. Isilah di sumbernya, juga bila 0.",
            pemeriksaan=TERISI,
            kolom=NILAI[name],
        )
    ]
