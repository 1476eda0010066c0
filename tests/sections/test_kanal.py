import pytest
from matplotlib.colors import to_hex

from laporan import sections as s
from laporan.dasar.brand import load_brand
from laporan.show import PAGE, Markdown

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
            "telepon. Konsultasi melalui telepon naik 7 dari 70 tiket pada Juni 2023.",
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
            "Chat. Konsultasi melalui Live Chat turun 5 dari 9 tiket pada Juni 2023.",
        ),
        (
            "Email",
            "Pada Juli 2023, sebanyak 107 konsultasi atau 6,27% dari 1.707 tiket masuk melalui "
            "email. Konsultasi melalui email tetap seperti Juni 2023 (107 tiket).",
        ),
    ],
)
def test_sentence_names_share_whole_change_and_base(lap, polos, kanal, text):
    assert first(polos, s.sentence_konsultasi(lap, kanal)).startswith(text)


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
    assert "topik" not in text


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


def test_channels_are_drawn_in_their_colours(lap):
    bars = s.chart_kanal(lap).draw(PAGE).axes[0].patches
    assert to_hex(bars[0].get_facecolor()) == load_brand().kanal("WhatsApp")


@pytest.mark.parametrize(
    ("kanal", "says"),
    [
        ("WhatsApp", "DAU adalah topik teknis terbanyak melalui WhatsApp, 310 tiket."),
        ("Live Chat", "Dana Desa dan PDRD sama banyak melalui Live Chat, masing-masing 1 tiket."),
    ],
)
def test_the_leading_topic_of_a_channel(lap, polos, kanal, says):
    assert first(polos, s.sentence_konsultasi(lap, kanal)).endswith(says)


def test_two_topics_lead_together(lap, dengan, polos):
    key = ("2023-07", "tiket.topik", "kanal:HAI Kemenkeu", "Lainnya")
    assert first(polos, s.sentence_konsultasi(dengan(lap, {key: 3}), "HAI Kemenkeu")).endswith(
        "Dana Desa dan Permintaan Data adalah topik terbanyak melalui HAI Kemenkeu, masing-masing "
        "4 tiket."
    )


def test_topics_stand_beside_channels(lengkap, polos):
    table = s.table_kanal_topik(lengkap)
    rows = table.data.set_index("Topik")
    assert rows.loc["Dana Desa", ["HAI Kemenkeu", "Live Chat"]].tolist() == [4, 1]
    for name in rows.columns.drop("Semua"):
        known = lengkap.ukuran.kategori("tiket.topik", f"kanal:{name}")
        assert rows[name].sum() == known.sum()
    carried = table.keys[list(rows.index).index("Topik lain")][-1]
    assert carried[0] == "data-bukti-jumlah"


@pytest.mark.parametrize(("before", "shown"), [(99, "▼ turun"), (100, "▼ turun 10,00%")])
def test_of_few_tickets_no_percentage_is_told(lengkap, dengan, before, shown):
    key = ("2023-07", "tiket.jumlah_bulan_lalu", "kanal", "Telepon")
    rows = s.table_kanal(dengan(lengkap, {key: before})).data.set_index("Kanal")
    assert rows.loc["Telepon", "Perubahan"] == shown


def test_strangers_topics_are_inert(lengkap, dengan):
    name = "{{< env HOME >}}](x)<script>"
    keys = (("2023-07", "tiket.topik", dimensi, name) for dimensi in ("kanal:Telepon", "topik"))
    strange = dengan(lengkap, dict.fromkeys(keys, 99))
    for shown in (s.table_kanal_topik(strange), s.sentence_konsultasi(strange, "Telepon")):
        text = shown.markdown()
        assert "env HOME" in text
        assert "{{<" not in text
        assert "<script" not in text.replace("\\<", "")


@pytest.mark.parametrize("kanal", KANAL)
def test_an_empty_month(lap_kosong, polos, kanal):
    assert polos(s.sentence_konsultasi(lap_kosong, kanal)).endswith(
        "untuk Juli 2023 belum diserahkan."
    )
    assert s.table_kanal_topik(lap_kosong) == Markdown("")


def test_a_headline_names_its_span_and_what_the_whole_is(lengkap, dengan, polos):
    month = polos(s.table_kanal(lengkap).caption)
    assert month.startswith("Tiket Juli 2023 dibanding Juni 2023 naik lewat ")
    chart = s.chart_kanal_bulanan(lengkap)
    assert polos(chart.caption).startswith(
        "WhatsApp menyumbang 345 dari 392 tambahan tiket sejak Juni 2023."
    )
    shown = [text.get_text() for axes in chart.draw(PAGE).axes for text in axes.texts]
    assert "1.148 → 1.493" in shown


def test_a_channel_that_moved_more_than_all_is_no_part_of_it(lengkap, dengan, polos):
    fewer = dengan(lengkap, {("2023-07", "tiket.jumlah_bulan_lalu", "", ""): 1507})
    assert polos(s.chart_kanal_bulanan(fewer).caption).startswith("Tiket Juli 2023 dibanding Juni")
