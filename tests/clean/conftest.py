from types import SimpleNamespace

import pandas as pd
import pytest

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.read.raw_table import RawTable


@pytest.fixture
def raw():
    """Make a table as a reader gives it; rows are tuples in the order of the columns."""

    def make(berkas, columns, *rows, **keterangan):
        data = pd.DataFrame(
            [list(row) for row in rows],
            columns=pd.Index(columns, dtype="str"),
            index=pd.RangeIndex(2, 2 + len(rows), name="baris"),
            dtype="str",
        )
        named = {name.replace("_", " "): text for name, text in keterangan.items()}
        return RawTable(berkas, data, named)

    return make


@pytest.fixture
def clean():
    """Clean a source's tables for July 2023, with the default settings or changed ones.

    What comes back is plain: the table as tuples (missing as None, days and times as text), the
    balance of each file, the count and the examples of each rule, and what was rejected.
    """

    def run(source, *tables, **changes):
        settings = load_settings()
        settings = {**settings, **{name: settings[name] | changes[name] for name in changes}}
        cleaned = cleaner(source)(tables, Bulan(2023, 7), settings)
        return SimpleNamespace(
            tabel=cleaned.tabel,
            rows=[tuple(map(_plain, row)) for row in cleaned.tabel.itertuples(index=False)],
            berkas={name: counts for name, *counts in cleaned.berkas.itertuples(index=False)},
            dikecualikan=[tuple(row) for row in cleaned.dikecualikan.itertuples(index=False)],
            ditolak=[tuple(row) for row in cleaned.ditolak.itertuples(index=False)],
            peringatan=list(cleaned.peringatan),
            menghentikan=[str(found) for found in cleaned.temuan if found.menghentikan],
        )

    return run


def _plain(value):
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return str(value) if value.tz else str(value.date())
    return value
