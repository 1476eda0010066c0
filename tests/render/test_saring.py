"""The filter of the page: its figures are those of ukuran.csv, by keyboard, and none too small."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Browser, Page
from rentang import span

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.settings import load_settings
from laporan.measure import Ukuran, read_ukuran

pytestmark = pytest.mark.browser

LEAST = load_settings()["data_pribadi"]["kelompok_terkecil"]
GROUPS = ["kanal", "topik", "provinsi", "jam"]
TOLD = ".saring [role=status]:not(.kabar)"


def rows_of(folder: Path) -> pd.DataFrame:
    root = lxml.html.document_fromstring((folder / "laporan.html").read_text("utf-8"))
    (link,) = root.xpath("//*[contains(@class, 'saring')]//a[@download]")
    text = unquote(link.get("href").partition(",")[2]).removeprefix("\ufeff")
    return pd.DataFrame(csv.DictReader(io.StringIO(text))).astype({"tiket": int})


def choose(page: Page, place: int, typed: str) -> None:
    """Choose an option of a field as one does with keys alone: Tab to it, and type its name."""
    page.locator(".saring a, .saring select").first.evaluate("each => each.focus()")
    for _ in range(place):
        page.keyboard.press("Tab")
    page.keyboard.type(typed)
    page.keyboard.press("Tab")


@pytest.mark.parametrize(
    ("typed", "indikator", "dimensi", "kategori"),
    [
        ({0: "Email"}, "tiket.jumlah", "kanal", "Email"),
        ({0: "Telepon", 1: "DAU"}, "tiket.topik", "kanal:Telepon", "DAU"),
        (
            {0: "WhatsApp", 2: "Prov. Jawa Tengah"},
            "tiket.provinsi", "kanal:WhatsApp", "Prov. Jawa Tengah",
        ),
    ],
)  # fmt: skip
def test_the_keyboard_alone_gives_the_figures(
    browser: Browser, juli: Path, typed: dict[int, str], indikator: str, dimensi: str, kategori: str
) -> None:
    ukuran = Ukuran(read_ukuran(juli / "ukuran.csv"), Bulan(2023, 7))
    page = browser.new_page()
    page.goto((juli / "laporan.html").as_uri())
    for place, name in typed.items():
        choose(page, place, name)
    told = page.locator(TOLD).inner_text()
    figure = ukuran.angka(indikator, dimensi, kategori)
    assert figure is not None
    assert told.startswith(f"{', '.join(typed.values())}: {angka(figure.nilai)} tiket.")
    page.close()


def test_its_parts_add_up_and_its_table_is_searched(browser: Browser, juli: Path) -> None:
    page = browser.new_page()
    page.goto((juli / "laporan.html").as_uri())
    page.locator(".saring select").first.select_option("Email")
    page.locator(".saring select").last.select_option("provinsi")
    cells = page.locator(".saring tbody td:nth-child(2)").all_inner_texts()
    assert sum(int(cell.replace(".", "")) for cell in cells) == 107
    assert page.locator(".saring tbody tr").last.inner_text().startswith("Yang tidak ditampilkan")
    page.locator(".saring select").first.select_option("WhatsApp")
    page.locator(".saring input").fill("jawa")
    shown = page.locator(".saring tbody th:visible").all_inner_texts()
    assert shown
    assert all("Jawa" in name for name in shown)
    page.close()


def test_no_small_pair_can_be_reckoned_in_a_sparse_month(bulan_jarang: Path) -> None:
    rows = rows_of(bulan_jarang)
    one = rows[rows[GROUPS].ne("").sum(axis=1).eq(1)]
    sums = {group: one[one[group].ne("")].set_index(group)["tiket"] for group in GROUPS}
    held = 0
    for first, second in (("kanal", "provinsi"), ("kanal", "jam"), ("topik", "jam")):
        pairs = rows[rows[first].ne("") & rows[second].ne("")]
        assert pairs["tiket"].ge(LEAST).all()
        table = pairs.pivot_table(index=first, columns=second, values="tiket", aggfunc="sum")
        table = table.reindex(index=sums[first].index, columns=sums[second].index)
        hidden, shown = table.isna().to_numpy(), table.fillna(0).to_numpy()
        rest = tuple(
            sums[name].to_numpy() - shown.sum(axis=axis) for axis, name in ((1, first), (0, second))
        )
        # Only where both lines have something left can a small one be.
        asked = hidden & (rest[0][:, np.newaxis] > 0) & (rest[1] > 0)
        for cell in map(tuple, np.argwhere(asked).tolist()[:40]):
            low, high = span(rest, hidden, cell)
            line = min(rest[0][cell[0]], rest[1][cell[1]])
            assert high - low > 0.9 or not 0 < low < LEAST or line == low, (first, second, cell)
            held += 1
    assert held > 5


def test_the_page_stands_without_scripts(browser: Browser, juli: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((juli / "laporan.html").as_uri())
    assert page.locator(".saring a[download]").is_visible()
    assert page.locator("main select, main dialog, main figure button").count() == 0
    assert page.locator("main figure svg:visible").count() == page.locator("main figure").count()
    context.close()


def test_a_chart_grows_turns_into_its_table_and_is_copied(browser: Browser, juli: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((juli / "laporan.html").as_uri())
    figure = page.locator("#gambar-kanal")
    figure.get_by_text("Perbesar").click()
    assert page.locator("dialog[open] svg").bounding_box()["width"] > 1000  # type: ignore[index]
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    figure.get_by_text("Lihat sebagai tabel").click()
    assert figure.locator("svg:visible").count() == 0
    assert figure.locator("tbody tr").first.inner_text().split("\t") == [
        "WhatsApp",
        "1.493",
        "87,46",
    ]
    figure.get_by_text("Lihat sebagai grafik").click()
    assert figure.locator("svg:visible").count() == 1
    figure.get_by_text("Salin dengan sumbernya").click()
    figure.get_by_text("Tersalin").wait_for()
    said, month, link = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert said.startswith("Gambar 3. 87,46% tiket masuk lewat WhatsApp. ")
    assert "Sumber: " in said
    assert month.endswith("Juli 2023")
    assert link.endswith("laporan.html#gambar-kanal")
    context.close()
