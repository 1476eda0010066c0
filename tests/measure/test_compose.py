"""Months that lack something: no crash, no figure of what is not there, no contradiction."""

import pandas as pd
import pytest

from laporan.clean.schema.dictionary import columns_of_table
from laporan.dasar.bulan import Bulan
from laporan.measure import measure, violated_identities
from laporan.read.sources import SOURCES

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)

# The beginnings of the names of what each source alone gives.
FIGURES = {
    "email_lapor": "lapor.",
    "situs_pengunjung": "situs.pengunjung",
    "situs_halaman": "situs.halaman",
    "meta_konten": "media_sosial.jangkauan",
    "media_sosial": "media_sosial.akun_desa",
    "wa_blast": "wa_blast.",
    "publikasi": "publikasi.",
    "webinar": "webinar.",
    "video_conference": "video_conference.",
    "tatap_muka": "tatap_muka.",
    "ppid": "ppid.",
    "survei": "kepuasan.",
    "advokasi": "advokasi.",
}


def own_names(table):
    return table.loc[table["bulan"].eq(str(JULI)), "indikator"]


@pytest.mark.parametrize("source", sorted(set(SOURCES) - {"tiket"}))
def test_a_source_that_was_not_supplied_has_no_rows(contoh, juli, riwayat_contoh, settings, source):
    tables = {name: table for name, table in contoh[JULI].items() if name != source}
    table = measure(
        JULI, contoh | {JULI: tables}, riwayat_contoh, dict.fromkeys(contoh, settings)
    ).tabel
    assert violated_identities(table, JULI) == []
    if prefix := FIGURES.get(source):
        assert own_names(juli.tabel).str.startswith(prefix).any()
        assert not own_names(table).str.startswith(prefix).any()


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_a_source_without_rows_is_no_contradiction(contoh, riwayat_contoh, settings, source):
    types = columns_of_table(source, settings)
    empty = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in types.items()})
    tables = contoh[JULI] | {source: empty}
    table = measure(
        JULI, contoh | {JULI: tables}, riwayat_contoh, dict.fromkeys(contoh, settings)
    ).tabel
    assert violated_identities(table, JULI) == []


def test_nothing_but_tickets(contoh, settings):
    hasil = measure(JULI, {JULI: {"tiket": contoh[JULI]["tiket"]}}, None, {JULI: settings})
    assert hasil.nilai("layanan.jumlah") == hasil.nilai("tiket.jumlah") == 1707
    assert {name.partition(".")[0] for name in hasil.tabel["indikator"]} == {
        *("layanan", "tiket", "konsultasi", "hari_layanan", "balas", "selesai", "eskalasi"),
        *("luar_jam", "cakupan", "tunggakan"),
    }
    assert violated_identities(hasil.tabel, JULI) == []


def test_earlier_months_give_their_series_and_no_details(contoh, juli):
    earlier = juli.tabel[juli.tabel["bulan"].eq("2023-06")]
    supplied = (SOURCES[name] for name in contoh[JUNI])
    followed = {indikator for source in supplied for indikator, _ in source.followed}
    assert len(followed) > 10
    by_day = {"hari_layanan.jumlah", "tiket.per_hari_layanan", "konsultasi.per_hari_layanan"}
    gained = {"media_sosial.pertambahan_pengikut"}
    # No target is set.
    followed = {name for name in followed if "dalam_sasaran" not in name}
    assert set(earlier["indikator"]) == by_day | gained | followed
    assert set(earlier.loc[earlier["indikator"].eq("tiket.jumlah"), "dimensi"]) == {"", "kanal"}


def test_measuring_changes_no_table(contoh, riwayat_contoh, settings):
    before = {name: table.copy() for name, table in contoh[JULI].items()}
    measure(JULI, contoh, riwayat_contoh, dict.fromkeys(contoh, settings))
    assert all(table.equals(contoh[JULI][name]) for name, table in before.items())


def test_each_month_is_measured_by_the_settings_that_held_in_it(contoh, settings):
    later = settings | {"tiket": settings["tiket"] | {"kanal": ["Telegram"]}}
    held = dict.fromkeys(contoh, settings) | {JULI: later}
    table = measure(JULI, contoh, None, held).tabel
    rows = table[table["indikator"].eq("tiket.jumlah") & table["kategori"].eq("Telegram")]
    assert rows["bulan"].unique().tolist() == ["2023-07"]
