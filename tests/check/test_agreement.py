import pandas as pd

from laporan.check.agreement import COUNTS, check_identities, check_lists


def test_parts_that_are_not_the_whole_block(ukuran, teks):
    figures = ukuran(
        (("ppid.jumlah", "", ""), 9),
        (("ppid.jumlah", "keperluan", "Penelitian"), 8),
    )
    assert teks(check_identities(figures)) == [
        "menghentikan [bagian sama dengan keseluruhan] Angka bertentangan: ppid.jumlah = 9, tetapi "
        "ppid.jumlah[keperluan] = 8. Hapus data/processed/2023-07 lalu ulangi; bila tetap, "
        "laporkan kepada pengembang beserta pesan ini."
    ]
    assert check_identities(figures).pemeriksaan[0].gagal == 1


def test_a_source_that_contradicts_itself_is_warned_of(ukuran, teks):
    figures = ukuran(
        (("advokasi.aktivasi", "potret", "1"), 6),
        (("advokasi.konten", "potret:1", "Kreasi mandiri"), 7),
    )
    assert teks(check_identities(figures)) == [
        "peringatan [bagian sama dengan keseluruhan] Sumber bertentangan dengan dirinya sendiri: "
        "advokasi.aktivasi[potret=1] = 6, tetapi advokasi.konten[potret:1] = 7. Periksa ekspornya."
    ]


def test_figures_that_agree_have_no_findings(ukuran, teks):
    whole = ukuran((("ppid.jumlah", "", ""), 9), (("ppid.jumlah", "keperluan", "x"), 9))
    assert teks(check_identities(whole)) == []


def visits(*guests):
    return {"tatap_muka": pd.DataFrame({"tamu": pd.Series(guests, dtype="Int64")})}


def test_a_list_as_long_as_its_figure_is_fine(ukuran, teks):
    figures = ukuran((("tatap_muka.jumlah", "", ""), 2), (("tatap_muka.tamu", "", ""), 5))
    assert teks(check_lists(visits(2, 3), figures)) == []
    assert teks(check_lists({}, figures)) == []


def test_visits_in_the_list_that_are_not_the_figure_block(ukuran, teks):
    figures = ukuran((("tatap_muka.jumlah", "", ""), 3), (("tatap_muka.tamu", "", ""), 6))
    assert teks(check_lists(visits(2, 3), figures)) == [
        "menghentikan [daftar sama dengan angkanya] Konsultasi tatap muka: daftarnya berisi 2, "
        "tetapi tatap_muka.jumlah = 3. Ini kesalahan program: laporkan kepada pengembang beserta "
        "pesan ini.",
        "menghentikan [daftar sama dengan angkanya] Konsultasi tatap muka: daftarnya berisi 5, "
        "tetapi tatap_muka.tamu = 6. Ini kesalahan program: laporkan kepada pengembang beserta "
        "pesan ini.",
    ]


def test_every_list_that_a_section_prints_is_compared():
    assert {"publikasi", "webinar", "video_conference", "tatap_muka", "ppid"} <= set(COUNTS)
