import pandas as pd
import pytest

POTRET = {
    "potret": 1,
    "pegawai": 10529,
    "aktivasi": 11069,
    "konten_tersedia": 2298,
    "suka_komentar_bagikan": 8712,
    "kreasi_mandiri": 59,
    "target": 4167,
    "seluruh_pegawai": 78754,
    "Instagram": 6942,
    "Twitter": 2101,
    "Mastodon": 999,
}


def test_a_snapshot(ukuran):
    hasil = ukuran(advokasi=pd.DataFrame([POTRET]))
    assert hasil.nilai("advokasi.akun", "potret", "1") == 9043
    assert hasil.nilai("advokasi.realisasi_target", "potret", "1") == pytest.approx(
        252.68, abs=0.005
    )
    assert hasil.nilai("advokasi.realisasi_pegawai", "potret", "1") == pytest.approx(
        13.37, abs=0.005
    )
    assert hasil.nilai("advokasi.target", "potret", "1") == 4167
    bagian = hasil.kategori("advokasi.konten_bagian", "potret:1")
    assert bagian.round(2).to_dict() == {
        "Suka/komentar/bagikan": 78.71,
        "Konten tersedia": 20.76,
        "Kreasi mandiri": 0.53,
    }
    assert list(hasil.kategori("advokasi.akun", "potret:1").index) == ["Instagram", "Twitter"]


def test_what_was_left_blank_gives_no_figure(ukuran):
    blank = POTRET | {"potret": 2, "target": None, "kreasi_mandiri": None, "aktivasi": 0}
    table = pd.DataFrame([POTRET, blank]).astype({"target": "Int64", "kreasi_mandiri": "Int64"})
    hasil = ukuran(advokasi=table)
    assert hasil.nilai("advokasi.realisasi_target", "potret", "2") is None
    assert hasil.nilai("advokasi.konten", "potret:2", "Kreasi mandiri") is None
    assert hasil.kategori("advokasi.konten_bagian", "potret:2").empty
    assert hasil.nilai("advokasi.pegawai", "potret", "2") == 10529
