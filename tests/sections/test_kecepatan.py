"""How fast people are served, word for word, and each reason why a figure is not there."""

from dataclasses import replace

from laporan import sections as s
from laporan.measure import Angka, Tiada
from laporan.measure.keputusan.bahan import SEDIKIT
from laporan.measure.keputusan.tunggakan import UMUR
from laporan.measure.keputusan.waktu import TANPA_SASARAN, WAKTU_HILANG

JULI = "2023-07"
LUAR = ("jam_layanan", "Luar")


def angka(indikator, nilai, satuan="konsultasi", place=("", ""), n=None, ends=(None, None)):
    return Angka(JULI, indikator, *place, float(nilai), satuan, *ends, n)


def tiada(indikator, reason, n=None, perlu=None, place=("", "")):
    return Tiada(JULI, indikator, *place, reason, n, perlu)


def wait(name, median, p90, left, n, place=("", "")):
    return [
        angka(f"{name}.belum", left, place=place, n=n),
        angka(f"{name}.median_menit", median, "menit layanan", place, n),
        angka(f"{name}.p90_menit", p90, "menit layanan", place, n),
    ]


BALAS = [
    *wait("balas", 14.7333, 33.4667, 5, 1327.0),
    angka("balas.median_menit", 18.8333, "menit layanan", LUAR),
    angka("balas.median_menit_kalender", 880.78, "menit", LUAR),
]
TANPA = (tiada("balas.dalam_sasaran", TANPA_SASARAN), tiada("selesai.dalam_sasaran", TANPA_SASARAN))


def test_the_first_reply_by_service_hours_and_by_the_calendar(sebulan, polos):
    assert polos(s.sentence_balas(sebulan(BALAS, *TANPA))) == (
        "Median balasan pertama 14,7 menit layanan dan persentil 90 balasan pertama 33,5 menit "
        "layanan. 5 dari 1.327 konsultasi belum dibalas pada akhir Juli 2023.\n\n"
        "Yang masuk di luar jam layanan menunggu dengan median 18,8 menit layanan; menurut "
        "kalender, dengan malam dan hari liburnya, 881 menit. Yang dibalas dalam sasaran tidak "
        "dinilai: sasarannya belum ditetapkan."
    )


def test_where_a_target_is_set_the_share_within_it_has_its_interval(sebulan, polos, lap_kosong):
    share = angka("balas.dalam_sasaran", 85.96, "persen", n=1300.0, ends=(84.0, 87.71))
    settings = {**lap_kosong.settings, "sasaran": {"balas_menit": 30}}
    assert polos(s.sentence_balas(sebulan([*BALAS, share], settings=settings))).endswith(
        "85,96% (selang 84,00% s.d. 87,71%) dari 1.300 konsultasi yang jatuh tempo dibalas dalam "
        "sasaran 30 menit layanan."
    )


def test_what_the_base_does_not_bear_says_why(sebulan, polos):
    reasons = [
        tiada("balas.median_menit", SEDIKIT, 12, 20),
        tiada("balas.p90_menit", SEDIKIT, 12, 50),
        tiada("balas.median_menit", SEDIKIT, 3, 20, LUAR),
    ]
    text = polos(s.sentence_balas(sebulan([angka("balas.belum", 1, n=12.0)], *reasons, *TANPA)))
    assert text.startswith(
        "Median balasan pertama tidak dihitung karena belum cukup data (n = 12, perlu 20) dan "
        "persentil 90 balasan pertama tidak dihitung karena belum cukup data (n = 12, perlu 50). "
        "1 dari 12 "
    )
    assert (
        "Waktu tunggu yang masuk di luar jam layanan tidak dihitung: belum cukup data (n = 3, "
        "perlu 20)." in text
    )


def test_broken_timestamps_give_no_figure_but_their_reason(sebulan, polos):
    lap = sebulan([], *(tiada(f"{name}.median_menit", WAKTU_HILANG, 40, 10) for name in ENDS))
    why = "waktunya kosong pada 40% yang sudah berakhir, lebih dari 10%."
    assert polos(s.sentence_balas(lap)) == f"Median balasan pertama Juli 2023 tidak dihitung: {why}"
    assert polos(s.sentence_selesai(lap)) == f"Median penyelesaian Juli 2023 tidak dihitung: {why}"


