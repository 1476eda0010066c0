from dataclasses import replace

import pytest
from matplotlib.colors import to_hex

from laporan import sections as s
from laporan.dasar.brand import load_brand
from laporan.dasar.bulan import Bulan
from laporan.measure import Ukuran
from laporan.show import PAGE, Chart, Markdown

KANAL = ("WhatsApp", "Telepon", "HAI Kemenkeu", "Live Chat", "Email")


def first(polos, shown):
    return polos(shown).partition("\n")[0]


@pytest.mark.parametrize(
    ("kanal", "text"),
    [
        (
            "WhatsApp",
            "Pada Juli 2023, sebanyak 1.493 konsultasi atau 87,46% dari 1.707 tiket masuk melalui "
            "WhatsApp. Konsultasi melalui WhatsApp naik 30,05% dari 1.148 tiket pada Juni 2023.",
        ),
        (
            "Telepon",
            "Pada Juli 2023, sebanyak 77 konsultasi atau 4,51% dari 1.707 tiket masuk melalui "
            "telepon. Konsultasi melalui telepon naik 10,00% dari 70 tiket pada Juni 2023.",
        ),
        (
            "HAI Kemenkeu",
            "Pada Juli 2023, sebanyak 26 konsultasi atau 1,52% dari 1.707 tiket masuk melalui HAI "
            "Kemenkeu. Tidak ada pembanding: konsultasi melalui HAI Kemenkeu pada Juni 2023 "
            "berjumlah 0 tiket.",
        ),
        (
            "Live Chat",
            "Pada Juli 2023, sebanyak 4 konsultasi atau 0,23% dari 1.707 tiket masuk melalui Live "
            "Chat. Konsultasi melalui Live Chat turun 55,56% dari 9 tiket pada Juni 2023.",
        ),
        (
            "Email",
            "Pada Juli 2023, sebanyak 107 konsultasi atau 6,27% dari 1.707 tiket masuk melalui "
            "email. Konsultasi melalui email tetap seperti Juni 2023 (107 tiket).",
        ),
    ],
)
def test_sentence_names_share_whole_change_and_base(lap, polos, kanal, text):
    assert first(polos, s.sentence_konsultasi(lap, kanal)) == text


def test_only_the_leading_channel_is_said_to_lead(lap, polos):
    said = [k for k in KANAL if "paling banyak dipakai" in polos(s.sentence_konsultasi(lap, k))]
    assert said == ["WhatsApp"]


def test_a_channel_without_tickets(lap, dengan, polos):
    none = dengan(
        lap,
        {
            ("2023-07", "tiket.jumlah", "kanal", "Live Chat"): 0,
            ("2023-07", "tiket.topik", "kanal:Live Chat", "PDRD"): None,
            ("2023-07", "tiket.topik", "kanal:Live Chat", "Dana Desa"): None,
        },
    )
    text = polos(s.sentence_konsultasi(none, "Live Chat"))
    assert text.startswith("Pada Juli 2023 tidak ada konsultasi melalui Live Chat (0 dari 1.707")
    assert s.chart_topik_konsultasi(none, "Live Chat") == Markdown("")


def test_nothing_known_before(lap, dengan, polos):
    keys = ("tiket.jumlah_bulan_lalu", "tiket.perubahan_bulanan")
    alone = dengan(
        lap,
        {("2023-07", key, "kanal", "WhatsApp"): None for key in keys}
        | {("2023-06", "tiket.jumlah", "kanal", "WhatsApp"): None},
    )
    assert "Tidak ada pembanding: konsultasi melalui WhatsApp Juni 2023 tidak diketahui." in polos(
        s.sentence_konsultasi(alone, "WhatsApp")
    )
    chart = s.chart_konsultasi(alone, "WhatsApp")
    assert polos(chart.caption).startswith("Konsultasi melalui WhatsApp: 1.493 tiket.")
    assert "Juni tidak ada data, Juli 1.493." in polos(chart.alt)


