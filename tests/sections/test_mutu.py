from dataclasses import replace

import lxml.html
import pypandoc

from laporan import sections as s
from laporan.dasar.temuan import Temuan
from laporan.show import Markdown


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def test_sources_with_their_rows_and_what_was_found(lap):
    assert rows(s.table_mutu(lap)) == [
        ["Sumber", "Berkas", "Baris masuk", "Diambil", "Dikecualikan", "Ditolak", "Temuan"],
        ["Tiket konsultasi (Deskpro)", "2", "1.724", "1.707", "16", "1", "2"],
        ["Konsultasi tatap muka", "1", "25", "24", "1", "0", "0"],
        ["Bulan ini secara keseluruhan", "0", "0", "0", "0", "0", "1"],
        ["Jumlah", "3", "1.749", "1.731", "17", "1", "3"],
    ]


def test_the_headline_says_what_was_left_out(lap, polos):
    assert polos(s.table_mutu(lap).caption).startswith("1.749 baris: 17 dikecualikan, 1 ditolak.")
    taken = lap.bersih.berkas.assign(ditolak=0)
    none = replace(lap, bersih=replace(lap.bersih, berkas=taken))
    assert "17 dikecualikan, nihil ditolak." in polos(s.table_mutu(none).caption)


def test_what_was_found_and_rejected_stays_in_the_quality_report(lap):
    table = s.table_mutu(lap).markdown()
    assert "rahasia" not in table
    assert "Pematang" not in table


def test_file_names_are_inert(lap):
    name = "tiket<script>{{< env HOME >}}.csv"
    hostile = replace(lap, bersih=replace(lap.bersih, berkas=lap.bersih.berkas.assign(berkas=name)))
    shown = s.table_mutu(hostile).markdown()
    document = lxml.html.fromstring(pypandoc.convert_text(shown, "html", format="markdown"))
    assert not document.xpath("//script | //h1 | //code")
    assert "{{<" not in shown


def test_a_source_that_could_not_be_read_is_counted_by_what_was_found(lap_kosong):
    found = (Temuan("berkas terbaca", "Rusak.", menahan=True, sumber="survei", berkas="a.xlsx"),)
    broken = replace(lap_kosong, bersih=replace(lap_kosong.bersih, temuan=found))
    assert rows(s.table_mutu(broken))[1] == ["Survei kepuasan (Microsoft Forms)", *"00000", "1"]


def test_nothing_to_say(lap_kosong):
    assert s.table_mutu(lap_kosong) == Markdown("")
