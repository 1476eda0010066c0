"""Which columns are personal: all but those that are declared open."""

import csv

import pytest
from proyek import ROOT

from laporan.dasar.settings import load_settings
from laporan.read.declaration import Isi
from laporan.read.private_columns import kind_of
from laporan.read.sources import SOURCES

SETTINGS = load_settings()


def test_every_column_of_the_ticket_export_has_its_kind():
    with (ROOT / "data" / "raw" / "2023-07" / "tiket-1.csv").open(encoding="utf-8") as file:
        header = next(csv.reader(file))
    kinds = {column: kind_of("tiket", column, SETTINGS) for column in header}
    private = {column for column, kind in kinds.items() if kind in (Isi.ORANG, Isi.TEKS)}
    assert private == {
        "person_id", "person_name", "person_email_id", "auth", "ticket_hash", "subject",
    }  # fmt: skip
    assert {column for column, kind in kinds.items() if kind is Isi.AGEN} == {
        "agent_name", "agent_team_name", "locked_by_agent",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sumber", "kolom"),
    [
        ("wa_blast", "contact_full_name"),
        ("wa_blast", "contact_phone_number"),
        ("email_lapor", "Pengirim"),
        ("kehadiran", "Nama"),
        ("kehadiran", "Alamat"),
        ("ppid", "Pemohon"),
        ("survei", "Email"),
        ("survei", "Name"),
    ],
)
def test_who_somebody_is(sumber, kolom):
    assert kind_of(sumber, kolom, SETTINGS) is Isi.ORANG


@pytest.mark.parametrize("sumber", SOURCES)
def test_an_unknown_column_is_private(sumber):
    assert kind_of(sumber, "Kolom Baru", SETTINGS) is Isi.TEKS
    assert kind_of(sumber, "Nomor HP", SETTINGS) is Isi.ORANG


def test_the_settings_open_a_column():
    rules = SETTINGS["data_pribadi"] | {"kolom_terbuka": ["Kolom baru"]}
    settings = dict(SETTINGS) | {"data_pribadi": rules}
    assert kind_of("ppid", "KOLOM BARU", settings) is Isi.TERBUKA
