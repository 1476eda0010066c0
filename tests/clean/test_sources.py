"""Every cleaner on the sample months: the book balances, and nobody can be told."""

from functools import cache

import pandas as pd
import pytest
from proyek import ROOT

from laporan.clean import cleaner
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.read.folder import find_files
from laporan.read.reader import read_source
from laporan.read.sources import SOURCES

MONTHS = [Bulan(2023, 6), Bulan(2023, 7)]
# Where the raw exports hold users' names, addresses and numbers.
PERSONAL = {
    "tiket": ("person_name",),
    "email_lapor": ("Pengirim",),
    "wa_blast": ("contact_phone_number",),
    "ppid": ("Pemohon",),
    "survei": ("Email", "Name"),
}


SAMPLED = [name for name in SOURCES if not SOURCES[name].extra]


@cache
def cleaned(source, bulan):
    settings = load_settings()
    tables = read_source(ROOT / "data" / "raw" / str(bulan), source, settings)
    return tables, cleaner(source)(tables, bulan, settings)


@pytest.mark.parametrize("bulan", MONTHS, ids=str)
@pytest.mark.parametrize("source", SAMPLED)
def test_rows_in_are_taken_rejected_or_excluded(source, bulan):
    tables, result = cleaned(source, bulan)
    rows = {}
    for table in tables:
        rows[table.berkas] = rows.get(table.berkas, 0) + len(table.data) + len(table.rusak)
    berkas = result.berkas.set_index("berkas")
    assert berkas["baris"].to_dict() == rows
    assert (berkas.drop(columns="baris").sum(axis=1) == berkas["baris"]).all()
    assert result.ditolak.empty
    assert len(result.tabel) > 0


@pytest.mark.parametrize("bulan", MONTHS, ids=str)
@pytest.mark.parametrize("source", SAMPLED)
def test_dates_are_of_the_month_and_typed_as_agreed(source, bulan):
    table = cleaned(source, bulan)[1].tabel
    for name in table.columns.intersection(["tanggal", "dibuat", "diterbitkan"]):
        assert str(table[name].dtype) in {"datetime64[us]", "datetime64[us, Asia/Jakarta]"}
        assert set(table[name].dt.strftime("%Y-%m")) == {str(bulan)}


def persons(source, tables):
    """List who the raw exports tell of; the reader leaves out some of those columns itself."""
    frames = [table.data for table in tables]
    if source == "tiket":
        frames = [
            pd.read_csv(path, dtype="str")
            for path in find_files(ROOT / "data" / "raw" / "2023-07", SOURCES["tiket"])
        ]
    columns = [frame[name] for frame in frames for name in PERSONAL[source]]
    return set(pd.concat(columns).dropna()) - {"anonymous"}


@pytest.mark.parametrize("source", PERSONAL)
def test_nobody_can_be_told_from_a_cleaned_table(source):
    tables, result = cleaned(source, MONTHS[1])
    told = persons(source, tables)
    assert told
    kept = {
        str(cell)
        for name in result.tabel.select_dtypes("str").columns
        for cell in result.tabel[name].dropna().unique()
    }
    texts = "\n".join([*kept, *result.peringatan, *result.ditolak["isi"]])
    assert not [person for person in told if person in texts]


def test_the_figures_of_july():
    jumlah = {source: len(cleaned(source, MONTHS[1])[1].tabel) for source in SAMPLED}
    assert {name: jumlah[name] for name in ("tiket", "email_lapor", "publikasi", "ppid")} == {
        "tiket": 1707,
        "email_lapor": 742,
        "publikasi": 20,
        "ppid": 9,
    }
    tiket = cleaned("tiket", MONTHS[1])[1].tabel
    assert tiket["zona"].notna().sum() == 1203
    assert tiket["jam_layanan"].eq("Luar").sum() == 469
    assert (tiket["jam_layanan"].eq("Luar") & tiket["eskalasi"]).sum() == 46
    assert pd.unique(tiket["nomor"]).size == 1707
