"""July 2023 as it was published, from the raw sample exports on."""

import csv
import time
from decimal import Decimal
from pathlib import Path

import pytest

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import round_half_up
from laporan.measure import (
    SeriesBreak,
    format_ukuran,
    measure,
    riwayat_warnings,
    series_break,
    teratas,
    violated_identities,
)

JUNI, JULI = Bulan(2023, 6), Bulan(2023, 7)


def published():
    text = Path(__file__).with_name("angka-2023-07.csv").read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@pytest.mark.parametrize(
    "row", published(), ids=lambda row: ",".join(list(row.values())[:3]).strip(",")
)
def test_a_published_figure(juli, row):
    figure = juli.angka(row["indikator"], row["dimensi"], row["kategori"])
    assert figure is not None
    decimals = len(row["nilai"].partition(".")[2])
    assert round_half_up(figure.nilai, decimals) == Decimal(row["nilai"])
    assert figure.satuan == row["satuan"]


def test_every_figure_is_there():
    assert len(published()) == 106


def test_the_sample_contradicts_neither_itself_nor_what_was_published(juli, riwayat_contoh):
    assert violated_identities(juli.tabel, JULI) == []
    assert riwayat_warnings(riwayat_contoh, juli.tabel) == ()


def test_june_is_a_month_like_july(contoh, settings):
    table = measure(JUNI, contoh, None, dict.fromkeys(contoh, settings)).tabel
    assert violated_identities(table, JUNI) == []
    assert set(table["bulan"]) == {"2023-06"}


def test_visitors_were_counted_in_another_way_in_june(juli):
    assert series_break(juli.tabel, JUNI, JULI) == SeriesBreak("Universal Analytics", "GA4")


def test_the_first_six_pemda_are_the_published_ones(juli):
    names = list(teratas(juli.kategori("tiket.pemda", "pemda"), 6).index)
    assert names == [
        "Kab. Padang Lawas",
        "Prov. Jambi",
        "Prov. Kalimantan Timur",
        "Prov. Gorontalo",
        "Kab. Mojokerto",
        "Kab. Probolinggo",
    ]


def test_series_have_every_month_of_the_year(juli):
    for key in (
        ("tiket.jumlah",),
        ("tiket.jumlah", "kanal", "Live Chat"),
        ("lapor.jumlah",),
        ("situs.pengunjung",),
        ("tatap_muka.jumlah",),
        ("video_conference.jumlah",),
        ("media_sosial.pengikut", "media", "Facebook"),
    ):
        months = [month for month in juli.deret(*key).index if month > "2023"]
        assert months == [str(month) for month in JULI.year_to_date], key


def test_a_month_is_measured_in_no_time(contoh, riwayat_contoh, settings):
    start = time.process_time()
    measure(JULI, contoh, riwayat_contoh, dict.fromkeys(contoh, settings))
    # Measured: 0.08 s; the rest is room for a slow machine.
    assert time.process_time() - start < 1


def test_the_same_tables_give_the_same_bytes(juli, contoh, riwayat_contoh, settings):
    again = {bulan: dict(reversed(tables.items())) for bulan, tables in contoh.items()}
    table = measure(JULI, again, riwayat_contoh.iloc[::-1], dict.fromkeys(again, settings)).tabel
    assert format_ukuran(table) == format_ukuran(juli.tabel)
