"""Corrections of exports on an issue's page, and as the reason of a figure that changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bahan import FIRST, JULI, SECOND, THIRD, describe, figures, write_output
from lxml import html

from laporan.dasar.errors import LaporanError
from laporan.publish.issue import Issue, read_issue
from laporan.publish.publishing import add_issue

TIKET = describe("raw/2023-07/tiket.csv", b"tiket")
KOREKSI = describe("raw/2023-07/koreksi.csv", b"koreksi")
REGION = {
    "bulan": "2023-07", "sumber": "tiket", "berkas": "tiket.csv", "lembar": "", "kolom": "Pemda",
    "lama": "Kab. Brebes", "baru": "Kab. <b>Tegal</b>", "alasan": "Salah pilih wilayah.",
    "tanggal": "2023-08-02",
}  # fmt: skip
ROW = {
    **REGION, "sumber": "webinar", "berkas": "webinar.xlsx", "lembar": "Juli", "kolom": "*",
    "lama": "", "baru": "", "alasan": "Baris uji",
}  # fmt: skip
LINES = [*({**REGION, "baris": number} for number in range(2, 14)), {**ROW, "baris": 3}]


def issue(folder: Path, tiket: int, inputs: list, lines: list) -> Issue:
    return read_issue(write_output(folder, JULI, figures(JULI, tiket), inputs, lines), JULI)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with July as it was before it was corrected."""
    add_issue(tmp_path / "_situs", issue(tmp_path / "lama", 1707, [TIKET], []), None, FIRST)
    return tmp_path / "_situs"


def test_a_correction_that_is_gone_demands_a_reason(site: Path, tmp_path: Path) -> None:
    """Not what is new alone changed the figure."""
    add_issue(site, issue(tmp_path / "baru", 1710, [TIKET, KOREKSI], LINES[:1]), None, SECOND)
    with pytest.raises(LaporanError, match="sebutkan sebabnya"):
        add_issue(site, issue(tmp_path / "lagi", 1711, [TIKET, KOREKSI], LINES[1:]), None, THIRD)
    other = [{**LINES[0], "baru": "Kab. Brebes", "alasan": "Salah ralat."}]
    told = add_issue(site, issue(tmp_path / "lain", 1711, [TIKET, KOREKSI], other), None, THIRD)
    assert told.version.alasan == "Koreksi atas ekspor: Salah ralat (1 koreksi)."


def test_other_libraries_demand_a_reason(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "baru"
    issue(folder, 1710, [TIKET, KOREKSI], LINES)
    trace = json.loads((folder / "jejak.json").read_text("utf-8"))
    (folder / "jejak.json").write_text(json.dumps({**trace, "pustaka": {"pandas": "9"}}), "utf-8")
    with pytest.raises(LaporanError, match="sebutkan sebabnya"):
        add_issue(site, read_issue(folder, JULI), None, SECOND)


def text(path: Path, way: str) -> str:
    element = html.fromstring(path.read_bytes()).xpath(way)[0]
    return " ".join(element.text_content().split())


def test_new_corrections_are_the_reason_of_the_ralat(site: Path, tmp_path: Path) -> None:
    corrected = issue(tmp_path / "baru", 1710, [TIKET, KOREKSI], LINES)
    outcome = add_issue(site, corrected, None, SECOND)
    reason = "Koreksi atas ekspor: Salah pilih wilayah (12 koreksi); Baris uji (1 koreksi)."
    assert outcome.version.alasan == reason
    page = site / "2023-07" / "v2" / "index.html"
    assert f"Alasan: {reason}" in text(page, "//div[@class='ralat']")
    rows = html.fromstring(page.read_bytes()).xpath(
        "//section[@aria-labelledby='koreksi']//tbody/tr"
    )
    told = [[" ".join(" ".join(cell.itertext()).split()) for cell in row] for row in rows]
    assert len(told) == 13
    assert told[0] == [
        "Tiket konsultasi (Deskpro) 2023-07/tiket.csv, baris 2", "Pemda", "Kab. Brebes",
        "Kab. <b>Tegal</b>", "Salah pilih wilayah.", "2 Agustus 2023",
    ]  # fmt: skip
    assert told[-1][:4] == [
        "Webinar 2023-07/webinar.xlsx, lembar Juli, baris 3", "seluruh baris", "–",
        "dikeluarkan",
    ]  # fmt: skip
    first = html.fromstring((site / "2023-07" / "v1" / "index.html").read_bytes())
    assert first.xpath("//section[@aria-labelledby='koreksi']") == []


def test_a_reason_that_is_given_goes_before(site: Path, tmp_path: Path) -> None:
    corrected = issue(tmp_path / "baru", 1710, [TIKET, KOREKSI], LINES)
    assert add_issue(site, corrected, "Wilayah dibetulkan.", SECOND).version.alasan == (
        "Wilayah dibetulkan."
    )


@pytest.mark.parametrize(
    ("inputs", "lines"),
    [([describe("raw/2023-07/tiket.csv", b"lain"), KOREKSI], LINES), ([TIKET], [])],
    ids=["another export, too", "no correction"],
)
def test_what_else_may_have_changed_a_figure_demands_a_reason(
    site: Path, tmp_path: Path, inputs: list, lines: list
) -> None:
    with pytest.raises(LaporanError, match="sebutkan sebabnya"):
        add_issue(site, issue(tmp_path / "baru", 1710, inputs, lines), None, SECOND)
