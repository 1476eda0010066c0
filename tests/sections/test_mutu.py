from dataclasses import replace

import lxml.html
import pypandoc

from laporan import sections as s
from laporan.show import Markdown


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def test_files_with_their_rows_and_the_sum(lap):
    found = rows(s.table_berkas(lap))
    assert found[0] == ["Berkas", "Sumber", "Baris masuk", "Diambil", "Dikecualikan", "Ditolak"]
    assert [found[1][0], *found[1][2:]] == ["tiket-1.csv", "1.024", "1.020", "3", "1"]
    assert found[-1] == ["Jumlah", "", "1.749", "1.731", "17", "1"]


def test_rules_are_named_and_counted_over_the_files_of_a_source(lap):
    found = rows(s.table_dikecualikan(lap))
    assert [row[1:] for row in found[1:]] == [
        ["ganda", "4"],
        ["bulan lain", "12"],
        ["baris jumlah", "1"],
        ["", "17"],
    ]


def test_what_was_rejected_stays_in_the_quality_report(lap):
    table = s.table_ditolak(lap)
    assert rows(table)[1][2:] == ["date_created", "1"]
    assert "rahasia" not in table.markdown()


def test_file_names_and_warnings_are_inert(lap):
    name = "tiket<script>{{< env HOME >}}.csv"
    hostile = replace(
        lap,
        bersih=replace(lap.bersih, berkas=lap.bersih.berkas.assign(berkas=name)),
        peringatan=(f"Berkas {name}\n```\n# judul",),
    )
    shown = s.table_berkas(hostile).markdown() + "\n\n" + s.sentence_peringatan(hostile).markdown()
    document = lxml.html.fromstring(pypandoc.convert_text(shown, "html", format="markdown"))
    assert not document.xpath("//script | //h1 | //code")
    assert "{{<" not in shown


def test_each_warning_once(lap, polos):
    twice = replace(lap, peringatan=("Satu.", "Dua.", "Satu."))
    assert polos(s.sentence_peringatan(twice)).endswith("\n\n- Satu.\n- Dua.")


def test_nothing_to_say(lap_kosong, polos):
    assert polos(s.table_dikecualikan(lap_kosong)) == "Tidak ada baris yang dikecualikan."
    assert polos(s.table_ditolak(lap_kosong)) == "Tidak ada baris yang ditolak."
    assert (
        polos(s.sentence_peringatan(lap_kosong)) == "Tidak ada peringatan tentang data Juli 2023."
    )
    assert s.table_berkas(lap_kosong) == Markdown("")
