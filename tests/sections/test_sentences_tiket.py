"""What the first half of the report says of July 2023, word for word."""

import re
from dataclasses import replace

import pytest

from laporan import sections as s
from laporan.dasar.bulan import Bulan
from laporan.measure import Ukuran


def read(display):
    """Give the text as a reader sees it: figures without their keys, nothing escaped."""
    text = re.sub(r"\[((?:\\.|[^\]\\])*)\]\{(?:\.angka|bukti-)[^}]*\}", r"\1", display.markdown())
    return re.sub(r"\\(.)", r"\1", text)


def with_figures(lap, **changes):
    """Give a report in which some figures of the month differ; None takes one away."""
    table = lap.ukuran.tabel
    for name, value in changes.items():
        indikator = name.replace("__", ".")
        rows = table["indikator"].eq(indikator) & table["dimensi"].eq("")
        rows &= table["bulan"].eq(str(lap.bulan))
        table = (
            table[~rows] if value is None else table.assign(nilai=table["nilai"].mask(rows, value))
        )
    return replace(lap, ukuran=Ukuran(table, lap.bulan))


def test_the_sum_of_services_names_its_parts(lengkap):
    assert read(s.sentence_layanan(lengkap)) == (
        "Selama Juli 2023 DJPK memberikan **2.478 layanan**: 1.707 tiket konsultasi, "
        "742 Email Lapor, 5 video conference, dan 24 tatap muka."
    )


def test_the_sum_of_services_says_what_it_lacks(lengkap):
    table = lengkap.ukuran.tabel
    lacking = replace(
        lengkap, ukuran=Ukuran(table[table["kategori"] != "Email Lapor"], lengkap.bulan)
    )
    assert read(s.sentence_layanan(lacking)).endswith(
        "Belum termasuk Email Lapor, yang datanya belum diserahkan."
    )


def test_changes_name_their_base_and_direction(lengkap):
    assert read(s.sentence_perkembangan(lengkap)).split("\n\n") == [
        "Jumlah konsultasi Juli 2023 (1.707 tiket) **naik 29,81%** dari 1.315 tiket pada "
        "Juni 2023.",
        "Dibandingkan setahun sebelumnya, jumlah konsultasi **naik 53,23%** dari 1.114 tiket pada "
        "Juli 2022.",
        "Selama Januari s.d. Juli 2023 Contact Center Dering DJPK melayani **10.923 konsultasi** "
        "melalui WhatsApp, telepon, email, HAI Kemenkeu, dan Live Chat.",
        "::: {.notes}",
        "Perubahan dihitung terhadap angka pembandingnya: (1.707 − 1.114) ÷ 1.114 = 53,23% dari "
        "Juli 2022.",
        ":::",
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (-12.345, "**turun 12,35%** dari 1.315 tiket pada Juni 2023."),
        (0.0, "**tetap** seperti Juni 2023 (1.315 tiket)."),
    ],
)
def test_the_sign_gives_the_direction(lengkap, change, says):
    lap = with_figures(lengkap, tiket__perubahan_bulanan=change)
    assert read(s.sentence_perkembangan(lap)).split("\n\n")[0].endswith(says)


def test_without_a_base_nothing_is_compared(lengkap):
    lap = with_figures(
        lengkap,
        tiket__jumlah_tahun_lalu=None,
        tiket__perubahan_tahunan=None,
        tiket__jumlah_tahun_berjalan=None,
    )
    _, year, to_date = read(s.sentence_perkembangan(lap)).split("\n\n")
    assert year == "Tidak ada pembanding: jumlah tiket Juli 2022 tidak diketahui."
    assert to_date.startswith("Jumlah sejak Januari 2023 tidak dapat dihitung")


def test_a_base_of_nothing_is_no_base(lengkap):
    lap = with_figures(lengkap, tiket__jumlah_bulan_lalu=0.0, tiket__perubahan_bulanan=None)
    assert read(s.sentence_perkembangan(lap)).startswith(
        "Juni 2023 tidak mempunyai tiket (0), sehingga tidak ada pembanding."
    )


def test_zones_and_hours_name_their_wholes(lengkap):
    assert read(s.sentence_zona(lengkap)) == (
        "Dari **1.707** tiket selama Juli 2023, **1.203** tiket dapat diidentifikasi asal zona "
        "waktunya, sedangkan **504** tiket tidak dapat diidentifikasi."
    )
    assert read(s.sentence_jam_layanan(lengkap)) == (
        "Dari 1.203 tiket yang zonanya diketahui, **902** masuk di dalam jam layanan dan **301** "
        "di luar jam layanan. Dari 301 tiket di luar jam layanan itu, **192** (63,79%) dari zona "
        "Barat, **76** (25,25%) dari zona Tengah, dan **33** (10,96%) dari zona Timur."
    )


