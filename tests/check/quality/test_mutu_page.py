import re
from dataclasses import replace

import pandas as pd
import pytest
from lxml import html

from laporan.check.quality import quality_html
from laporan.check.quality.mutu_page import REJECTED_SHOWN, ROWS_OF_FILES, ROWS_OF_SOURCES
from laporan.dasar.bulan import Bulan
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData


@pytest.fixture
def month() -> MonthData:
    """Make a month of tickets and a survey."""
    return MonthData(
        bulan=Bulan(2023, 7),
        tables={"tiket": pd.DataFrame(), "survei": pd.DataFrame()},
        berkas=pd.DataFrame(
            {
                "sumber": ["tiket", "tiket", "survei"],
                "berkas": ["tiket-1.csv", "tiket-2.csv", "survei.xlsx"],
                "baris": [1024, 700, 3],
                "diambil": [1020, 700, 2],
                "ditolak": [1, 0, 1],
                "dikecualikan": [3, 0, 0],
            }
        ),
        dikecualikan=pd.DataFrame(
            {
                "sumber": ["tiket"],
                "berkas": ["tiket-1.csv"],
                "aturan": ["ganda"],
                "jumlah": [3],
                "contoh_baris": ["7, 9, 12"],
            }
        ),
        ditolak=pd.DataFrame(
            {
                "sumber": ["tiket", "survei"],
                "berkas": ["tiket-1.csv", "survei.xlsx"],
                "baris": [1023, 4],
                "kolom": ["date_created", "Completion time"],
                "isi": ["kemarin", "<script>alert(1)</script>\0"],
                "alasan": ["tanggal tidak terbaca", "tanggal tidak terbaca"],
            }
        ),
        temuan=(
            Temuan("berkas dikenal", "nama ini tidak dikenal.", berkas="x.csv"),
            Temuan("nama daerah", "“Tegal” & <b>", berkas="tiket-1.csv", baris=(7,), jumlah=1),
        ),
    )


def shown(page: str) -> str:
    return re.sub(r"\s+", " ", html.document_fromstring(page).body.text_content())


def cells(page: str, source: str, caption: str) -> list[list[str]]:
    """Read a table of the page by its source's heading and its caption."""
    root = html.document_fromstring(page)
    (table,) = root.xpath(
        f"//*[@id='{source}']/following-sibling::div[table/caption='{caption}'][1]/table"
    )
    return [[cell.text_content() for cell in row] for row in table.iter("tr")]


def test_the_sums_come_first(month: MonthData) -> None:
    text = shown(quality_html(month))
    assert text.startswith("Mutu data Juli 2023")
    assert "1.727 baris dibaca dari 3 berkas: 1.722 diambil, 2 ditolak, dan 3 dikecualikan" in text


def test_every_file_has_its_rows(month: MonthData) -> None:
    assert cells(quality_html(month), "berkas", ROWS_OF_FILES)[:3] == [
        ["Berkas", "Baris masuk", "Diambil", "Ditolak", "Dikecualikan"],
        ["tiket-1.csv", "1.024", "1.020", "1", "3"],
        ["tiket-2.csv", "700", "700", "0", "0"],
    ]


def test_one_table_counts_all_sources(month: MonthData) -> None:
    page = quality_html(month)
    assert cells(page, "jumlah", ROWS_OF_SOURCES)[1:] == [
        ["Tiket konsultasi (Deskpro)", "2", "1.724", "1.720", "1", "3", "0"],
        ["Survei kepuasan (Microsoft Forms)", "1", "3", "2", "1", "0", "0"],
        ["Bulan ini secara keseluruhan", "0", "0", "0", "0", "0", "2"],
        ["Jumlah", "3", "1.727", "1.722", "2", "3", "2"],
    ]
    root = html.document_fromstring(page)
    assert root.xpath("//nav//@href") == [f"#{each}" for each in root.xpath("//h2/@id")]


def test_a_warning_says_what_it_can_touch(month: MonthData) -> None:
    late = Temuan("x", "y.", sumber="survei", berkas="survei.xlsx", baris=(3,), jumlah=1)
    page = quality_html(replace(month, temuan=(late,)))
    assert listed(page, "Yang perlu diperiksa")[1][-1].startswith("paling banyak 50,00% dari 2 ")


def test_rules_and_rejections_are_listed_with_their_rows(month: MonthData) -> None:
    page = quality_html(month)
    assert cells(page, "tiket", "Baris yang dikecualikan, menurut aturannya")[1:] == [
        ["ganda", "tiket-1.csv", "3", "7, 9, 12"]
    ]
    assert cells(page, "tiket", "Baris yang ditolak, dan alasannya")[1:] == [
        ["tiket-1.csv", "1023", "date_created", "kemarin", "tanggal tidak terbaca"]
    ]


def test_what_a_file_holds_stays_text(month: MonthData) -> None:
    page = quality_html(month)
    assert "<script" not in page
    assert "<b>" not in page
    row = cells(page, "survei", "Baris yang ditolak, dan alasannya")[1]
    assert row[3] == "<script>alert(1)</script>\ufffd"


def test_missing_sources_are_named_with_their_pattern(month: MonthData) -> None:
    page = html.document_fromstring(quality_html(month))
    items = page.xpath("//h2[.='Yang belum dipasok']/following-sibling::ul[1]/li")
    # Extras are not missed.
    assert len(items) == len(SOURCES) - 2 - 3
    assert "Webinar: webinar*.xls*" in [item.text_content() for item in items]


