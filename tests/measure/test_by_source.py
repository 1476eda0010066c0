import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure.by_source import series_of, sources_of
from laporan.measure.keputusan.semua import series_keputusan
from laporan.read.sources import SOURCES


def test_a_series_gives_the_keys_that_it_names(tiket, settings):
    table, bulan = tiket({}), Bulan(2023, 7)
    # Figures, and reasons for what one ticket can't tell.
    rows = [
        *series_of("tiket")(table, bulan, settings),
        *series_keputusan({"tiket": table}, bulan, settings),
    ]
    assert {(row.indikator, row.dimensi) for row in rows} == set(SOURCES["tiket"].followed)
    visitors = pd.DataFrame(
        [("2023-07-01", 3, "users", "GA4")], columns=["tanggal", "pengguna", "metrik", "produk"]
    )
    figures = series_of("situs_pengunjung")(visitors, Bulan(2023, 7), settings)
    assert {(row.indikator, row.dimensi) for row in figures} == set(
        SOURCES["situs_pengunjung"].followed
    )


def test_the_sources_of_a_key():
    assert sources_of("tiket.jumlah", "kanal") == {"tiket"}
    assert sources_of("media_sosial.unggahan", "media") == {"meta_konten", "twitter"}
    assert sources_of("tiket.luar_jam", "") == set()
