"""What a figure of the page says of itself."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from laporan.measure import INDIKATOR, read_ukuran
from laporan.measure.sources.telepon import COUNTS
from laporan.render.explain import EXPLAINED, explain, explain_page

INPUTS = [
    {"berkas": "raw/2023-06/tiket-1.csv", "sumber": "tiket", "diambil": 1315},
    {"berkas": "raw/2023-07/tiket-1.csv", "sumber": "tiket", "diambil": 1010},
    {"berkas": "raw/2023-07/tiket-2.csv", "sumber": "tiket", "diambil": 697},
]


def test_a_figure_names_definition_whole_files_and_rows() -> None:
    text = explain("2023-07,tiket.bagian,kanal,Live%20Chat", INPUTS)
    assert text == (
        "Bagian dari tiket: Live Chat, Juli 2023. Tiket kelompok itu dibagi seluruh tiket. "
        "Keseluruhan: seluruh tiket bulan itu. "
        "Sumber: tiket-1.csv dan tiket-2.csv Juli 2023, 1.707 baris."
    )


def test_a_base_names_the_files_of_its_own_month() -> None:
    assert explain("2023-07,tiket.jumlah_bulan_lalu,,", INPUTS).endswith(
        "Sumber: tiket-1.csv Juni 2023, 1.315 baris."
    )
    assert explain("2023-07,tiket.jumlah_tahun_lalu,,", INPUTS).endswith(
        "Sumber: riwayat.csv, Juli 2022."
    )


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("baris,2023-07,tatap-muka.xlsx,7", "Baris 7 berkas tatap-muka.xlsx, Juli 2023."),
        ("berkas,2023-07,wa%20blast.csv", "Dirangkum dari berkas wa blast.csv, Juli 2023."),
        ("pengaturan,layanan.media", "Pengaturan laporan: layanan.media."),
        ("aturan,survei", "Ditetapkan untuk sumber Survei kepuasan (Microsoft Forms)."),
        ("2023-07,tidak.ada,,", ""),
        ("sesuatu", ""),
    ],
)
def test_a_listed_row_names_file_and_row_or_setting(token: str, text: str) -> None:
    assert explain(token, INPUTS) == text


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("kanal%3AWhatsApp,DAU", "Tiket menurut topik: DAU, kanal WhatsApp, Juli 2023. "),
        ("potret,2", "Tiket menurut topik: potret 2, Juli 2023. "),
        ("hari_jam,1-10", "Tiket menurut topik: hari ke-1 pukul 10.00, Juli 2023. "),
    ],
)
def test_a_part_is_named_with_what_it_is_a_part_of(part: str, name: str) -> None:
    assert explain(f"2023-07,tiket.topik,{part}", INPUTS).startswith(name)


@pytest.mark.parametrize(
    "tag", ['span class="angka"', 'td class="pendek" style="text-align: right;"']
)
def test_the_text_is_escaped_and_reachable_by_keyboard(tag: str) -> None:
    key = "2023-07,situs.halaman,halaman,%22%3C"
    page = f'<head></head><body><{tag} data-kunci="{key}">5</body>'
    shown = explain_page(page, INPUTS)
    match = EXPLAINED.search(shown)
    assert match is not None
    assert 'tabindex="0"' in match[0]
    assert '"<' in unescape(match["ket"])
    assert "<style>" in shown
    assert "<script>" in shown


def test_what_strangers_wrote_is_no_key() -> None:
    page = '<head></head><body><p>&lt;b data-kunci="2023-07,tiket.jumlah,,"&gt;</p></body>'
    assert explain_page(page, INPUTS).count("data-ket=") == explain_page(
        "<head></head><body></body>", INPUTS
    ).count("data-ket=")


def test_every_figure_of_the_finished_page_says_what_it_is(juli: Path) -> None:
    page = (juli / "laporan.html").read_text("utf-8")
    assert len(page.encode()) < 3_000_000
    found = list(EXPLAINED.finditer(page))
    assert {match["kunci"] for match in found if not match["ket"]} == set()
    tags = Counter(match[1].partition(" ")[0] for match in found)
    assert tags["<span"] > 200
    assert tags["<td"] > 70
    assert tags["<tr"] > 90
    # What is shown on a projector or on paper can't be pointed at.
    assert "data-ket" not in (juli / "slide.html").read_text("utf-8")


def test_every_number_in_a_table_says_where_it_comes_from(juli: Path) -> None:
    """But for sums, of what stands above them or nowhere."""
    root = html.parse(juli / "laporan.html").getroot()
    cells = root.xpath("//main//tbody/tr[not(@data-ket)]/td[not(@data-ket)]")
    silent = [cell for cell in cells if re.search(r"^\d|%", cell.text_content())]
    rows = {cell.getparent() for cell in silent}
    rest = {row for row in rows if row.text_content().split()[:2] == ["Topik", "lain"]}
    assert all("jumlah" in row.get("class", "") for row in rows - rest)


def test_definitions_are_of_figures_that_exist(juli: Path, edisi: Path) -> None:
    known = set(read_ukuran(juli / "ukuran.csv")["indikator"])
    # What only the extra sources give, which the sample does not have.
    known |= {f"telepon.{name}" for name in (*COUNTS, "dijawab_bagian", "kecepatan_jawab")}
    known |= {f"video_conference.{name}" for name in ("berlaporan", "peserta", "durasi")}
    known |= set(read_ukuran(edisi / "ukuran.csv")["indikator"])
    # What can't be told of July is not there for a reason.
    record = json.loads((juli.parents[1] / "data/processed/2023-07/siap.json").read_text("utf-8"))
    known |= {indikator for _, indikator, *_ in record["tiada"]}
    assert set(INDIKATOR) <= known
