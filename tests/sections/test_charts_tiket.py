"""Charts and tables of the first half: what they say to those who don't see them."""

import re

import pytest

from laporan import sections as s
from laporan.show import PAGE


def test_channels_are_drawn_with_number_and_share(lengkap, polos):
    chart = s.chart_kanal(lengkap)
    assert polos(chart.alt) == (
        "Diagram batang tiket konsultasi menurut kanal, Juli 2023: WhatsApp 1.493 (87,46%), "
        "Email 107 (6,27%), Telepon 77 (4,51%), HAI Kemenkeu 26 (1,52%), Live Chat 4 (0,23%)."
    )
    shown = {text.get_text() for text in chart.draw(PAGE).axes[0].texts}
    assert "1.493 (87,46%)" in shown


def test_months_are_drawn_with_the_year_before(lengkap, polos):
    chart = s.chart_perkembangan(lengkap)
    assert polos(chart.alt).endswith("Juni 1.315, Juli 1.707. Tahun 2022: Juli 1.114.")
    assert "garis putus-putus" in chart.caption.text


def test_zones_are_drawn_within_and_out_of_hours(lengkap, polos):
    alt = polos(s.chart_zona(lengkap).alt)
    assert re.search(r"Barat [\d.]+ di dalam dan 192 di luar", alt)
    assert "Timur" in alt


def test_the_heat_map_frames_the_service_hours(lengkap, polos):
    chart = s.chart_hari_jam(lengkap)
    frame = chart.draw(PAGE).axes[0].patches[-1]
    assert (frame.get_x(), frame.get_y(), frame.get_width(), frame.get_height()) == (8, 0, 8, 5)
    assert "bingkai: jam layanan" in chart.caption.text
    assert re.search(r"Paling ramai Senin pukul \d\d\.00 dengan \d+ tiket", polos(chart.alt))


def test_topics_are_drawn_with_their_change(lengkap, polos):
    alt = polos(s.chart_topik_teknis(lengkap).alt)
    assert re.search(r"\(▲ naik \d+\)|\(▼ turun \d+\)|\(tetap\)", alt)
    assert "selisih dari Juni 2023" in s.chart_topik_teknis(lengkap).caption.text


def test_the_pemda_with_most_tickets_are_listed_with_their_topics(lengkap):
    html = s.table_pemda(lengkap).markdown()
    order = re.findall(r"(Kab\. [\w ]+|Prov\. [\w ]+)</th>", html)
    assert order == [
        "Kab. Padang Lawas", "Prov. Jambi", "Prov. Kalimantan Timur", "Prov. Gorontalo",
        "Kab. Mojokerto", "Kab. Probolinggo",
    ]  # fmt: skip
    assert "DBH, PDRD" in html


def test_a_message_sent_to_many_is_listed_once(lengkap):
    html = s.table_wa_blast(lengkap).markdown()
    assert html.partition(".unduh")[0].count("Survei") == 1
    assert "17 Juli 2023" in html


def test_pages_are_listed_by_views(lengkap):
    html = s.table_halaman(lengkap).markdown()
    views = [int(text.replace(".", "")) for text in re.findall(r"<td[^>]*>([\d.]+)</td>", html)]
    assert len(views) == 5
    assert views == sorted(views, reverse=True)


@pytest.mark.parametrize(
    "name",
    [
        "chart_kanal", "chart_perkembangan", "chart_topik_teknis", "chart_topik_lain",
        "chart_provinsi", "chart_zona", "chart_hari_jam",
    ],
)  # fmt: skip
def test_charts_are_written_whole(lengkap, name, polos):
    chart = getattr(s, name)(lengkap)
    markdown = chart.markdown()
    assert markdown.startswith("![**")
    assert "{.angka" not in polos(chart.alt)
    assert "Sumber: " in chart.caption.text
    assert re.search(rf"\{{#fig-{chart.name}( \.lebar)? fig-alt=", markdown)
