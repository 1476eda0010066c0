"""Consultations out of service hours without spam: shares with intervals, and what differs."""

from laporan import sections as s
from laporan.measure import Angka, Tiada
from laporan.measure.keputusan.bahan import SEDIKIT

JULI = "2023-07"
JUMLAH = [
    Angka(JULI, "luar_jam.jumlah", *place, float(n), "konsultasi")
    for place, n in (
        (("", ""), 269),
        (("waktu", "Akhir pekan dan libur"), 85),
        (("waktu", "Sebelum jam layanan"), 59),
        (("waktu", "Sesudah jam layanan"), 125),
    )
]
BAGIAN = Angka(JULI, "luar_jam.bagian_konsultasi", "", "", 20.27, "persen", 18.2, 22.52, 1327.0)


def escalated(luar, dalam, selisih, ends):
    jam = "jam_layanan"
    return [
        *JUMLAH,
        Angka(JULI, "eskalasi.bagian", jam, "Luar", luar, "persen", 13.07, 22.06, 269.0),
        Angka(JULI, "eskalasi.bagian", jam, "Dalam", dalam, "persen", 7.32, 10.75, 1058.0),
        Angka(JULI, "eskalasi.selisih", "", "", selisih, "poin persen", *ends, 1327.0),
    ]


def test_the_share_out_of_hours_and_when(sebulan, polos):
    assert polos(s.sentence_luar_jam_konsultasi(sebulan([*JUMLAH, BAGIAN]))) == (
        "Tanpa Spam, 20,27% (selang 18,20% s.d. 22,52%) dari 1.327 konsultasi masuk di luar jam "
        "layanan. Menurut waktunya: 85 pada akhir pekan dan hari libur, 59 sebelum jam layanan, "
        "dan 125 sesudahnya."
    )


def test_a_difference_is_said_with_its_interval(sebulan, polos):
    lap = sebulan(escalated(17.1, 8.88, 8.22, (3.78, 13.41)))
    assert polos(s.sentence_eskalasi_konsultasi(lap)) == (
        "Tanpa Spam, yang dieskalasi di luar jam layanan 17,10% (selang 13,07% s.d. 22,06%) dari "
        "269 konsultasi dan di dalam jam layanan 8,88% (selang 7,32% s.d. 10,75%) dari 1.058 "
        "konsultasi. Bagian itu berbeda nyata: selisihnya 8,22 poin persen (selang 3,78 s.d. "
        "13,41)."
    )


def test_an_interval_that_holds_zero_is_no_difference(sebulan, polos):
    lap = sebulan(escalated(9.81, 7.59, 2.22, (-0.65, 5.53)))
    assert polos(s.sentence_eskalasi_konsultasi(lap)).endswith(
        "Bagian itu tidak berbeda nyata: selisihnya 2,22 poin persen (selang -0,65 s.d. 5,53)."
    )


def test_the_published_share_keeps_its_whole(sebulan, polos):
    published = [
        Angka(JULI, "tiket.luar_jam_eskalasi_bagian", "", "", 9.8081, "persen"),
        Angka(JULI, "tiket.luar_jam", "", "", 469.0, "tiket"),
    ]
    lap = sebulan([*escalated(17.1, 8.88, 8.22, (3.78, 13.41)), *published])
    assert polos(s.sentence_eskalasi_konsultasi(lap)).endswith(
        "\n\nBagian 9,81% di atas dihitung dari 469 tiket di luar jam layanan, termasuk Spam."
    )


def test_too_small_a_base_gives_its_reason(sebulan, polos):
    jam = "jam_layanan"
    lap = sebulan(
        JUMLAH[:1],
        Tiada(JULI, "luar_jam.bagian_konsultasi", "", "", SEDIKIT, 12, 20),
        Tiada(JULI, "eskalasi.bagian", jam, "Luar", SEDIKIT, 5, 20),
        Tiada(JULI, "eskalasi.bagian", jam, "Dalam", SEDIKIT, 7, 20),
        Tiada(JULI, "eskalasi.selisih", "", "", SEDIKIT, 5, 20),
    )
    assert polos(s.sentence_luar_jam_konsultasi(lap)) == (
        "Tanpa Spam, 269 konsultasi masuk di luar jam layanan; bagiannya tidak dihitung: belum "
        "cukup data (n = 12, perlu 20)."
    )
    assert polos(s.sentence_eskalasi_konsultasi(lap)) == (
        "Tanpa Spam, yang dieskalasi di luar jam layanan tidak dihitung karena belum cukup data "
        "(n = 5, perlu 20) dan di dalam jam layanan tidak dihitung karena belum cukup data "
        "(n = 7, perlu 20). "
        "Selisihnya tidak dinilai: belum cukup data (n = 5, perlu 20)."
    )
