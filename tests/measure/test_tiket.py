import pytest

from laporan.measure.angka import TIDAK_TERCATAT


def test_counts_and_shares_of_channels(tiket, ukuran):
    hasil = ukuran(tiket=tiket({}, {}, {"kanal": "Telepon"}, {"kanal": "Faks"}))
    assert hasil.nilai("tiket.jumlah") == 4
    assert hasil.kategori("tiket.jumlah", "kanal").to_dict() == {
        "WhatsApp": 2,
        "Faks": 1,
        "Telepon": 1,
        "Email": 0,
        "HAI Kemenkeu": 0,
        "Live Chat": 0,
    }
    assert hasil.nilai("tiket.bagian", "kanal", "WhatsApp") == 50
    assert hasil.nilai("tiket.bagian", "kanal", "Live Chat") == 0


def test_kinds_of_users_keep_unknown_and_missing_ones(tiket, ukuran):
    abroad = [{"kategori": "Diaspora"}] * 3
    hasil = ukuran(tiket=tiket({}, {"kategori": None}, *abroad))
    kategori = hasil.kategori("tiket.jumlah", "kategori")
    assert kategori["Pemerintah Daerah"] == 1
    assert kategori[TIDAK_TERCATAT] == 1
    assert kategori["Diaspora"] == 3
    assert kategori["Akademisi"] == 0
    assert hasil.kategori("tiket.bagian", "kategori").sum() == pytest.approx(100)


def test_technical_topics_are_one_kind(tiket, ukuran):
    topics = ["DAU", "DAU", "DBH", "Spam", "Topik Baru", None]
    hasil = ukuran(tiket=tiket(*({"topik": topik} for topik in topics)))
    assert hasil.kategori("tiket.jumlah", "jenis_topik").to_dict() == {
        "Konsultasi Teknis": 3,
        "Spam": 1,
        TIDAK_TERCATAT: 1,
        "Topik Baru": 1,
    }
    assert hasil.kategori("tiket.topik", "topik")["DAU"] == 2


def test_topics_within_a_channel(tiket, ukuran):
    rows = [{"kanal": "Live Chat", "topik": "PDRD"}, {"kanal": "Live Chat", "topik": "Dana Desa"}]
    hasil = ukuran(tiket=tiket(*rows, {}, {"kanal": "Telepon", "topik": "PDRD"}))
    assert hasil.kategori("tiket.topik", "kanal:Live Chat").to_dict() == {"Dana Desa": 1, "PDRD": 1}


def test_a_month_without_tickets_has_counts_and_no_shares(tiket, ukuran):
    hasil = ukuran(tiket=tiket())
    assert hasil.nilai("tiket.jumlah") == 0
    assert hasil.nilai("tiket.jumlah", "kanal", "WhatsApp") == 0
    assert hasil.nilai("tiket.luar_jam") == 0
    assert hasil.nilai("tiket.bagian", "kanal", "WhatsApp") is None
    assert hasil.nilai("tiket.luar_jam_eskalasi_bagian") is None


def test_topics_of_the_pemda_that_are_printed_only(tiket, ukuran, settings):
    names = ["Prov. Jambi"] * 3 + ["Kab. Brebes"] * 2
    hasil = ukuran(tiket=tiket(*({"pemda": name} for name in names), {}))
    assert hasil.kategori("tiket.pemda", "pemda").to_dict() == {"Prov. Jambi": 3, "Kab. Brebes": 2}
    assert hasil.nilai("tiket.jumlah_pemda") == 2
    assert hasil.nilai("tiket.jumlah", "provinsi", "Prov. Jawa Tengah") == 2
    assert hasil.nilai("tiket.topik", "pemda:Kab. Brebes", "DAU") == 2
