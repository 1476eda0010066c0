"""How many regional governments are reached, word for word, and each reason."""

import pytest

from laporan import sections as s
from laporan.measure import Angka, Tiada
from laporan.measure.keputusan.bahan import SEDIKIT, TANPA_PEMBANDING

JULI = "2023-07"
TIDAK = ("zona_dikenal", "Tidak")
ROWS = {
    "pemda": (453, "pemda", 552),
    "bagian": (82.0652, "persen", 552),
    "baru": (136, "pemda", 4),
    "kembali": (317, "pemda", 4),
    "berhenti": (59, "pemda", 376),
    "belum_pernah": (40, "pemda", 4),
    "sepuluh_teratas": (8.9776, "persen", 1203),
}
DIKENAL = [
    Angka(JULI, "tiket.jumlah", "", "", 1707.0, "tiket"),
    Angka(JULI, "tiket.jumlah", *TIDAK, 504.0, "tiket"),
    Angka(JULI, "tiket.bagian", *TIDAK, 29.5255, "persen"),
]


@pytest.fixture
def bulan(sebulan):
    def make(names, *reasons):
        rows = [
            Angka(JULI, f"cakupan.{name}", "", "", float(value), unit, None, None, float(n))
            for name, (value, unit, n) in ROWS.items()
            if name in names
        ]
        return sebulan([*rows, *DIKENAL], *reasons)

    return make


def test_who_is_reached_who_moved_and_what_is_not_known(bulan, polos):
    assert polos(s.sentence_cakupan(bulan(ROWS))) == (
        "Cakupannya 82,07%: 453 dari 552 pemda bertanya pada Juli 2023. Di antaranya 136 baru dan "
        "317 kembali, menurut 4 bulan yang diketahui. 59 dari 376 pemda yang bertanya pada Juni "
        "2023 tidak bertanya lagi. 40 pemda belum pernah bertanya dalam 4 bulan itu. Bagian "
        "sepuluh pemda teratas 8,98% dari 1.203 tiket yang pemdanya dikenali. Pemda 504 dari 1.707 "
        "tiket (29,53%) tidak dikenali."
    )


def test_each_figure_that_is_not_there_says_why(bulan, polos):
    text = polos(
        s.sentence_cakupan(
            bulan(
                ("pemda", "bagian"),
                Tiada(JULI, "cakupan.baru", "", "", TANPA_PEMBANDING),
                Tiada(JULI, "cakupan.belum_pernah", "", "", SEDIKIT, 2, 3),
                Tiada(JULI, "cakupan.sepuluh_teratas", "", "", SEDIKIT, 7, 20),
            )
        )
    )
    assert text.split(". ")[1:4] == [
        "Yang baru dan yang kembali tidak dihitung: tidak ada angka bulan sebelumnya untuk "
        "dibandingkan",
        "Pemda yang belum pernah bertanya tidak disebut: belum cukup data (n = 2, perlu 3)",
        "Bagian sepuluh pemda teratas tidak dihitung: belum cukup data (n = 7, perlu 20)",
    ]
