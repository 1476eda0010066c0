from dataclasses import replace

import lxml.html

from laporan import sections as s
from laporan.show import Markdown


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def with_setting(lap, **changes):
    kepuasan = {**lap.settings["kepuasan"], **changes}
    return replace(lap, settings={**lap.settings, "kepuasan": kepuasan})


def test_ppid(lap, polos):
    text = polos(s.sentence_ppid(lap))
    assert "(PPID): 9 permohonan pada Juli 2023." in text
    assert "Keperluan terbanyak adalah Penelitian (6 dari 9 permohonan)." in text
    assert text.endswith("Data yang diminta:\n\n- Data anggaran dan realisasi APBD")
    assert rows(s.table_ppid(lap)) == [
        ["Keperluan", "Permohonan"],
        ["Penelitian", "6"],
        ["Tugas akhir", "2"],
        ["Lainnya", "1"],
        ["Jumlah", "9"],
    ]


def test_what_applicants_wrote_is_inert(lap):
    ppid = lap.tables["ppid"].assign(data_diminta=["<b>{{< env HOME >}}</b>", "[a](b)\n# c"])
    hostile = replace(lap, bersih=replace(lap.bersih, tables={"ppid": ppid}))
    text = s.sentence_ppid(hostile).text
    assert "{{<" not in text
    assert "<b>" not in text.replace("\\<", "")
    assert "\n# c" not in text


def test_satisfaction_names_the_agents_and_the_rule(lap, polos):
    text = polos(s.sentence_kepuasan(lap))
    assert text.startswith(
        "Rata-rata nilai kepuasan pengguna Contact Center Dering DJPK pada Juli 2023 adalah 4,90 "
        "pada skala 1 sampai 5, dari 62 penilaian atas 5 agen."
    )
    assert "Agen Contoh A, Agen Contoh B, Agen Contoh C, Agen Contoh D, dan Agen Contoh E." in text
    assert "sedikitnya 5 penilaian dari sedikitnya 5 pengguna yang berbeda" in text


def test_no_single_scores(lap, polos):
    text = polos(s.sentence_kepuasan(lap)) + polos(s.cards_kepuasan(lap))
    # Every agent of the list has a mean of 4.5; only the published means are printed.
    assert "4,5" not in text
    assert "4,90" in text


def test_agents_are_not_named_where_the_setting_is_off(lap, polos):
    assert "Agen Contoh" not in polos(s.sentence_kepuasan(with_setting(lap, sebut_agen=False)))
    assert "Agen Contoh" not in polos(s.sentence_kepuasan(lap, sebut_agen=False))


def test_the_rule_is_the_settings(lap, polos):
    text = polos(s.sentence_kepuasan(with_setting(lap, minimum_penilaian=8)))
    assert "sedikitnya 8 penilaian dari sedikitnya 5 pengguna" in text
    assert "Agen Contoh" not in text


def test_ratings_too_few_for_a_value(lap, dengan, polos):
    few = dengan(lap, {("2023-07", "kepuasan.nilai", "", ""): None})
    assert polos(s.sentence_kepuasan(few)).startswith(
        "Nilai kepuasan Juli 2023 tidak dapat dihitung: belum ada agen dengan penilaian yang cukup."
    )


def test_cards_have_two_decimals(lap):
    text = s.cards_kepuasan(lap).text
    assert all(f"[{value}]{{.angka" in text for value in ("4,90", "4,92", "4,88"))


def test_notes(lap, lap_kosong, polos):
    assert s.sentence_evaluasi(lap) == Markdown("Kiranya dibuka secara luas.")
    assert (
        polos(s.sentence_evaluasi(lap_kosong))
        == "Tidak ada catatan evaluasi dan saran untuk Juli 2023."
    )


def test_not_supplied(lap_kosong, polos):
    assert polos(s.sentence_ppid(lap_kosong)) == (
        "Data permohonan informasi PPID untuk Juli 2023 belum diserahkan."
    )
    assert polos(s.sentence_kepuasan(lap_kosong)) == (
        "Data survei kepuasan untuk Juli 2023 belum diserahkan."
    )
    assert s.table_ppid(lap_kosong) == Markdown("")
    assert s.cards_kepuasan(lap_kosong) == Markdown("")