def test_escalation_names_both_wholes(lengkap):
    assert read(s.sentence_eskalasi(lengkap)) == (
        "Dari 469 tiket di luar jam layanan, **46 tiket (9,81%) memerlukan eskalasi**; itu "
        "**2,69%** dari seluruh 1.707 tiket. Jumlah 469 tiket itu mencakup 168 tiket yang "
        "zonanya tidak diketahui. Menurut asalnya: zona Barat 19 dari 192, zona Tengah 8 dari 76, "
        "zona Timur 3 dari 33, dan zona tidak diketahui 16 dari 168."
    )


def test_topics_out_of_hours_are_ranked(lengkap):
    text = read(s.sentence_topik_luar_jam(lengkap))
    assert text.startswith(
        "Topik dari 469 tiket di luar jam layanan, menurut jumlahnya:\n\n- Spam: "
    )
    assert re.findall(r"^- ([^:]+):", text, re.M) == [
        "Spam", "Konsultasi Teknis", "Surat Masuk", "Lainnya", "Permintaan Data",
    ]  # fmt: skip


def test_service_hours_are_those_of_the_settings(lengkap):
    assert "Senin s.d. Jumat, pukul 08.00 sampai sebelum 16.00 WIB" in read(
        s.sentence_definisi_jam(lengkap)
    )
    hours = {**lengkap.settings["jam_layanan"], "hari": ["Senin", "Rabu"], "mulai": "07.30"}
    lap = replace(lengkap, settings={**lengkap.settings, "jam_layanan": hours})
    assert "Senin dan Rabu, pukul 07.30" in read(s.sentence_definisi_jam(lap))


def test_a_break_in_the_series_is_told_and_no_change_is(lengkap):
    text = read(s.sentence_situs(lengkap))
    assert "**73.000 pengunjung** selama Juli 2023" in text
    assert "Pada Juni 2023 tercatat 88.792 pengunjung" in text
    assert "Universal Analytics, Juli 2023 dengan GA4" in text
    assert "%" not in text
    assert "turun" not in text


def test_without_a_break_visitors_are_compared(lengkap):
    table = lengkap.ukuran.tabel
    lap = replace(lengkap, ukuran=Ukuran(table[table["dimensi"] != "produk"], lengkap.bulan))
    assert "Jumlah itu **turun 17,79%** dari 88.792 pengunjung pada Juni 2023." in read(
        s.sentence_situs(lap)
    )


def test_the_typical_number_of_posts_is_explained(lengkap):
    assert read(s.sentence_konten_tipikal(lengkap)).startswith(
        "*Unggahan Instagram feed (28), Twitter (41), dan Facebook (41); 41 ialah mediannya, "
        "bukan jumlahnya."
    )


def test_cards_have_the_published_figures(lengkap):
    text = read(s.cards_ringkasan(lengkap))
    pairs = re.findall(r"\.kartu-nilai\}\n(.+)\n:::\n\n::: \{\.kartu-label\}\n(.+)\n", text)
    assert pairs == [
        ("20", "publikasi website"),
        ("1.707", "tiket konsultasi"),
        ("41", "publikasi konten media sosial*"),
        ("5", "video conference"),
        ("5", "WhatsApp Blast"),
        ("24", "konsultasi tatap muka"),
        ("9", "layanan PPID"),
        ("9", "webinar/FGD"),
    ]


def test_sources_that_are_missing_are_listed(lengkap, lap_kosong):
    assert "Email Lapor" in read(s.sentence_belum_diserahkan(lengkap))
    assert "Publikasi website" not in read(s.sentence_belum_diserahkan(lengkap))
    assert "Tiket konsultasi" in read(s.sentence_belum_diserahkan(lap_kosong))


def test_synthetic_months_are_told(lengkap):
    assert read(s.sentence_contoh(lengkap)) == ""
    assert "contoh" not in s.judul(lengkap).markdown()
    months = (Bulan(2022, 12), Bulan(2023, 1), Bulan(2023, 3), Bulan(2023, 6), Bulan(2023, 7))
    lap = replace(lengkap, contoh=months)
    told = "Desember 2022 s.d. Januari 2023, Maret 2023, dan Juni s.d. Juli 2023"
    assert f"data buatan ({told})" in read(s.sentence_contoh(lap))
    assert f"Data contoh ({told})" in s.judul(lap).markdown()
    lists = replace(lengkap, contoh_daftar=("daftar tindak lanjut", "daftar peristiwa"))
    assert "Baris buatan ada di daftar tindak lanjut dan daftar peristiwa." in read(
        s.sentence_contoh(lists)
    )
    assert "Data contoh (daftar tindak lanjut dan daftar peristiwa)" in s.judul(lists).markdown()


