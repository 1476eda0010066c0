"""What is said is proven by what it carries: invented sentences are found wherever they stand."""

import ast
import random
import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from kalimat import invented
from prosa import CLAIMS as WRITTEN_CLAIMS
from prosa import INNOCENT as PLAIN_PROSE
from prosa import LEANING

import laporan
from laporan.dasar.arah import find_arah
from laporan.dasar.bilangan import find_bilangan, plainly
from laporan.dasar.bulan import Bulan
from laporan.measure import Angka
from laporan.prove.said.basis import Basis
from laporan.prove.said.proof import forms_of, prove_said
from laporan.prove.said.said import Said, Spoken, read_tree
from laporan.show import Gerak, jumlah, puncak, selisih, sentence
from laporan.show.download import download
from laporan.show.keyed import plain_alt

JUNI, JULI = (
    Angka(f"2023-{month}", "tiket.jumlah", "", "", value, "tiket")
    for month, value in (("06", 1315.0), ("07", 1707.0))
)
KEYED = ("puncak", "written")  # write words with the keys of their figures
UBAH = Angka("2023-07", "tiket.perubahan_bulanan", "", "", 29.8099, "persen")
DAU, DBH = (
    Angka("2023-07", "tiket.topik", "topik", name, value, "tiket")
    for name, value in (("DAU", 210.0), ("DBH", 130.0))
)
BASIS = Basis(
    Bulan(2023, 7),
    {figure.token: figure for figure in (JUNI, JULI, UBAH, DAU, DBH)},
    {"baris,2023-07,webinar.xlsx,2": (frozenset({"6 Juli 2023", "Kenaikan 3 Tarif"}),)},
    frozenset({"tiket-1.csv, baris 93: kosong."}),
    frozenset({"Kab. Lima Puluh Kota", "Data Gaji Ke-13"}),
)


def prove(markdown: str, **sources: str) -> Said:
    code = {int(name.removeprefix("sel")): source for name, source in sources.items()}
    return prove_said(Spoken(read_tree(f"<!-- sel 3 -->\n\n{markdown}"), code), BASIS)


def wrong(markdown: str, **sources: str) -> list[str]:
    return [each.text for each in prove(markdown, **sources).unproven]


def test_the_sentence_of_a_markdown_cell_is_found_with_cell_sentence_and_nearest_figure():
    said = prove("Kata pengantar. Ada 1.234 tiket penting, naik 56%.")
    assert [(each.cell, each.text) for each in said.unproven] == [
        (3, "1.234"), (3, "naik"), (3, "56%"),
    ]  # fmt: skip
    first = said.unproven[0]
    assert first.sentence == "Ada 1.234 tiket penting, naik 56%."
    assert first.nearest == "{tiket.jumlah} = 1.315" or "tiket.jumlah" in first.nearest
    assert "sel ke-3" in str(first)
    assert Said.from_record(said.record) == said


def test_a_sentence_typed_into_a_template_is_found():
    text = sentence("Jumlah tiket {tiket} naik 48,5% dari 17.", tiket=JULI).text
    assert wrong(text, sel3="s.sentence_tiket(lap)") == ["naik", "48,5%", "17"]


def test_two_hundred_invented_sentences_are_found():
    missed = []
    for each in invented(200, seed=11):
        found = {plainly(text)[0].lower() for text in wrong(each.markdown)}
        for claim in each.claims:
            plain = plainly(claim)[0].lower()
            if not any(plain in text or text in plain for text in found):
                missed.append((claim, each.markdown))
    assert not missed


def test_what_carries_its_key_is_proven_and_a_changed_digit_is_not():
    good = sentence(
        "Tiket {way} {ubah:+} dari {juni} menjadi {juli}, selisih {beda}, bersama {semua}; "
        "{most} {dau}.",
        way=Gerak.between(JUNI, JULI), ubah=UBAH, juni=JUNI, juli=JULI, beda=selisih(JUNI, JULI),
        semua=jumlah([DAU, DBH]), most=puncak("terbanyak", DAU), dau=DAU,
    ).text  # fmt: skip
    assert prove(good) == Said(8, 0, ())
    for old, new in (
        ("[1.707]", "[1.708]"), ("29,81", "29,18"), ("[naik]", "[turun]"), ("[392]", "[391]"),
        ("[340]", "[341]"), ("terbanyak", "tersedikit"), ("[1.315]", "[1.315]0"),
        ("tiket.jumlah,,", "tiket.jumlahh,,"),
    ):  # fmt: skip
        assert old in good
        assert prove(good.replace(old, new)).unproven, new


