import pandas as pd
import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laporan.check.catatan import BAGIAN, parse_catatan, read_catatan
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.measure import Ukuran

COLUMNS = ["bulan", "indikator", "dimensi", "kategori", "nilai", "satuan"]
TABLE = pd.DataFrame(
    [
        ("2023-06", "tiket.jumlah", "", "", 1315.0, "tiket"),
        ("2023-06", "lapor.jumlah", "", "", 835.0, "email"),
        ("2023-07", "tiket.jumlah", "", "", 1707.0, "tiket"),
        ("2023-07", "tiket.jumlah", "kanal", "HAI Kemenkeu", 26.0, "tiket"),
        ("2023-07", "tiket.jumlah", "kanal", "WhatsApp", 1493.0, "tiket"),
        ("2023-07", "tiket.topik", "kanal:HAI Kemenkeu", "Dana Desa", 4.0, "tiket"),
        ("2023-07", "tiket.perubahan_bulanan", "", "", 29.8099, "persen"),
        ("2023-07", "kepuasan.nilai", "", "", 4.9, "skala 1-5"),
    ],
    columns=COLUMNS,
)
UKURAN = Ukuran(TABLE, Bulan(2023, 7))


def topik(text):
    return parse_catatan(f"# Topik teknis\n\n{text}", UKURAN).get("Topik teknis").text


def shown(markdown, to="plain"):
    return pypandoc.convert_text(
        markdown, to, format="markdown", extra_args=["--wrap=none"]
    ).strip()


def test_headings_of_any_level_and_case_divide_the_notes():
    notes = parse_catatan(
        "#### TOPIK TEKNIS:\na\n\nPengaduan\n---------\nb\n\n# Evaluasi dan  saran\nc", UKURAN
    )
    assert {name: shown(text.text) for name, text in notes.bagian.items()} == {
        "Topik teknis": "a",
        "Pengaduan": "b",
        "Evaluasi dan saran": "c",
    }
    assert notes.get("Keluhan") is None


def test_a_heading_below_a_section_becomes_bold():
    text = topik("## Kebijakan\n\nisi")
    assert text == "**Kebijakan**\n\nisi"


def test_what_stands_elsewhere_is_left_out_and_warned_of():
    notes = parse_catatan("awal\n\n# Pengaduan\na\n\n# Rahasia\nb", UKURAN)
    assert list(notes.bagian) == ["Pengaduan"]
    assert "sebelum judul pertama" in notes.peringatan[0]
    assert "'Rahasia'" in notes.peringatan[1]


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("tiket.jumlah", "1.707"),
        ("tiket.jumlah[kanal=WhatsApp]", "1.493"),
        ("tiket.jumlah[kanal=HAI Kemenkeu]", "26"),
        ("tiket.topik[kanal:HAI Kemenkeu=Dana Desa]", "4"),
        ("tiket.perubahan_bulanan", "29,81%"),
        ("kepuasan.nilai", "4,90"),
        (" tiket.jumlah ", "1.707"),
    ],
)
def test_names_become_figures(name, figure):
    assert shown(topik(f"Ada {{{name}}} tiket.")) == f"Ada {figure} tiket."


def test_a_figure_carries_its_key():
    text = topik("{tiket.jumlah[kanal=HAI Kemenkeu]}")
    assert text == ('[26]{.angka data-kunci="2023-07,tiket.jumlah,kanal,HAI%20Kemenkeu"}')


def test_a_name_may_be_bold_or_broken_over_lines():
    assert topik("**{tiket.jumlah}**").startswith("**[1.707]")
    assert shown(topik("{tiket.jumlah[kanal=HAI\nKemenkeu]}")) == "26"


def test_an_unknown_name_is_refused_with_its_line_and_what_is_near():
    with pytest.raises(LaporanError) as caught:
        topik("satu\n\ndua {tiket.jumlah[kanal=Whatsap]}")
    assert str(caught.value) == (
        "catatan.md, baris 5: {tiket.jumlah[kanal=Whatsap]} tidak dikenal. "
        "Yang paling dekat: {tiket.jumlah[kanal=WhatsApp]}, {tiket.jumlah}, "
        "{tiket.jumlah[kanal=HAI Kemenkeu]}. "
        "Perbaiki namanya, atau hapus kurung kurawalnya bila itu tulisan biasa."
    )


def test_a_figure_of_another_month_is_unknown():
    with pytest.raises(LaporanError, match=r"\{lapor\.jumlah\} tidak dikenal"):
        topik("{lapor.jumlah}")


def test_bullets_as_word_copies_them_are_a_list():
    text = topik("\uf0b7\tSatu\n\uf0b7\tDua\n• Tiga\n")
    assert text == "- Satu\n- Dua\n- Tiga"


def test_lists_keep_their_numbers_and_what_belongs_to_an_item():
    text = topik("3. tiga\n4. empat\n\n   lanjutan\n   - anak")
    html = shown(text, "html")
    assert '<ol start="3"' in html
    assert "<ul>" in html
    assert html.count("<li>") == 3


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "[teks](javascript:alert)",
        "![gambar](http://contoh/x.png)",
        "`kode`",
        "    kode blok <i>",
        "<http://contoh.go.id>",
        "<div>\n<img src=x>\n</div>",
        "$x$ @sitiran ^a^ :::",
    ],
)
def test_whatever_is_no_prose_is_text(text):
    html = shown(topik(text), "html")
    for tag in ("<script", "<b", "<a ", "<img", "<code", "<pre", "<div", "<i>", "math", "cite"):
        assert tag not in html


def test_a_shortcode_is_an_unknown_name():
    with pytest.raises(LaporanError, match=r"baris 3: \{< env HOME >\} tidak dikenal"):
        topik("{{< env HOME >}}")


def test_the_address_of_a_link_is_not_lost():
    assert shown(topik("lihat [laman](https://contoh.go.id)")) == (
        "lihat laman (https://contoh.go.id)"
    )
    assert shown(topik("<https://contoh.go.id>")) == "https://contoh.go.id"


@given(st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=15)
def test_any_text_is_read_and_comes_out_without_markup(text):
    notes = parse_catatan(f"# Keluhan\n\nx {text}", UKURAN)
    html = shown(notes.get("Keluhan").text, "html")
    assert "<script" not in html
    assert "<a " not in html
    assert "<img" not in html


def test_no_file_is_no_notes(tmp_path):
    assert read_catatan(tmp_path, UKURAN).bagian == {}


def test_a_file_that_is_not_utf_8_is_refused(tmp_path):
    (tmp_path / "catatan.md").write_bytes("# Keluhan\n\né".encode("latin-1"))
    with pytest.raises(LaporanError, match=r"catatan\.md tidak tersimpan sebagai UTF-8"):
        read_catatan(tmp_path, UKURAN)


def test_a_byte_order_mark_is_no_part_of_the_first_heading(tmp_path):
    text = "\n\n".join(f"# {name}\n\nisi" for name in BAGIAN)
    (tmp_path / "catatan.md").write_text(text, "utf-8-sig")
    assert list(read_catatan(tmp_path, UKURAN).bagian) == list(BAGIAN)