def test_lists_say_how_many(lengkap):
    assert read(s.sentence_publikasi(lengkap)) == (
        "Selama Juli 2023 terbit **20 publikasi** di website DJPK."
    )
    assert read(s.sentence_webinar(lengkap)) == (
        "Selama Juli 2023 diselenggarakan **9 webinar/FGD**."
    )
    assert "disiarkan **5 pesan** WhatsApp Blast" in read(s.sentence_wa_blast(lengkap))


def test_technical_topics_are_a_share_of_all(lengkap):
    assert read(s.sentence_topik_teknis(lengkap)) == (
        "**760 dari 1.707 tiket** (44,52%) adalah konsultasi teknis."
    )


def test_every_figure_has_a_key(lengkap):
    """No digit stands in a sentence outside of a figure, a date, a setting or a name."""
    for name in ("sentence_layanan", "sentence_zona", "sentence_eskalasi", "sentence_jam_layanan"):
        text = getattr(s, name)(lengkap).markdown()
        rest = re.sub(r"\[[^\]]*\]\{(?:\.angka|bukti-)[^}]*\}", "", text).replace("Juli 2023", "")
        assert not re.search(r"\d", rest), rest


FIRST_HALF = [
    "judul", "cards_ringkasan", "sentence_pernyataan", "sentence_konten_tipikal",
    "cards_muka", "sentence_perkiraan", "sentence_diminta", "sentence_peristiwa", "sentence_usul",
    "table_tindak_lanjut", "saring_tiket",
    "sentence_belum_diserahkan", "table_media_layanan", "sentence_publikasi", "table_publikasi",
    "sentence_webinar", "table_webinar", "sentence_wa_blast", "table_wa_blast", "sentence_situs",
    "table_halaman", "sentence_layanan", "chart_kanal", "sentence_layanan_lain",
    "table_layanan_lain", "sentence_perkembangan", "chart_perkembangan", "sentence_topik_teknis",
    "chart_topik_teknis", "catatan_topik_teknis", "sentence_topik_lain", "chart_topik_lain",
    "sentence_pengaduan", "sentence_keluhan", "sentence_pengguna", "table_kanal_topik",
    "sentence_pemda", "table_pemda", "chart_provinsi", "sentence_zona", "sentence_jam_layanan",
    "chart_zona", "sentence_eskalasi", "sentence_topik_luar_jam",
    "chart_hari_jam", "sentence_definisi_jam", "sentence_contoh", "sentence_balas", "table_balas",
    "sentence_selesai", "sentence_tunggakan", "table_tunggakan", "sentence_luar_jam_konsultasi",
    "sentence_eskalasi_konsultasi", "sentence_pendorong", "sentence_cakupan",
    "sentence_penilaian", "sentence_siaran", "table_siaran", "chart_tiket_harian",
    "chart_balas", "chart_kanal_bulanan",
]  # fmt: skip


@pytest.mark.parametrize("name", FIRST_HALF)
def test_a_month_of_which_nothing_is_known_gives_text_and_no_picture(lap_kosong, name):
    text = getattr(s, name)(lap_kosong).markdown()
    assert "![" not in text
    assert "None" not in text
    assert "nan" not in text.lower().split()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("sentence_publikasi", "Data publikasi website untuk Juli 2023 belum diserahkan."),
        ("sentence_situs", "Data pengunjung website untuk Juli 2023 belum diserahkan."),
        ("sentence_wa_blast", "Data WhatsApp Blast untuk Juli 2023 belum diserahkan."),
        ("sentence_pengaduan", "Catatan pengaduan untuk Juli 2023 belum ditulis."),
        ("sentence_diminta", "Tidak ada keputusan yang diminta untuk Juli 2023."),
        ("table_tindak_lanjut", "Belum ada tindak lanjut yang tercatat sampai Juli 2023."),
        ("sentence_perkiraan", "Tiket Agustus 2023 tidak diperkirakan: dasarnya belum ada."),
    ],
)
def test_what_is_missing_is_said(lap_kosong, name, says):
    assert read(getattr(s, name)(lap_kosong)) == says
