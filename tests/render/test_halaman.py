"""July's page in a real browser: self-contained, sortable, with its data to take along."""

from __future__ import annotations

import csv
import io
import re
from itertools import product
from pathlib import Path
from urllib.parse import unquote

import foto
import lxml.html
import pandas as pd
import pypdf
import pytest
from akses import violations
from huruf import smallest_letter
from playwright.sync_api import Browser, Page

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka, persen, tanggal
from laporan.measure import Ukuran, read_ukuran

pytestmark = pytest.mark.browser

LIMIT = 3_000_000
NUMBER = re.compile(r"\d+(\.\d+)?")
PICTURES = """() => [...document.querySelectorAll('main figure svg')]
  .filter(chart => chart.clientWidth).map(chart => [chart.outerHTML, chart.clientWidth])"""
WIDER = """() => [...document.querySelectorAll('.gulir')]
  .filter(place => place.scrollWidth > place.clientWidth).map(place => place.ariaLabel)"""
SHOWN_AFTER = "getComputedStyle(document.activeElement, '::after').content"


@pytest.fixture(scope="module")
def document(juli: Path) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring((juli / "laporan.html").read_text("utf-8"))


def open_page(browser: Browser, juli: Path, width: int = 1280, **options: str) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto((juli / "laporan.html").as_uri())
    return page


def data_of(element: lxml.html.HtmlElement) -> list[list[str]]:
    """Read the data that a figure's or table's link holds."""
    link = element.xpath(".//a[@download]")[0]
    kind, _, text = link.get("href").partition(",")
    assert kind == "data:text/csv;charset=utf-8"
    return list(csv.reader(io.StringIO(unquote(text).removeprefix("\ufeff"))))


