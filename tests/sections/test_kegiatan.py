from dataclasses import replace

import lxml.html
import pandas as pd
import pypandoc

from laporan import sections as s
from laporan.show import PAGE, Markdown

HOSTILE = ["<script>alert(1)</script>", "{{< env HOME >}}", "satu\n```\n# dua", '=HYPERLINK("x")']


def rows(table):
    document = lxml.html.fromstring(table.gt.as_raw_html())
    return [[cell.text_content() for cell in row] for row in document.iter("tr")]


def test_video_conferences(lap, polos):
    assert polos(s.sentence_video_conference(lap)) == (
        "Selama Juli 2023 dilaksanakan 5 konsultasi dengan pemerintah daerah dan pengguna layanan "
        "lain melalui video conference (Microsoft Teams). Pada Juni 2023 ada 4 pertemuan."
    )
    assert rows(s.table_video_conference(lap))[:2] == [
        ["Tanggal", "Pengguna layanan", "Topik"],
        ["4 Juli 2023", "Kota Kendari", "Insentif Fiskal"],
    ]


def test_visits(lap, polos):
    assert polos(s.sentence_tatap_muka(lap)) == (
        "Selama Juli 2023 dilaksanakan 24 konsultasi tatap muka dengan 105 tamu. Topik terbanyak "
        "adalah DAU, 8 dari 24 kunjungan; sebuah kunjungan dapat membahas beberapa topik. Pada "
        "Juni 2023 ada 20 kunjungan."
    )
    found = rows(s.table_tatap_muka(lap))
    assert found[0] == ["No.", "Tanggal", "Pengguna layanan", "Jumlah tamu", "Topik"]
    assert found[3] == ["3", "11 Juli 2023", "Kab. Bolaang Mongondow", "2", "DAU, DAK, DID"]
    assert found[-1] == ["Jumlah", "", "", "105", ""]


def test_both_courses_stand_on_one_axis(lap, polos):
    chart = s.chart_pertemuan(lap)
    assert polos(chart.caption).startswith(
        "Video conference belum menggantikan tatap muka: 24 kunjungan tatap muka, 5 pertemuan video"
    )
    alt = polos(chart.alt)
    assert "Tatap muka: Januari 8, Februari 12, Maret 15, April 9, Mei 18, Juni 20, Juli 24." in alt
    assert "Februari 6, Maret tidak ada data, April 2" in alt
    (axes,) = chart.draw(PAGE).axes
    visits, meetings = axes.lines
    assert visits.get_linestyle() != meetings.get_linestyle()
    assert {"Tatap\nmuka", "Video\nconference"} <= {text.get_text() for text in axes.texts}


def test_what_strangers_wrote_in_lists_is_inert(lap):
    table = pd.DataFrame(
        {
            "tanggal": pd.to_datetime(["2023-07-05"] * 4),
            "pengguna_layanan": HOSTILE,
            "tamu": [1] * 4,
            "topik": HOSTILE,
        }
    )
    hostile = replace(
        lap,
        bersih=replace(lap.bersih, tables={"tatap_muka": table, "video_conference": table}),
    )
    for shown in (s.table_tatap_muka(hostile), s.table_video_conference(hostile)):
        document = lxml.html.fromstring(
            pypandoc.convert_text(shown.markdown(), "html", format="markdown")
        )
        assert not document.xpath("//script | //h1 | //code | //a[not(@download)]")
        assert "{{<" not in shown.markdown()
        assert "satu ``` # dua" in document.text_content()


def test_the_letter_is_the_settings(lap, polos):
    settings = {
        **lap.settings,
        "tatap_muka": {"surat_pedoman": "S-1/PK/2024", "tanggal_surat_pedoman": "2 Mei 2024"},
    }
    text = polos(s.sentence_pedoman_tatap_muka(replace(lap, settings=settings)))
    assert "surat nomor S-1/PK/2024 tanggal 2 Mei 2024" in text


def test_nothing_happened(lap, dengan, polos):
    none = dengan(
        lap,
        {
            ("2023-07", "tatap_muka.jumlah", "", ""): 0,
            ("2023-07", "video_conference.jumlah", "", ""): 0,
        },
    )
    assert "tidak ada konsultasi tatap muka" in polos(s.sentence_tatap_muka(none))
    assert "tidak ada konsultasi melalui video" in polos(s.sentence_video_conference(none))
    assert s.table_tatap_muka(none) == Markdown("")
    assert s.table_video_conference(none) == Markdown("")


def test_not_supplied(lap_kosong, polos):
    assert polos(s.sentence_tatap_muka(lap_kosong)) == (
        "Data konsultasi tatap muka untuk Juli 2023 belum diserahkan."
    )
    assert polos(s.sentence_video_conference(lap_kosong)) == (
        "Data video conference untuk Juli 2023 belum diserahkan."
    )
    for show in (
        s.chart_pertemuan, s.table_tatap_muka, s.table_video_conference,
    ):  # fmt: skip
        assert show(lap_kosong) == Markdown("")