def test_months_are_drawn_in_the_channels_colour(lap, polos):
    chart = s.chart_konsultasi(lap, "WhatsApp")
    assert polos(chart.caption).startswith(
        "Konsultasi melalui WhatsApp naik 30,05% menjadi 1.493 tiket, tertinggi sejak Januari 2023."
    )
    assert polos(chart.alt) == (
        "Diagram batang tiket konsultasi melalui WhatsApp menurut bulan: Januari 1.200, "
        "Februari 1.300, Maret 1.400, April 1.350, Mei 1.180, Juni 1.148, Juli 1.493."
    )
    bars = chart.draw(PAGE).axes[0].patches
    assert [bar.get_height() for bar in bars] == [1200, 1300, 1400, 1350, 1180, 1148, 1493]
    assert to_hex(bars[-1].get_facecolor()) == load_brand().kanal("WhatsApp")


def test_whatsapps_technical_topics_with_whoever_ties(lap, polos):
    chart = s.chart_topik_konsultasi(lap, "WhatsApp")
    assert polos(chart.alt) == (
        "Diagram batang topik teknis menurut tiket melalui WhatsApp: DAU 310, DBH 200, DAK Fisik "
        "150, Dana Desa 150 tiket."
    )
    assert polos(chart.caption).startswith("DAU adalah topik teknis terbanyak melalui WhatsApp")


def test_topics_of_which_none_stands_out(lap, polos):
    caption = polos(s.chart_topik_konsultasi(lap, "Live Chat").caption)
    assert caption.startswith(
        "Dana Desa dan PDRD sama banyak melalui Live Chat, masing-masing 1 tiket."
    )


def test_two_topics_lead_together(lap, dengan, polos):
    key = ("2023-07", "tiket.topik", "kanal:HAI Kemenkeu", "Lainnya")
    caption = polos(s.chart_topik_konsultasi(dengan(lap, {key: 3}), "HAI Kemenkeu").caption)
    assert caption.startswith(
        "Dana Desa dan Permintaan Data adalah topik terbanyak melalui HAI Kemenkeu, masing-masing 4"
    )


def test_strangers_topics_are_inert(lap, dengan):
    key = ("2023-07", "tiket.topik", "kanal:Telepon", "{{< env HOME >}}](x)<script>")
    chart = s.chart_topik_konsultasi(dengan(lap, {key: 99}), "Telepon")
    assert isinstance(chart, Chart)
    shown = chart.markdown()
    assert "{{<" not in shown
    assert "<script" not in shown.replace("\\<", "")


@pytest.mark.parametrize("kanal", KANAL)
def test_an_empty_month(lap_kosong, polos, kanal):
    assert polos(s.sentence_konsultasi(lap_kosong, kanal)).endswith(
        "untuk Juli 2023 belum diserahkan."
    )
    assert s.chart_konsultasi(lap_kosong, kanal) == Markdown("")
    assert s.chart_topik_konsultasi(lap_kosong, kanal) == Markdown("")


def test_a_young_year(lap, polos):
    """In February there are two bars; in January the sentence has said it all."""
    februari, januari = Bulan(2023, 2), Bulan(2023, 1)
    table = lap.ukuran.tabel
    young = {
        month: replace(lap, bulan=month, ukuran=Ukuran(table[table["bulan"] <= str(month)], month))
        for month in (januari, februari)
    }
    chart = s.chart_konsultasi(young[februari], "WhatsApp")
    assert polos(chart.alt).endswith("Januari 1.200, Februari 1.300.")
    axes = chart.draw(PAGE).axes[0]
    left, right = axes.get_xlim()
    assert axes.patches[0].get_width() < (right - left) / 6
    assert s.chart_konsultasi(young[januari], "WhatsApp") == Markdown("")


def test_headlines_of_channels_name_both_ends(lengkap, polos):
    """A chart since January and one since last month may say opposite things."""
    month = polos(s.table_kanal(lengkap).caption)
    year = polos(s.chart_kanal_bulanan(lengkap).caption)
    assert month.startswith("Tiket Juli 2023 dibanding Juni 2023 naik lewat ")
    assert year.startswith("Tiket Juli 2023 dibanding Januari 2023 ")