def test_places_names_rows_and_sources_prove():
    assert not wrong("Per 31 Juli 2023 (Pasal 5 UU Nomor 27 Tahun 2022, tahun 2023, triwulan II).")
    assert not wrong("Salah satu dari Kab. Lima Puluh Kota; Data Gaji Ke-13.")
    assert not wrong('[552]{sumber="Kepmendagri 300.2.2-2138/2025"} daerah')
    assert wrong('[552]{sumber=" "} daerah') == ["552"]
    origin = "baris,2023-07,webinar.xlsx,{}"
    row = f'<table><tbody><tr data-asal="{origin}"><td>{{}}</td></tr></tbody></table>'
    assert not wrong("```{=html}\n" + row.format(2, "Kenaikan 3 Tarif") + "\n```")
    assert wrong("```{=html}\n" + row.format(2, "Kenaikan 4 Tarif") + "\n```") == ["Kenaikan", "4"]
    assert wrong("```{=html}\n" + row.format(3, "Kenaikan 3 Tarif") + "\n```")


def test_an_alternative_text_carries_its_keys():
    alt, keys = plain_alt(sentence("Batang: DAU {dau} ({way}).", dau=DAU, way=Gerak.of(UBAH)))
    picture = '![](a.svg){{fig-alt="{}" bukti-alt="{}"}}'
    assert not wrong(picture.format(alt, keys))
    assert wrong(picture.format(alt.replace("210", "120"), keys)) == ["120"]


def test_what_an_own_cell_reckons_is_counted_apart_and_what_it_types_is_not_proven():
    assert prove("    412", sel3="len(tiket[tiket.topik == 'DAU'])") == Said(0, 1, ())
    assert wrong("    ada 1.234 tiket, naik", sel3="print('ada 1.234 tiket, naik')") == [
        "1.234", "naik",
    ]  # fmt: skip
    assert wrong("    1234", sel3="print(1234)") == ["1234"]
    assert wrong("    61 naik", sel3="print(60 + 1, 'na' + 'ik')") == ["61", "naik"]
    assert wrong("    412", sel3="s.sentence_tiket(lap)") == ["412"]


def test_an_own_figure_is_counted_apart():
    own = Angka("2023-07", "analis.dau_per_hari", "", "", 6.5, "tiket per hari")
    basis = replace(BASIS, figures={**BASIS.figures, own.token: own})

    def prove_cell(markdown: str) -> Said:
        return prove_said(Spoken(read_tree(f"<!-- sel 9 -->\n\n{markdown}"), {}), basis)

    assert prove_cell(f"Ada {own:1} DAU.") == Said(0, 1, ())
    assert prove_cell(f"Ada {own:1}0 DAU.").unproven
    assert prove_cell("Ada 6,5 DAU.").unproven


@pytest.mark.parametrize(
    "markdown",
    [
        '[x](a.html "naik 56%")',
        '![x](a.png "naik 56%")',
        '![x](a.png){fig-alt="naik 56%"}',
        "1234. tiket",
        "[naik 56% @a]",
        "Ya.[^a]\n\n[^a]: Naik 56%.",
        "Tiket\n: naik 56%",
        "| a |\n|---|\n| b |\n\n: Naik 56%",
        '<ol start="1234"><li>tiket</li></ol>',
        '<input value="1234">',
        '<input placeholder="naik 56%">',
        '<progress value="1234"></progress>',
        '<abbr title="naik 56%">t</abbr>',
        '<iframe srcdoc="naik 56%"></iframe>',
        '<style>p::after { content: "naik 56%" }</style>',
        "<p style=\"content: 'naik 56%'\">x</p>",
        "<svg><text>1234 tiket</text></svg>",
        "<table><caption>naik 56%</caption><tr><td>x</td></tr></table>",
        '<table><tr><td><img src="a.png" alt="naik 56%"></td></tr></table>',
        "```{=typst}\nnaik 56%\n```",
    ],
)
def test_no_place_is_left_out(markdown: str):
    assert wrong(markdown)


def _templates(path: Path) -> list[tuple[int, str]]:
    """Give the texts that a section's module can print: neither docstrings nor keyed words."""
    tree = ast.parse(path.read_text("utf-8"))
    apart: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            apart |= {id(each.value) for each in node.body[:1] if isinstance(each, ast.Expr)}
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in KEYED or name.endswith("Error"):
                apart |= {id(inner) for each in node.args for inner in ast.walk(each)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in apart and " " in node.value
    ]


def _claims(text: str) -> list[str]:
    """Give the numbers and directions of a template, outside of its holes."""
    plain = re.sub(r"\{[^{}]*\}|<[^<>]*>|^\w+: ", "□", plainly(text)[0])
    spans = [*find_bilangan(plain), *((a, b) for a, b, _ in find_arah(plain.lower()))]
    return [plain[start:end] for start, end in spans]


