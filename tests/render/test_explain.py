"""What a figure of the page says of itself."""

from __future__ import annotations

from html import unescape
from pathlib import Path

from laporan.measure import read_ukuran
from laporan.measure.telepon import COUNTS
from laporan.render.explain import FIGURE, explain, explain_page, load_definitions

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


def test_the_text_is_escaped_and_reachable_by_keyboard() -> None:
    key = "2023-07,situs.halaman,halaman,%22%3C"
    page = f'<head></head><span class="angka" data-kunci="{key}">5</span>'
    shown = explain_page(page, INPUTS)
    match = FIGURE.search(shown)
    assert match is not None
    assert 'tabindex="0"' in match[0]
    assert '"<' in unescape(match[3])
    assert "<style>" in shown


def test_every_figure_of_the_finished_page_says_what_it_is(juli: Path) -> None:
    page = (juli / "laporan.html").read_text("utf-8")
    assert len(page.encode()) < 3_000_000
    silent = {match[1] for match in FIGURE.finditer(page) if not match[3]}
    assert silent == set()
    assert len(list(FIGURE.finditer(page))) > 200


def test_definitions_are_of_figures_that_exist(juli: Path) -> None:
    known = set(read_ukuran(juli / "ukuran.csv")["indikator"])
    # What only the extra sources give, which the sample does not have.
    known |= {f"telepon.{name}" for name in (*COUNTS, "dijawab_bagian", "kecepatan_jawab")}
    known |= {f"video_conference.{name}" for name in ("berlaporan", "peserta", "durasi")}
    assert set(load_definitions()) <= known
