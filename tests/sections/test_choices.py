"""A section's choices are arguments of its one-liner; without one, the setting holds."""

import pytest

from laporan import sections as s

BANYAK = {
    "topik teknis": s.chart_topik_teknis,
    "topik lain": s.chart_topik_lain,
    "pemda": s.table_pemda,
    "halaman": s.table_halaman,
}


@pytest.mark.parametrize("name", BANYAK)
def test_how_many_are_printed(lengkap, name):
    usual, fewer = (_named(BANYAK[name](lengkap, banyak=n).data) for n in (None, 2))
    assert 2 <= len(fewer) < len(usual)
    assert fewer.equals(usual.head(len(fewer)))


def _named(data):
    """Leave out the row of all others together."""
    return data[data.iloc[:, 0].ne("Topik lain")]


def test_topics_out_of_hours(lengkap, polos):
    usual, fewer = (polos(s.sentence_topik_luar_jam(lengkap, banyak=n)) for n in (None, 2))
    assert 2 <= fewer.count("tiket\n") + 1 < usual.count("tiket\n") + 1


def test_topics_of_each_channel(lengkap):
    usual, fewer = s.table_kanal_topik(lengkap), s.table_kanal_topik(lengkap, banyak=1)
    assert set(fewer.data["Topik"]) < set(usual.data["Topik"])
    assert fewer.data["Semua"].sum() == usual.data["Semua"].sum()
