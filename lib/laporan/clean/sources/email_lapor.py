"""Email Lapor: a list of the mailbox for routine documents, kept by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.list_versions import exclude_older_lists
from laporan.clean.repeats import exclude_shared
from laporan.clean.steps import NILAI_DIKENAL, open_dated
from laporan.clean.texts import hide_persons, match_known, serial_numbers, tidy
from laporan.clean.value_findings import find_values
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

LAINNYA = "Lainnya"


def clean_email_lapor(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's e-mails: ``tanggal, pengirim`` (a serial number)``, jenis``."""
    ledger, dates = open_dated(tables, bulan)
    keys = ledger.rows[["Pengirim", "Jenis Dokumen"]].apply(lambda cells: tidy(cells).str.lower())
    keys = keys.assign(tanggal=dates)
    ledger = exclude_older_lists(ledger, keys, Ledger.open(tables).rows)
    ledger = exclude_shared(ledger, keys)
    rows = ledger.rows
    jenis = match_known(rows["Jenis Dokumen"], [*settings["email_lapor"]["jenis"], LAINNYA])
    known = jenis.isin([*settings["email_lapor"]["jenis"], LAINNYA])
    tabel = pd.DataFrame(
        {
            "tanggal": dates.loc[rows.index],
            "pengirim": serial_numbers(keys.loc[rows.index, "Pengirim"]),
            "jenis": jenis.where(known, LAINNYA).astype("str"),
        }
    ).sort_values("tanggal", kind="stable")
    other = hide_persons(jenis[~known].fillna("(kosong)"))
    warnings = find_values(
        rows,
        other,
        lambda isi: (
            f"“{isi}” dihitung sebagai {LAINNYA}. Bila seharusnya salah satu jenis, perbaiki di "
            "sumbernya, atau tambahkan ke pengaturan email_lapor.jenis."
        ),
        pemeriksaan=NILAI_DIKENAL,
        kolom="Jenis Dokumen",
    )
    return ledger.close("email_lapor", tabel, warnings)