ENDS = ("balas", "selesai")


def test_a_channel_of_too_few_has_its_reason_in_place_of_a_figure(sebulan, polos):
    rows = [("WhatsApp", 1118.0), ("Live Chat", 3.0)]
    figures = [angka("konsultasi.jumlah", n, place=("kanal", name)) for name, n in rows]
    figures += wait("balas", 14.5667, 32.95, 5, 1118.0, ("kanal", "WhatsApp"))
    figures.append(angka("balas.belum", 0, place=("kanal", "Live Chat"), n=3.0))
    few = [
        tiada(f"balas.{name}_menit", SEDIKIT, 3, least, ("kanal", "Live Chat"))
        for name, least in (("median", 20), ("p90", 50))
    ]
    table = s.table_balas(sebulan(figures, *few))
    assert table.data.to_numpy().tolist() == [
        ["WhatsApp", "14,6", "33,0", 5.0, 1118.0],
        ["Live Chat", *(f"belum cukup data (n = 3, perlu {least})" for least in (20, 50)), 0, 3.0],
    ]
    assert table.keys[1][1] == ("data-bukti-teks", "periksa")
    assert table.keys[0][1] == ("data-kunci", "2023-07,balas.median_menit,kanal,WhatsApp")


def test_the_time_until_consultations_are_closed(sebulan, polos):
    assert polos(s.sentence_selesai(sebulan(wait("selesai", 149.95, 381, 37, 1327.0), *TANPA))) == (
        "Median penyelesaian 150,0 menit layanan dan persentil 90 penyelesaian 381,0 menit "
        "layanan. 37 dari 1.327 konsultasi belum selesai pada akhir Juli 2023. Yang selesai dalam "
        "sasaran tidak dinilai: sasarannya belum ditetapkan."
    )


TUNGGAKAN = [
    *(angka(f"tunggakan.{k}", n) for k, n in (("masuk", 1327), ("keluar", 1290), ("akhir", 37))),
    angka("tunggakan.tertua", 29.35, "hari"),
    angka("tunggakan.akhir", 30, place=("menunggu", "Agen")),
    angka("tunggakan.akhir", 0, place=("menunggu", "Pengguna")),
    *(
        angka("tunggakan.akhir", n, place=("umur", name))
        for name, n in zip(UMUR, (7, 0, 7, 4, 19, 0), strict=True)
    ),
]


def test_the_backlog_says_that_it_holds_only_this_month(sebulan, polos):
    assert polos(s.sentence_tunggakan(sebulan(TUNGGAKAN))) == (
        "1.327 konsultasi masuk dan 1.290 selesai pada Juli 2023; 37 terbuka pada akhir bulan, "
        "yang tertua berumur 29 hari. Di antaranya 30 menunggu agen. Hanya konsultasi yang dibuat "
        "bulan ini yang terhitung: ekspor yang belum selesai tidak diserahkan, sehingga yang "
        "dibuat sebelumnya tidak terlihat."
    )


def test_with_the_export_of_what_is_open_the_backlog_holds_all(sebulan, polos, lap_kosong):
    bersih = replace(lap_kosong.bersih, tables={"belum_selesai": None})
    lap = sebulan([*TUNGGAKAN, angka("tunggakan.awal", 20)], bersih=bersih)
    text = polos(s.sentence_tunggakan(lap))
    assert text.startswith("20 konsultasi terbuka pada awal Juli 2023. 1.327 konsultasi masuk")
    assert "Hanya" not in text


def test_the_ages_of_what_is_open_in_their_order(sebulan):
    table = s.table_tunggakan(sebulan(TUNGGAKAN))
    assert table.data["Umur"].tolist() == list(UMUR)
    assert table.data["Konsultasi"].tolist() == [7, 0, 7, 4, 19, 0]
    assert table.keys[-1][1] == ("data-kunci", "2023-07,tunggakan.akhir,,")