@pytest.fixture(params=["juli", "bulan_jarang", "bulan_padat"])
def folder(request: pytest.FixtureRequest) -> Path:
    """The files of the published month, and of a sparse and a heavy one."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_the_page_is_small_and_asks_for_nothing(browser: Browser, folder: Path) -> None:
    address = folder / "laporan.html"
    assert address.stat().st_size < LIMIT
    context = browser.new_context()
    asked: list[str] = []
    failures: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    # Who is asked must not be waited for.
    context.route(re.compile("^https?:"), lambda route: route.abort())
    page = context.new_page()
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.goto(address.as_uri())
    page.wait_for_load_state("networkidle")
    context.close()
    assert [url for url in asked if not url.startswith("data:")] == [address.as_uri()]
    assert failures == []


def test_axe_finds_nothing(browser: Browser, folder: Path) -> None:
    """On a telephone and on a screen, light and dark."""
    page = open_page(browser, folder)
    for width, scheme in product(foto.WIDTHS, foto.SCHEMES.values()):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == "", (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", foto.WIDTHS)
def test_no_table_of_july_is_wider_than_its_place(browser: Browser, juli: Path, width: int) -> None:
    page = open_page(browser, juli, width)
    wide = page.evaluate(WIDER)
    page.close()
    assert wide == []


def test_in_print_a_table_begins_on_the_page_of_its_caption(
    browser: Browser, juli: Path, document: lxml.html.HtmlElement, tmp_path: Path
) -> None:
    page = open_page(browser, juli)
    page.pdf(path=tmp_path / "cetak.pdf", prefer_css_page_size=True)
    page.close()
    printed = pypdf.PdfReader(tmp_path / "cetak.pdf").pages
    pages = ["".join(sheet.extract_text().split()) for sheet in printed]
    tables = document.xpath("//main//table[caption]")
    assert len(tables) > 10
    for table in tables:
        parts = (table.find("caption"), table.xpath(".//tbody/tr")[0])
        caption, first = ("".join(part.text_content().split()) for part in parts)
        assert any(caption in text and first in text for text in pages), caption


def test_a_figure_of_a_table_says_what_it_is_to_the_pointer(browser: Browser, juli: Path) -> None:
    """The note stays while it is pointed at, and Escape closes it (WCAG 1.4.13)."""
    page = open_page(browser, juli)
    note = page.locator("#keterangan")
    page.locator("#tabel-kanal tbody td").first.hover()
    assert note.inner_text().startswith("Tiket: WhatsApp, Juli 2023. ")
    assert "1.707 baris" in note.inner_text()
    note.hover()
    page.wait_for_timeout(500)
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    page.locator("#tabel-tatap-muka tbody td").nth(4).hover()
    assert re.fullmatch(r"Baris \d+ berkas tatap-muka.xlsx, Juli 2023.", note.inner_text())
    page.close()


def test_a_table_is_one_stop_and_arrow_keys_lead_through_it(browser: Browser, juli: Path) -> None:
    page = open_page(browser, juli, 390)
    note = page.locator("#keterangan")
    stops = page.locator("[data-ket][tabindex='0']")
    assert stops.count() < page.locator("main table").count() + page.locator("h2").count() + 1
    stop = page.locator("#tabel-kanal [data-ket][tabindex='0']")
    assert stop.count() == 1
    stop.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        page.keyboard.press(key)
    focused = page.locator(":focus")
    assert focused.inner_text() == "6,27%"
    assert note.inner_text().startswith("Bagian dari tiket: Email, Juli 2023. ")
    assert focused.get_attribute("aria-describedby") == "keterangan"
    at, over = focused.bounding_box(), note.bounding_box()
    assert at is not None
    assert over is not None
    assert at["y"] + at["height"] <= over["y"] or over["y"] + over["height"] <= at["y"]
    page.keyboard.press("Tab")
    assert page.locator("#tabel-kanal table :focus").count() == 0
    assert not note.is_visible()
    page.keyboard.press("Shift+Tab")
    assert focused.inner_text() == "6,27%"
    page.close()


def test_figures_say_what_they_are_without_scripts(browser: Browser, juli: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((juli / "laporan.html").as_uri())
    cell = page.locator("#tabel-kanal tbody td").first
    cell.focus()
    # No script of the page runs; this one is the test's own.
    client = context.new_cdp_session(page)
    found = client.send("Runtime.evaluate", {"expression": SHOWN_AFTER, "returnByValue": True})
    assert "Tiket: WhatsApp" in found["result"]["value"]
    context.close()


def test_tables_are_sorted_by_keyboard(browser: Browser, juli: Path) -> None:
    page = open_page(browser, juli)
    table = page.locator("#tabel-kanal table")
    header = table.locator("thead th").nth(1)
    header.locator("button").focus()
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "ascending"
    rows = table.locator("tbody tr > :nth-child(2)")
    assert rows.all_inner_texts() == ["4", "26", "77", "107", "1.493", "1.707"]
    page.keyboard.press("Space")
    assert header.get_attribute("aria-sort") == "descending"
    # The row of totals keeps its place.
    assert rows.all_inner_texts() == ["1.493", "107", "77", "26", "4", "1.707"]
    assert "turun" in page.locator("#tabel-kanal [role=status]").inner_text()
    page.close()


def test_dates_are_sorted_as_dates(browser: Browser, juli: Path) -> None:
    page = open_page(browser, juli)
    column = page.locator("#tabel-tatap-muka thead th").nth(1)
    column.locator("button").press("Enter")
    column.locator("button").press("Enter")
    shown = page.locator("#tabel-tatap-muka tbody tr > :nth-child(2)").all_inner_texts()
    days = [int(text.split()[0]) for text in shown if text.endswith("2023")]
    assert days == sorted(days, reverse=True)
    page.close()


def test_long_tables_are_searched(browser: Browser, juli: Path) -> None:
    page = open_page(browser, juli)
    field = page.get_by_label("Cari di tabel ini").first
    field.fill("katalog yang tidak ada")
    assert page.locator("#tabel-publikasi tbody tr:visible").count() == 0
    field.fill("flyer")
    assert page.locator("#tabel-publikasi tbody tr:visible").count() == 1
    assert page.locator("#tabel-publikasi [role=status]").inner_text() == "1 dari 20 baris"
    page.close()


def test_letters_in_charts_are_large_enough_on_a_telephone(browser: Browser, juli: Path) -> None:
    page = open_page(browser, juli, 390)
    pictures = page.evaluate(PICTURES)
    page.close()
    assert len(pictures) > 9
    for source, width in pictures:
        assert smallest_letter(source, width) >= 11


def test_every_chart_says_what_the_picture_says(
    document: lxml.html.HtmlElement, juli: Path
) -> None:
    ukuran = Ukuran(read_ukuran(juli / "ukuran.csv"), Bulan(2023, 7))
    for figure in document.xpath("//main//figure"):
        alts = {chart.get("aria-label") for chart in figure.xpath(".//svg")}
        assert len(alts) == 1
        alt = alts.pop()
        assert len(alt) > 40
        rows = data_of(figure)[1:]
        cells = [float(cell) for row in rows for cell in row[1:] if NUMBER.fullmatch(cell)]
        # Of few marks every one is told, of many the highest; a line across the marks has none.
        marks = [row[-1 if row[1][:2] == "20" else 1] for row in rows]
        few = [float(mark) for mark in marks if mark]
        told = few if len(few) <= 12 and len(cells) < 100 else [max(cells)]
        if figure.get("id") == "gambar-hari-jam":
            # A weekday comes four or five times: what is told are the hours of all service days.
            told = [value for value in ukuran.kategori("tiket.rata_rata", "jam") if value]
            assert len(told) > 12
        for value in told:
            written = "|".join(re.escape(angka(value, places)) for places in range(3))
            assert re.search(rf"(?<![\d.,])(?:{written})(?![\d]|[.,]\d)", alt), (alt, value)


def test_downloads_hold_the_drawn_figures(document: lxml.html.HtmlElement, juli: Path) -> None:
    ukuran = Ukuran(read_ukuran(juli / "ukuran.csv"), Bulan(2023, 7))
    kanal = data_of(document.get_element_by_id("gambar-kanal"))[1:]
    drawn = ukuran.kategori("tiket.jumlah", "kanal")
    assert [(row[0], float(row[1])) for row in kanal] == list(drawn.items())
    provinsi = data_of(document.get_element_by_id("gambar-provinsi"))[1:]
    assert len(provinsi) == 38
    known = ukuran.kategori("tiket.jumlah", "provinsi")
    assert {row[0]: float(row[1]) for row in provinsi if row[1] != "0"} == known.to_dict()
    months = data_of(document.get_element_by_id("gambar-kanal-bulanan"))[1:]
    series = ukuran.deret("tiket.jumlah", "kanal", "WhatsApp")
    assert {month: float(value) for kanal, month, value in months if kanal == "WhatsApp"} == {
        month: value for month, value in series.items() if month.startswith("2023")
    }
    hours = data_of(document.get_element_by_id("gambar-hari-jam"))[1:]
    usual = {
        f"{day}-{hour:02d}": float(cell)
        for day, row in enumerate(hours, start=1)
        for hour, cell in enumerate(row[1:])
    }
    assert usual == ukuran.kategori("tiket.rata_rata", "hari_jam").to_dict()


def test_downloads_of_tables_hold_the_printed_cells(document: lxml.html.HtmlElement) -> None:
    boxes = document.xpath("//main//div[contains(@class, 'tabel') and .//table]")
    assert len(boxes) > 10
    for box in boxes:
        header, *rows = data_of(box)
        printed = [
            [cell.text_content().strip() for cell in row.xpath("./th | ./td")]
            for row in box.xpath(".//tbody/tr[not(contains(@class, 'jumlah'))]")
        ]
        assert header == [cell.text_content() for cell in box.xpath(".//thead//th")]
        assert [[cell.lstrip("'") for cell in row] for row in printed] == [
            [_printed(cell, shown) for cell, shown in zip(row, line, strict=True)]
            for row, line in zip(rows, printed, strict=True)
        ]


def _printed(cell: str, shown: str) -> str:
    """Write a cell of the data as the table prints it."""
    if cell == "":
        return "–"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return tanggal(pd.Timestamp(cell).date())
    if re.fullmatch(r"-?\d+(\.\d+)?", cell) and not re.fullmatch(re.escape(cell), shown):
        places = len(shown.rstrip("%").partition(",")[2])
        return (persen if shown.endswith("%") else angka)(float(cell), places)
    return cell.lstrip("'")


def test_headings_link_to_themselves_and_contents_to_all(document: lxml.html.HtmlElement) -> None:
    sections = [section.get("id") for section in document.xpath("//main/section")]
    assert len(sections) >= 32
    contents = [a.get("href") for a in document.xpath("//nav//a")]
    headings = [a.get("href") for a in document.xpath("//main/section/h2/a")]
    assert contents == headings == [f"#{name}" for name in sections]


def test_tables_have_captions_and_scoped_headers(document: lxml.html.HtmlElement) -> None:
    for table in document.xpath("//main//table"):
        assert table.xpath("./caption")[0].text_content().startswith("Tabel")
        assert {th.get("scope") for th in table.xpath(".//th")} <= {"col", "row", "colgroup"}


def test_synthetic_data_is_told_at_the_head_and_at_the_foot(
    document: lxml.html.HtmlElement,
) -> None:
    notice = "Data contoh (Januari s.d. Juli 2023), bukan data sebenarnya"
    assert notice in document.xpath("//header")[0].text_content()
    assert notice in document.xpath("//footer")[0].text_content()


def test_nothing_moves_for_those_who_asked_for_less(browser: Browser, juli: Path) -> None:
    page = open_page(browser, juli, reduced_motion="reduce")
    style = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 }).length"
    )
    page.close()
    assert (style, moving) == ("auto", 0)
