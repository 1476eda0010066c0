"""Slides in Chromium: nothing overflows, all can be read, reached by keyboard, and printed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import foto
import pypdf
import pytest
from akses import violations
from huruf import smallest_letter
from lxml import html
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MONTHS = ["juli", "bulan_jarang", "bulan_padat"]
# The lowest edge and the smallest text of the present slide; what is not painted does not count.
MEASURE = """() => {
  const slide = Reveal.getCurrentSlide();
  let bottom = 0, right = 0, smallest = 99;
  for (const element of slide.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (!box.height || element.closest('.notes')) continue;
    bottom = Math.max(bottom, box.bottom, box.top + element.scrollHeight);
    right = Math.max(right, box.right);
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (own) smallest = Math.min(smallest, parseFloat(getComputedStyle(element).fontSize));
  }
  const hidden = [...slide.querySelectorAll('*')].filter(
    element => getComputedStyle(element).overflow.match(/hidden|clip/) && element.tagName != 'IMG'
  );
  return [slide.textContent.trim().slice(0, 60), bottom, right, smallest, hidden.length];
}"""

PICTURES = """() => [...Reveal.getCurrentSlide().querySelectorAll('figure img')].map(image => [
  image.alt, image.src,
  Math.min(image.clientWidth, image.clientHeight * image.naturalWidth / image.naturalHeight),
])"""


def assert_all_fit(browser: Browser, path: Path) -> int:
    page = foto.open_slides(browser, path)
    total = 0
    for _ in foto.each_slide(page):
        text, bottom, right, smallest, hidden = page.evaluate(MEASURE)
        assert bottom <= 720, (text, bottom)
        assert right <= 1280, (text, right)
        assert smallest >= 14, (text, smallest)
        assert hidden == 0, text
        total += 1
    page.close()
    return total


@pytest.mark.parametrize("month", MONTHS)
def test_every_slide_of_a_month_fits(
    browser: Browser, month: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(month)
    assert assert_all_fit(browser, folder / "slide.html") > 32


def test_every_slide_of_all_constructs_fits(browser: Browser, rendered: Path) -> None:
    assert assert_all_fit(browser, rendered / "slide.html") > 15


def test_a_slide_that_overflows_is_seen(browser: Browser, rendered: Path, tmp_path: Path) -> None:
    text = (rendered / "slide.html").read_text("utf-8")
    broken = tmp_path / "slide.html"
    broken.write_text(
        text.replace("</style>", ".reveal p { font-size: 60px; }</style>", 1), "utf-8"
    )
    with pytest.raises(AssertionError):
        assert_all_fit(browser, broken)


@pytest.mark.parametrize("month", MONTHS)
def test_letters_in_charts_are_large_enough(
    browser: Browser, month: str, request: pytest.FixtureRequest
) -> None:
    page = foto.open_slides(browser, request.getfixturevalue(month) / "slide.html")
    pictures = [picture for _ in foto.each_slide(page) for picture in page.evaluate(PICTURES)]
    page.close()
    assert len(pictures) > 5
    for alt, source, width in pictures:
        assert smallest_letter(source, width) >= 14, alt


@pytest.mark.parametrize("month", MONTHS)
def test_slides_end_with_the_last_word(month: str, request: pytest.FixtureRequest) -> None:
    root = html.parse(request.getfixturevalue(month) / "slide.html")
    for slide in root.xpath("//section[h2]"):
        shown = [child for child in slide if child.tag != "h2" and child.get("class") != "kaki"]
        assert any(child.tag != "aside" for child in shown), slide.xpath("string(h2)")
        assert not slide.xpath("*[last()][self::h3]"), slide.xpath("string(h2)")


def test_synthetic_data_are_named_on_every_slide(juli: Path) -> None:
    root = html.parse(juli / "slide.html")
    slides = root.xpath("//section[contains(@class, 'slide') or @id='title-slide']")
    assert len(slides) > 32
    assert all("Data contoh" in slide.xpath("string(*[@class='kaki'])") for slide in slides)


def test_definitions_are_for_the_speaker(juli: Path) -> None:
    root = html.parse(juli / "slide.html")
    notes = " ".join(root.xpath("//aside/descendant::text()"))
    assert "Jam layanan adalah" in notes
    shown = root.xpath("//section//p[not(ancestor::aside)][contains(., 'Jam layanan adalah')]")
    assert shown == []


def test_slides_print_one_a_page(browser: Browser, juli: Path) -> None:
    page = foto.open_slides(browser, juli / "slide.html")
    total = page.evaluate("Reveal.getTotalSlides()")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(printed.pages) == total
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in printed.pages}
    assert sizes == {(960, 540)}  # 1280 by 720, in points
    texts = [re.sub(r"\s+", " ", p.extract_text()) for p in printed.pages]
    assert "Ringkasan" in texts[1]
    assert "Mutu data" in texts[-1]


def test_axe_finds_nothing_on_any_slide(browser: Browser, juli: Path) -> None:
    page = foto.open_slides(browser, juli / "slide.html")
    # In print all slides are shown at once.
    page.emulate_media(media="print")
    assert violations(page) == ""
    page.close()


def test_slides_obey_the_keyboard(browser: Browser, rendered: Path) -> None:
    page = foto.open_slides(browser, rendered / "slide.html")
    for key in ("ArrowRight", "Space", "PageDown"):
        page.keyboard.press(key)
    assert page.evaluate("Reveal.getIndices().h") == 3
    page.keyboard.press("Home")
    assert page.evaluate("Reveal.getIndices().h") == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") in ("A", "BUTTON")
    page.close()


def test_nothing_moves_between_slides(rendered: Path) -> None:
    text = (rendered / "slide.html").read_text("utf-8")
    assert 'transition: "none"' in text
