"""Charts and tables of the first half: what they say to those who don't see them."""

import re
from dataclasses import replace

import pytest

from laporan import sections as s
from laporan.measure import Ukuran
from laporan.show import PAGE


def test_channels_are_drawn_with_number_and_share(lengkap, polos):
    chart = s.chart_kanal(lengkap)
    assert polos(chart.alt) == (
        "Diagram batang tiket menurut kanal, Juli 2023: WhatsApp 1.493 (87,46%), "
        "Email 107 (6,27%), Telepon 77 (4,51%), HAI Kemenkeu 26 (1,52%), Live Chat 4 (0,23%)."
    )
    shown = {text.get_text() for text in chart.draw(PAGE).axes[0].texts}
    assert "1.493 (87,46%)" in shown


def test_months_are_drawn_with_the_year_before(lengkap, polos):
    chart = s.chart_perkembangan(lengkap)
    assert polos(chart.alt).endswith("Juli 85 (1.707 tiket). Tahun 2022: Juli 53 (1.114 tiket).")
    assert "garis putus-putus" in chart.caption.text
    assert "Jul\n1.707" in [t.get_text() for t in chart.draw(PAGE).axes[0].get_xticklabels()]


def test_zones_are_drawn_as_shares_with_their_wholes(lengkap, polos):
    chart = s.chart_zona(lengkap)
    assert "Barat 23,65% (selang 20,85% s.d. 26,69%) dari 812 tiket" in polos(chart.alt)
    assert polos(chart.caption).startswith(
        "Di setiap zona 24% sampai 29% tiket masuk di luar jam layanan, tidak berbeda nyata."
    )


def test_a_zone_that_differs_by_more_than_chance_is_named(lengkap, polos):
    table = lengkap.ukuran.tabel.copy()
    timur = table["indikator"].eq("tiket.luar_jam_dari_zona") & table["kategori"].eq("Timur")
    table.loc[timur, ["nilai", "bawah", "atas"]] = (52.0, 43.0, 61.0)
    far = replace(lengkap, ukuran=Ukuran(table, lengkap.bulan))
    assert polos(s.chart_zona(far).caption).startswith(
        "52% tiket zona Timur masuk di luar jam layanan, 24% tiket zona Barat."
    )


def test_the_heat_map_frames_the_service_hours(lengkap, polos):
    chart = s.chart_hari_jam(lengkap)
    frame = chart.draw(PAGE).axes[0].patches[-1]
    assert (frame.get_x(), frame.get_y(), frame.get_width(), frame.get_height()) == (8, 0, 8, 5)
    assert "bingkai: jam layanan" in chart.caption.text
    # Nine and ten o'clock can't be told apart, eight o'clock can.
    assert polos(chart.caption).startswith(
        "Paling ramai pukul 09.00 sampai pukul 11.00: 10 tiket sejam"
    )


def test_less_than_a_ticket_an_hour_is_not_none(lengkap, polos):
    table = lengkap.ukuran.tabel.copy()
    table.loc[table["indikator"].eq("tiket.rata_rata"), "nilai"] /= 100
    few = replace(lengkap, ukuran=Ukuran(table, lengkap.bulan))
    assert ": 0,10 tiket sejam pada hari layanan." in polos(s.chart_hari_jam(few).caption)


def test_topics_are_drawn_with_their_change(lengkap, polos):
    alt = polos(s.chart_topik_teknis(lengkap).alt)
    assert "DAK Fisik 105 (61)" in alt
    chart = s.chart_topik_teknis(lengkap)
    assert "titik dan selisih: Juni 2023" in chart.caption.text
    assert "DAK Fisik naik 44 sejak Juni 2023, menjadi 105." in polos(chart.caption)


def test_the_topics_not_named_are_drawn_together(lengkap):
    data = s.chart_topik_teknis(lengkap).data
    assert data["topik"].iloc[-1] == "Topik lain"
    assert data["tiket Juli 2023"].sum() == 760
    keys = s.chart_topik_teknis(lengkap).keys["tiket Juli 2023"]
    assert keys[-1].count("+") > 5


def test_many_topics_are_drawn_in_several_charts_of_one_scale(lengkap, polos):
    known = lengkap.ukuran.kategori("tiket.topik", "topik")
    settings = {**lengkap.settings["tiket"], "topik_teknis": list(known.index)}
    many = replace(lengkap, settings={**lengkap.settings, "tiket": settings})
    first, second = s.chart_topik_teknis(many, banyak=13).items
    assert polos(second.caption).startswith("Lanjutan, mulai dari ")
    assert (len(first.data), second.data["topik"].iloc[-1]) == (7, "Topik lain")
    ends = [chart.draw(PAGE).axes[0].get_xlim()[0] for chart in (first, second)]
    assert ends == [0, 0]


def test_days_are_drawn_with_broadcasts_and_days_off(lengkap, polos):
    settings = {**lengkap.settings, "siaran": {"penerima_minimum": 2}}
    chart = s.chart_tiket_harian(replace(lengkap, settings=settings))
    rows = chart.data.set_index("tanggal")
    assert rows.index[rows["siaran"].eq("ya")].tolist() == ["2023-07-17"]
    assert rows.loc[["2023-07-18", "2023-07-19", "2023-07-22"], "hari"].tolist() == [
        "layanan", "libur", "libur",
    ]  # fmt: skip
    shown = [text.get_text() for text in chart.draw(PAGE).axes[0].texts]
    assert shown.count("libur") == 1
    assert sum(text.startswith("▼") for text in shown) == 1
    assert "Paling ramai 28 Juli 2023: 97 tiket." in polos(chart.caption)


def test_first_replies_are_drawn_with_median_percentile_and_target(lengkap, polos):
    sasaran = {**lengkap.settings, "sasaran": {"balas_menit": 30}}
    for lap, target in ((lengkap, 0), (replace(lengkap, settings=sasaran), 1)):
        chart = s.chart_balas(lap)
        assert polos(chart.caption).startswith(
            "Median balasan pertama 15 dan persentil 90 balasan pertama 33 menit layanan."
        )
        axes = chart.draw(PAGE).axes[0]
        assert [line.get_xdata()[0] for line in axes.lines][:2] == pytest.approx([2.95, 6.69], 0.01)
        assert sum(text.get_text() == "sasaran: 30 menit" for text in axes.texts) == target


def test_provinces_name_the_most_and_the_fewest(lengkap, polos):
    chart = s.chart_provinsi(lengkap)
    assert polos(chart.caption).startswith(
        "Prov. Sumatera Utara paling banyak bertanya: 111 tiket dari 31 pemda; paling sedikit "
        "Prov. Sulawesi Barat: 6 tiket dari 5 pemda."
    )
    jateng = chart.data.set_index("provinsi").loc["Prov. Jawa Tengah"]
    assert jateng.tolist() == [102, 34, 36]


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
        "chart_provinsi", "chart_zona", "chart_hari_jam", "chart_tiket_harian", "chart_balas",
    ],
)  # fmt: skip
def test_charts_are_written_whole(lengkap, name, polos):
    chart = getattr(s, name)(lengkap)
    markdown = chart.markdown()
    assert markdown.startswith("![**")
    assert "{.angka" not in polos(chart.alt)
    assert "Sumber: " in chart.caption.text
    assert re.search(rf"\{{#fig-{chart.name}( \.lebar)? fig-alt=", markdown)