def test_a_complete_month_says_so(month: MonthData) -> None:
    complete = replace(month, tables=dict.fromkeys(SOURCES, pd.DataFrame()), temuan=())
    text = shown(quality_html(complete))
    assert "Semua sumber sudah dipasok." in text
    assert "Yang perlu diperiksaTidak ada." in text


def listed(page: str, heading: str) -> list[list[str]]:
    """Read the first table under a heading."""
    root = html.document_fromstring(page)
    (table,) = root.xpath(f"//*[self::h2 or self::h3][.='{heading}']/following::table[1]")
    return [[cell.text_content() for cell in row] for row in table.iter("tr")]


def test_findings_stand_under_their_file_with_their_grade_and_place(month: MonthData) -> None:
    blocking = Temuan(
        "nilai dikenal",
        "“Faks” <b>tidak</b> dikenal.",
        menghentikan=True,
        berkas="tiket-2.csv",
        kolom="Kanal",
        baris=tuple(range(2, 102)),
        jumlah=120,
    )
    page = quality_html(replace(month, temuan=(*month.temuan, blocking)))
    assert "1 temuan menghentikan dan 2 peringatan" in shown(page)
    assert "Laporan tidak disusun sampai yang menghentikan diperbaiki." in shown(page)
    # What blocks comes first.
    assert listed(page, "Yang perlu diperiksa")[1:] == [
        [
            "tiket-2.csv",
            "nilai dikenal",
            "menghentikan",
            ", ".join(map(str, range(2, 22))) + ", …",
            "120",
            "Kanal",
            "“Faks” <b>tidak</b> dikenal.",
            "",
        ],
        ["x.csv", "berkas dikenal", "peringatan", "", "", "", "Nama ini tidak dikenal.", ""],
    ]


def test_unknown_names_of_regions_are_listed_and_counted(month: MonthData) -> None:
    page = quality_html(month)
    assert "1 nama pada 1 baris bukan nama resmi" in shown(page)
    assert listed(page, "Nama daerah yang tidak dikenal")[1] == [
        "tiket-1.csv", "", "1", "7", "“Tegal” & <b>",
    ]  # fmt: skip
    without = replace(month, temuan=month.temuan[:1])
    assert "Semua nama daerah dikenal." in shown(quality_html(without))


def test_the_checks_that_were_run_are_listed(month: MonthData) -> None:
    check = Pemeriksaan("nilai tunggal", "ticket_id tidak berulang.", "tiket", True, 1707, 2)
    page = quality_html(replace(month, pemeriksaan=(check, Pemeriksaan("x", "y"))))
    assert listed(page, "Pemeriksaan yang dijalankan")[1:] == [
        [
            "nilai tunggal",
            "Tiket konsultasi (Deskpro)",
            "ticket_id tidak berulang.",
            "menghentikan",
            "1.707",
            "2",
        ],
        ["x", "seluruh bulan", "y", "peringatan", "0", "0"],
    ]


def test_a_source_that_could_not_be_read_is_not_called_missing(month: MonthData) -> None:
    unread = Temuan("berkas terbaca", "webinar.xlsx rusak.", True, "webinar", "webinar.xlsx")
    page = html.document_fromstring(quality_html(replace(month, temuan=(unread,))))
    items = page.xpath("//h2[.='Yang belum dipasok']/following-sibling::ul[1]/li")
    assert "Webinar: webinar*.xls*" not in [item.text_content() for item in items]


def test_a_long_list_of_rejections_says_where_the_rest_is(month: MonthData) -> None:
    row = month.ditolak.head(1)
    many = pd.concat([row] * (REJECTED_SHOWN + 1), ignore_index=True)
    page = quality_html(replace(month, ditolak=many))
    assert len(cells(page, "tiket", "Baris yang ditolak, dan alasannya")) == REJECTED_SHOWN + 1
    assert "1.000 yang pertama dari 1.001 baris" in shown(page)


def test_synthetic_data_is_called_so(month: MonthData) -> None:
    assert "data contoh" not in shown(quality_html(month))
    assert "data contoh, bukan nyata" in shown(quality_html(month, contoh=True))


def test_the_page_asks_nothing_of_a_network(month: MonthData) -> None:
    root = html.document_fromstring(quality_html(month))
    assert not root.xpath("//@src | //link | //script | //@href[not(starts-with(., '#'))]")
    assert "url(" not in root.xpath("string(//style)").replace("url(data:font/woff;", "")


def test_the_same_month_gives_the_same_page(month: MonthData) -> None:
    assert quality_html(month) == quality_html(month)


def test_corrections_are_listed_and_offered(month: MonthData) -> None:
    listed = pd.DataFrame(
        [["survei", "survei.xlsx", "Juli", 4, "Agen", "xxxx", "xxxxx", "salah <b>", "2023-08-02"]],
        columns=month.koreksi.columns,
    )
    line = 'tiket,7,Pemda,Tegal,"Kab. Tegal, atau",nama daerah tidak dikenal'
    asked = replace(month.temuan[1], usulan=(line, line))
    page = quality_html(replace(month, koreksi=listed, temuan=(asked,)))
    assert (
        "1 koreksi dari koreksi.csv dipakai" in shown(page)
        and "survei.xlsx, lembar Juli" in shown(page)
        and "salah <b>" in shown(page)
    )
    (offered,) = html.document_fromstring(page).xpath("//pre")
    assert offered.text_content().splitlines() == [
        "sumber,kunci,kolom,lama,baru,alasan,oleh,tanggal", f"{line},,",
    ]  # fmt: skip
    assert "Koreksi" not in shown(quality_html(month))
