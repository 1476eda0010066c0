"""How figures are reckoned: the definitions of what the month tells of, and of nothing else."""

from laporan import sections as s
from laporan.measure import INDIKATOR, Angka, Tiada
from laporan.measure.keputusan.bahan import SEDIKIT
from laporan.prove.said.basis import basis_of

JULI = "2023-07"
MEDIAN = INDIKATOR["balas.median_menit"]


def test_what_is_told_and_what_is_missing_is_explained_by_its_definition(sebulan):
    lap = sebulan(
        [
            Angka(JULI, "kepuasan.nilai", "", "", 4.9, "skala 1-5"),
            Angka(JULI, MEDIAN.kunci, "", "", 14.7, "menit layanan"),
        ],
        Tiada(JULI, "cakupan.sepuluh_teratas", "", "", SEDIKIT, 7, 20),
    )
    table = s.table_cara_menghitung(lap)
    assert table.data["Ukuran"].tolist() == ["Bagian sepuluh pemda teratas", MEDIAN.nama]
    assert table.data["Cara menghitung"].tolist()[1] == MEDIAN.definisi
    assert table.origins[1] == "definisi,balas.median_menit"
    (proof,) = basis_of(lap).rows[table.origins[1]]
    assert {MEDIAN.nama, MEDIAN.definisi} == proof


def test_every_measure_named_is_one(lap_kosong, polos):
    assert {*s.cara_menghitung.DITERANGKAN} <= {*INDIKATOR}
    assert polos(s.table_cara_menghitung(lap_kosong)) == ""
