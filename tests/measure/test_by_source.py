import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure.by_source import TOPICS, sources_of


def test_a_series_gives_the_keys_that_it_names(tiket, settings):
    figures = TOPICS["tiket"].series(tiket({}), Bulan(2023, 7), settings)
    assert {(row.indikator, row.dimensi) for row in figures} == set(TOPICS["tiket"].keys)
    visitors = pd.DataFrame(
        [("2023-07-01", 3, "users", "GA4")], columns=["tanggal", "pengguna", "metrik", "produk"]
    )
    figures = TOPICS["situs_pengunjung"].series(visitors, Bulan(2023, 7), settings)
    assert {(row.indikator, row.dimensi) for row in figures} == set(TOPICS["situs_pengunjung"].keys)


def test_the_sources_of_a_key():
    assert sources_of("tiket.jumlah", "kanal") == {"tiket"}
    assert sources_of("media_sosial.unggahan", "media") == {"meta_konten", "twitter"}
    assert sources_of("tiket.luar_jam", "") == set()
