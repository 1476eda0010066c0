"""What drove a change: never bare where service days differ, and cells to 80% of gross change."""

from decimal import Decimal

import pytest

from laporan import sections as s
from laporan.measure import Angka, Tiada
from laporan.measure.keputusan.bahan import SEDIKIT, TANPA_PEMBANDING
from laporan.measure.keputusan.sumbangan import DAFTAR_BERUBAH

JULI, JUNI = "2023-07", "2023-06"
BESAR = {
    "tiket.jumlah_bulan_lalu": (1000, "tiket"),
    "tiket.perubahan_bulanan": (18.0, "persen"),
    "tiket.perubahan_per_hari_layanan": (10.0, "persen"),
}
KANAL = {"WhatsApp": (700, 900, 0.0031), "Telepon": (300, 280, 0.9)}
TOPIK = {
    "DAU": (300, 400, 0.2),
    "DBH": (300, 240, 0.3),
    "PDRD": (100, 105, 0.9),
    "SIKD": (100, 98, 0.9),
    "Hibah": (200, 201, None),
}


def cells(dimensi, indikator, pairs):
    for name, (before, now, q) in pairs.items():
        place = (dimensi, name)
        yield Angka(JULI, f"{indikator}_bulan_lalu", *place, float(before), "tiket")
        yield Angka(JULI, indikator, *place, float(now), "tiket")
        yield Angka(JULI, "sumbangan.perubahan", *place, (now - before) / 10, "poin persen")
        if q is not None:
            yield Angka(JULI, "sumbangan.peluang", *place, q, "q")


@pytest.fixture
def bulan(sebulan):
    def make(*reasons, days=(17.0, 20.0), kanal=KANAL, topik=TOPIK):
        rows = [Angka(JULI, name, "", "", float(n), unit) for name, (n, unit) in BESAR.items()]
        rows += [
            Angka(month, "hari_layanan.jumlah", "", "", n, "hari")
            for month, n in zip((JUNI, JULI), days, strict=True)
        ]
        rows += cells("kanal", "tiket.jumlah", kanal)
        rows += cells("topik", "tiket.topik", topik)
        return sebulan(rows, *reasons)

    return make


def test_the_change_has_its_twin_and_what_it_consists_of(bulan, polos):
    assert polos(s.sentence_pendorong(bulan())) == (
        "Jumlah tiket Juli 2023 naik 18,00% dari 1.000 tiket pada Juni 2023. Hari layanannya 20, "
        "bulan sebelumnya 17: per hari layanan naik 10,00%. Dari perubahan itu kanal WhatsApp "
        "20,00 poin persen dan topik DAU 10,00 poin persen. Berubah nyata per hari layanan (q di "
        "bawah 0,05): kanal WhatsApp."
    )


def test_with_equal_days_the_bare_change_is_enough(bulan, polos):
    quiet = {name: (*counts, 0.5) for name, (*counts, _) in KANAL.items()}
    text = polos(s.sentence_pendorong(bulan(days=(20.0, 20.0), kanal=quiet)))
    assert "Hari layanannya" not in text
    assert text.endswith(
        "Per hari layanan tidak ada kanal atau topik yang berubah nyata (q di bawah 0,05)."
    )


def test_topics_to_four_fifths_of_the_gross_change_and_the_rest_together(bulan):
    few = Tiada(JULI, "sumbangan.peluang", "topik", "Hibah", SEDIKIT, 7, 10)
    table = s.table_sumbangan(bulan(few), "topik")
    assert table.data.to_numpy().tolist() == [
        ["DAU", 10.0, "0,200", 300, 400],
        ["DBH", -6.0, "0,300", 300, 240],
        ["Topik lain", pytest.approx(0.4), "–", 400, 404],
    ]
    assert table.keys[2][1][0] == "data-bukti-jumlah"
    assert table.keys[2][1][1].count("sumbangan.perubahan,topik") == 3


def test_printed_points_add_up_by_largest_remainders(bulan):
    # Each rounded by itself, 2,146, 1,427 and 0,577 would add up to 4,16.
    topik = {"DAU": (300, 314.27, 0.2), "DBH": (300, 321.46, 0.3), "PDRD": (100, 105.77, 0.9)}
    table = s.table_sumbangan(bulan(topik=topik), "topik")
    assert table.data.iloc[:, 1].tolist() == [2.14, 1.43, 0.58]
    assert sum(map(Decimal, map(str, table.data.iloc[:, 1]))) == Decimal("4.15")


def test_all_channels_are_told_and_add_up(bulan):
    table = s.table_sumbangan(bulan(), "kanal")
    assert table.data.iloc[:, 0].tolist() == ["WhatsApp", "Telepon"]
    assert "18,00" in table.markdown()


def test_a_cell_of_too_few_has_its_reason_in_place_of_q(bulan):
    few = Tiada(JULI, "sumbangan.peluang", "kanal", "Telepon", SEDIKIT, 7, 10)
    lap = bulan(few, kanal=KANAL | {"Telepon": (4, 3, None)})
    table = s.table_sumbangan(lap, "kanal")
    assert table.data["q"].tolist() == ["0,003", "belum cukup data (n = 7, perlu 10)"]


def test_without_a_comparison_the_reason_is_said(bulan, polos):
    reasons = (
        Tiada(JULI, "sumbangan.perubahan", "kanal", "", TANPA_PEMBANDING),
        Tiada(JULI, "sumbangan.perubahan", "topik", "", DAFTAR_BERUBAH),
    )
    lap = bulan(*reasons, kanal={}, topik={})
    assert polos(s.sentence_pendorong(lap)) == (
        "Sumbangan pada perubahan bulanan Juli 2023 tidak dihitung: tidak ada angka bulan "
        "sebelumnya untuk dibandingkan."
    )
    assert polos(s.table_sumbangan(lap, "topik")) == (
        "Sumbangan topik tidak dihitung: daftar topik berubah sejak bulan sebelumnya."
    )


def test_the_summary_says_the_change_by_service_day_alone(bulan, polos, dengan):
    lap = dengan(
        bulan(), {(JULI, "tiket.jumlah", "", ""): 1180, (JUNI, "tiket.jumlah", "", ""): 1e3}
    )
    assert "per hari layanan naik 10,00% dari Juni 2023" in polos(s.cards_ringkasan(lap))
