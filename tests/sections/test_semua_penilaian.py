"""All ratings beside the published figure, word for word, and each reason."""

from laporan import sections as s
from laporan.measure import Angka, Tiada
from laporan.measure.keputusan.bahan import SEDIKIT

JULI = "2023-07"
LAIN = Angka(JULI, "kepuasan.tidak_diperhitungkan", "", "", 13.0, "penilaian", None, None, 113.0)
SEMUA = [
    LAIN,
    Angka(JULI, "kepuasan.rata_rata", "", "", 4.7699, "skala 1-5", 4.6613, 4.8785, 113.0),
    Angka(JULI, "kepuasan.puas_bagian", "", "", 92.0354, "persen", 85.5534, 95.7532, 113.0),
    Angka(JULI, "kepuasan.laju_respons", "", "", 8.5154, "persen", None, None, 1327.0),
]


def test_all_ratings_with_their_interval_and_what_they_are_of(sebulan, polos):
    assert polos(s.sentence_penilaian(sebulan(SEMUA))) == (
        "13 dari 113 penilaian tidak diperhitungkan dalam nilai itu. Menurut faktor Kepuasan "
        "Layanan, rata-rata semua penilaian 4,77 (selang 4,66 s.d. 4,88) dari 113 penilaian. "
        "Bagian yang menilai salah satu dari dua nilai tertinggi: 92,04% (selang 85,55% s.d. "
        "95,75%). Laju respons survei 8,52% dari 1.327 konsultasi."
    )


def test_a_mean_of_few_has_no_interval(sebulan, polos):
    few = Angka(JULI, "kepuasan.rata_rata", "", "", 4.5, "skala 1-5", None, None, 12.0)
    text = polos(s.sentence_penilaian(sebulan([LAIN, few])))
    assert "rata-rata semua penilaian 4,50 dari 12 penilaian." in text


def test_too_few_ratings_say_so(sebulan, polos):
    names = ("rata_rata", "puas_bagian", "laju_respons")
    reasons = [Tiada(JULI, f"kepuasan.{name}", "", "", SEDIKIT, 7, 10) for name in names]
    assert polos(s.sentence_penilaian(sebulan([LAIN], *reasons))).split(". ")[1:] == [
        f"{name} tidak dihitung: belum cukup data (n = 7, perlu 10){stop}"
        for name, stop in (
            ("Rata-rata semua penilaian", ""),
            ("Bagian yang menilai salah satu dari dua nilai tertinggi", ""),
            ("Laju respons survei", "."),
        )
    ]


def test_it_is_not_called_what_it_is_not(sebulan, lengkap, polos):
    said = polos(s.sentence_penilaian(sebulan(SEMUA))) + polos(s.sentence_kepuasan(lengkap))
    assert "IKM" not in said
    assert "ndeks" not in said