def test_templates_of_sections_hold_neither_numbers_nor_directions():
    sections = Path(laporan.__file__).parent / "sections"
    found = [
        f"{path.name}:{line}: {_claims(text)} in {text!r}"
        for path in sorted(sections.rglob("*.py"))
        for line, text in _templates(path)
        if _claims(text)
    ]
    assert not found


@pytest.mark.parametrize("planted", ["naik 48,5% dari {x}", "dua ratus tiket {x}", "{x} anjlok"])
def test_a_planted_template_would_be_seen(planted, tmp_path):
    module = tmp_path / "palsu.py"
    module.write_text(f'def sentence_palsu(lap):\n    return sentence("{planted}", x=lap)\n')
    assert [claim for _, text in _templates(module) for claim in _claims(text)]


def test_random_numbers_are_never_proven_by_figures_that_happen_to_be_equal():
    draw = random.Random(3)
    for figure in draw.sample([JUNI, JULI, DAU, DBH], 4):
        assert wrong(f"Ada {figure.text()} tiket.") == [figure.text()]


@pytest.mark.parametrize(
    ("markdown", "what"),
    [
        ("<script>document.write('na' + 'ik')</script>", "<script>"),
        ("<div><script src='x.js'></script></div>", "<script>"),
        ('<object data="data:text/html,naik"></object>', "<object>"),
        ('<embed src="a.svg">', "<embed>"),
        ('<iframe src="a.html"></iframe>', "<iframe>"),
        ('Ada <iframe srcdoc="x"></iframe> di sini.', "<iframe>"),
        ("<svg><script>alert(1)</script></svg>", "<script>"),
        ("<p onmouseover=\"this.textContent = 'na'\">t</p>", "onmouseover=…"),
        ('<a href="data:text/html,x">unduh</a>', "data:…"),
        ("[unduh](javascript:alert(1))", "javascript:…"),
        ("<table><tr><td><script>1</script></td></tr></table>", "<script>"),
        ("<img src='data:image/svg+xml,%3Csvg%3E'>", "data:…"),
        ("![foto](data:image/svg+xml;base64,PHN2Zz4=)", "data:…"),
        ("<p style='background: url(data:image/svg+xml,x)'>t</p>", "data:…"),
    ],
)
def test_what_brings_text_that_can_not_be_read_is_told_in_a_markdown_cell(markdown, what):
    assert what in wrong(markdown)
    # A cell's output brings what the cell has reckoned.
    assert what not in wrong(markdown, sel3="alt.Chart(tiket)")


def test_what_brings_text_may_name_its_source_and_pictures_bring_none():
    assert wrong('<iframe src="a.html" sumber="BPS"></iframe>') == []
    assert wrong('::: {sumber="BPS"}\n<script>x()</script>\n:::') == []
    assert wrong("![foto](a.png) <img src='data:image/png;base64,x'> [situs](https://a.id)") == []


# As an analyst writes: nothing of it says a figure.
INNOCENT = """
Rapat kedua membahas penyaluran DAU. | Pertama, data dikumpulkan; kedua, data diperiksa.
Kegiatan ini untuk meningkatkan kapasitas aparatur daerah. | Kedua belah pihak sepakat.
Bimbingan teknis dilaksanakan dalam rangka peningkatan kualitas laporan keuangan daerah.
Mohon memperhatikan batas waktu penyampaian laporan. | Pemda tetap dapat bertanya lewat email.
Pegawai tetap dan kontrak mengikuti pelatihan. | Upaya penguatan tata kelola terus dilakukan.
Jatuh tempo penyampaian dokumen mengikuti peraturan. | Tim turun langsung ke daerah.
Perlu memperluas sosialisasi di wilayah timur. | Peningkatan kompetensi agen menjadi perhatian.
Layanan pada minggu ketiga ditutup sementara.
Usulan ini disampaikan demi memudahkan pemda. | Tingkat kepuasan dibahas di bagian lain.
Banyak pemda menanyakan hal yang sama. | Pembagian tugas diatur oleh kepala subdirektorat.
Agar dapat menambahkan kanal, pengaturan diubah. | Rincian menurut topik ada di bawah.
Turunan peraturan itu sedang disusun. | Dana alokasi khusus fisik disalurkan bertahap.
""".replace("\n", " | ").split(" | ")
CLAIMS = """
Tiket naik. | Permintaan meningkat. | Jumlahnya berkurang separuh. | Tiket menurun tajam.
Kenaikan terjadi di WhatsApp. | Ada peningkatan tiket. | Penurunan terlihat pada telepon.
Tiket bertambah dua kali lipat. | Ada dua ratus keluhan. | Tiket melonjak. | Separuh tiket spam.
Kanal terbanyak ialah WhatsApp. | Urutan pertama ditempati DAU. | Tiga pemda mengeluh.
Dua keluhan masuk. | Kedua keluhan diteruskan. | Lima puluh persen selesai. | Jumlahnya tetap.
Peningkatan layanan sebesar itu nyata. | Tiket lebih banyak dari bulan lalu. | Email paling sedikit.
Keluhan anjlok. | Jumlah pengunjung tumbuh pesat. | Tiket yang kedua ratus masuk. | Tidak berubah.
Upaya itu menaikkan jumlah tiket. | Layanan mengurangi keluhan. | Sepertiga tiket dari Papua.
""".replace("\n", " | ").split(" | ")


