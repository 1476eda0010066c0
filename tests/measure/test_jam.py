import pytest

LUAR = {"jam_layanan": "Luar"}


@pytest.fixture
def hasil(tiket, ukuran):
    return ukuran(
        tiket=tiket(
            {"pemda": "Kab. Brebes"},
            {"pemda": "Kota Bima"},
            {"pemda": "Kota Jayapura", **LUAR},
            {"pemda": "Kab. Brebes", **LUAR, "eskalasi": True},
            {"pemda": "Kab. Brebes", **LUAR},
            {**LUAR, "eskalasi": True, "topik": "Spam"},
            {**LUAR},
            {"eskalasi": True},
            {"dibuat": "2023-07-31 23:59:59"},
            {"dibuat": "2023-07-01 00:00"},
        )
    )


def test_zones(hasil):
    assert hasil.kategori("tiket.jumlah", "zona_dikenal").to_dict() == {"Tidak": 5, "Ya": 5}
    assert hasil.kategori("tiket.jumlah", "zona").to_dict() == {
        "Barat": 3,
        "Tengah": 1,
        "Timur": 1,
    }


def test_out_of_hours_alone_is_over_all_tickets_and_by_zone_over_known_ones(hasil):
    assert hasil.nilai("tiket.luar_jam") == 5
    assert hasil.nilai("tiket.luar_jam_zona_tidak_dikenal") == 2
    assert hasil.kategori("tiket.jumlah", "jam_layanan").to_dict() == {"Luar": 3, "Dalam": 2}
    assert hasil.kategori("tiket.luar_jam", "zona").to_dict() == {
        "Barat": 2,
        "Timur": 1,
        "Tengah": 0,
    }
    assert hasil.kategori("tiket.dalam_jam", "zona").to_dict() == {
        "Barat": 1,
        "Tengah": 1,
        "Timur": 0,
    }
    assert hasil.nilai("tiket.luar_jam_bagian", "zona", "Barat") == pytest.approx(200 / 3)


def test_escalation_names_two_wholes(hasil):
    assert hasil.nilai("tiket.luar_jam_eskalasi") == 2
    assert hasil.nilai("tiket.luar_jam_eskalasi_bagian") == 40
    assert hasil.nilai("tiket.luar_jam_eskalasi_bagian_total") == 20
    assert hasil.nilai("tiket.luar_jam_eskalasi", "zona", "Barat") == 1
    assert hasil.nilai("tiket.luar_jam_eskalasi", "zona", "Tengah") == 0
    assert hasil.nilai("tiket.luar_jam_eskalasi_zona_tidak_dikenal") == 1


def test_topics_out_of_hours(hasil):
    expected = {"DAU": 4, "Spam": 1}
    assert hasil.kategori("tiket.topik_luar_jam", "topik").to_dict() == expected
    expected = {"Konsultasi Teknis": 4, "Spam": 1}
    assert hasil.kategori("tiket.topik_luar_jam", "jenis_topik").to_dict() == expected


def test_every_day_and_hour_is_there_in_wib(hasil):
    tanggal = hasil.kategori("tiket.jumlah", "tanggal")
    assert len(tanggal) == 31
    assert tanggal["2023-07-03"] == 8
    assert tanggal["2023-07-01"] == tanggal["2023-07-31"] == 1
    hari_jam = hasil.kategori("tiket.jumlah", "hari_jam")
    assert len(hari_jam) == 7 * 24
    assert hari_jam["1-09"] == 8
    assert hari_jam["1-23"] == 1
    assert hari_jam["6-00"] == 1
