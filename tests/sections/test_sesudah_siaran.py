"""Tickets after broadcasts: what came after, never what came of it."""

import pytest

from laporan import sections as s
from laporan.measure import Angka, Tiada
from laporan.measure.keputusan.siaran import BELUM_LEWAT

JULI = "2023-07"


def broadcast(name, observed, expected, ends):
    place = ("kampanye", name)
    return [
        Angka(JULI, "kaitan.diamati", *place, float(observed), "tiket", None, None, 5.0),
        Angka(JULI, "kaitan.diharapkan", *place, expected, "tiket", None, None, 5.0),
        Angka(JULI, "kaitan.siaran", *place, observed / expected, "kali", *ends, observed),
    ]


@pytest.fixture
def siaran(sebulan):
    rows = [
        *broadcast("Ralat; Survei; Edaran 2", 427, 365.0, (1.0149, 1.349)),
        *broadcast("Ajakan", 386, 351.0, (0.949, 1.274)),
    ]
    late = Tiada(JULI, "kaitan.siaran", "kampanye", "Undangan", BELUM_LEWAT)
    return sebulan(rows, late)


def test_observed_expected_and_their_ratio_with_its_interval(siaran):
    table = s.table_siaran(siaran)
    assert table.data.to_numpy().tolist() == [
        ["Ajakan", "386", "351,0", "1,10", "0,95", "1,27", "tidak berbeda nyata"],
        ["Ralat; Survei; dan siaran lain", "427", "365,0", "1,17", "1,01", "1,35", "berbeda nyata"],
        ["Undangan", *"–" * 5, "hari layanan sesudahnya belum lewat pada akhir bulan"],
    ]
    assert table.keys[0][4] == ("data-kunci", "2023-07,kaitan.siaran%23bawah,kampanye,Ajakan")
    assert table.keys[2][6] == ("data-bukti-teks", "periksa")


def test_it_says_after_and_not_because(siaran, lap_kosong, polos):
    text = polos(s.sentence_siaran(siaran))
    assert text == (
        "Tiket pada 5 hari layanan sesudah siaran dibandingkan dengan hari-hari yang sama pada "
        "minggu-minggu sebelumnya yang jauh dari siaran lain. Sesudah siaran tidak berarti akibat "
        "siaran."
    )
    assert "karena" not in text + polos(s.table_siaran(siaran))
    assert polos(s.sentence_siaran(lap_kosong)) == ""
    assert polos(s.table_siaran(lap_kosong)) == ""