@pytest.mark.parametrize("sentence", [each for each in INNOCENT if each.strip()])
def test_plain_prose_is_no_claim(sentence):
    assert wrong(sentence) == []


@pytest.mark.parametrize("sentence", [each for each in CLAIMS if each.strip()])
def test_what_says_a_figure_is_a_claim(sentence):
    assert wrong(sentence) != []


def test_of_a_hundred_sentences_hardly_one_is_taken_for_a_claim_and_no_claim_for_prose():
    alarms = [text for text in PLAIN_PROSE.strip().splitlines() if wrong(text)]
    assert len(alarms) <= 1, alarms
    claims = [*WRITTEN_CLAIMS.strip().splitlines(), *LEANING.strip().splitlines()]
    assert [text for text in claims if not wrong(text)] == []


def test_the_name_of_a_span_is_no_figure_of_something_else():
    band = Angka("2023-07", "tiket.belum_selesai_umur", "umur", "1–3 hari", 6.0, "tiket")
    basis = replace(
        BASIS, figures={**BASIS.figures, band.token: band}, names=BASIS.names | {band.kategori}
    )

    def unproven(markdown: str) -> list[str]:
        said = prove_said(Spoken(read_tree(f"<!-- sel 3 -->\n\n{markdown}"), {}), basis)
        return [each.text for each in said.unproven]

    assert unproven("Tiket dijawab dalam 1–3 hari.") == ["1", "3"]
    assert unproven(f"Berumur 1–3 hari: {band} tiket.") == []
    assert unproven("| umur |\n|---|\n| 1–3 hari |") == []


CHART = "s.chart_topik(lap)"


def test_what_a_chart_draws_is_held_against_the_keys_of_its_data():
    data = pd.DataFrame({"topik": ["DAU", "DBH", "PDRD"], "tiket": [210, 130, 0]})
    other = DAU._replace(kategori="PDRD").token
    keys = {"tiket": [DAU.token, DBH.token, other]}
    assert prove(download(data, "a.csv", keys), sel3=CHART) == Said(3, 0, ())
    drawn = data.assign(tiket=[130, 210, 0])
    found = prove(download(drawn, "a.csv", keys), sel3=CHART).unproven
    assert [(each.place, each.text) for each in found] == [
        ("data grafik", "130"), ("data grafik", "210"),
    ]  # fmt: skip
    assert found[0].reason == "tidak sama dengan {tiket.topik[topik=DAU]} = 210"
    assert wrong(download(data.assign(tiket=[210, 130, 5]), "a.csv", keys), sel3=CHART) == ["5"]
    assert wrong(download(data.assign(lain=7), "a.csv", keys), sel3=CHART) == ["7", "7", "7"]
    elsewhere = {"tiket": [DAU.token, DBH.token, "2023-07,entah,topik,PDRD"]}
    assert wrong(download(data, "a.csv", elsewhere), sel3=CHART) == ["0"]


def test_a_mark_of_several_figures_is_their_sum():
    both = {"tiket": [f"{DAU.token}+{DBH.token}"]}
    for count, unproven in ((340, []), (339, ["339"])):
        data = pd.DataFrame({"topik": ["Topik lain"], "tiket": [count]})
        assert wrong(download(data, "a.csv", both), sel3=CHART) == unproven


def test_only_points_that_are_to_add_up_may_be_rounded_away_from_the_nearest() -> None:
    point = Angka("2023-07", "sumbangan.perubahan", "topik", "DAU", 5.3992, "poin persen")
    share = Angka("2023-07", "eskalasi.selisih", "", "", 5.3992, "poin persen")
    told = {"5,399", "5,40", "5,4", "5"}
    assert forms_of(point, minus=False) == told | {"5,39"}
    assert forms_of(share, minus=False) == told
