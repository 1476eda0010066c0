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
# The lowest edge and the smallest text of the present slide; what is not painted does not count,
# nor does the foot, which begins where the slide's number does.
MEASURE = """() => {
  const slide = Reveal.getCurrentSlide();
  let bottom = 0, right = 0, smallest = 99;
  for (const element of slide.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (!box.height || element.closest('.notes, .kaki')) continue;
    bottom = Math.max(bottom, box.bottom, box.top + element.scrollHeight);
    right = Math.max(right, box.right);
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (own) smallest = Math.min(smallest, parseFloat(getComputedStyle(element).fontSize));
  }
  const hidden = [...slide.querySelectorAll('*')].filter(
    element => getComputedStyle(element).overflow.match(/hidden|clip/) && element.tagName != 'IMG'
  );
  const foot = document.querySelector('.slide-number').getBoundingClientRect().top;
  return [slide.textContent.trim().slice(0, 60), bottom, foot, right, smallest, hidden.length];
}"""

PICTURES = """() => [...Reveal.getCurrentSlide().querySelectorAll('figure img')].map(image => [
  image.alt, image.src,
  Math.min(image.clientWidth, image.clientHeight * image.naturalWidth / image.naturalHeight),
])"""


PARTS = "//section//*[self::p or self::li or self::td or self::th or self::figcaption or self::h3]"


def laid_out(browser: Browser, path: Path) -> html.HtmlElement:
    """Give the slides as the browser has laid them out."""
    page = foto.open_slides(browser, path)
    root = html.fromstring(page.content())
    page.close()
    return root


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in root.xpath(path)]


def said(root: html.HtmlElement) -> str:
    """Give all that slides say, without what they repeat, and without spaces."""
    again = "//aside | //thead | //*[contains(@class, 'catatan') or @class='kaki']"
    for node in root.xpath(again):
        node.drop_tree()
    own = [node for node in root.xpath(PARTS) if not node.xpath("ancestor::li | ancestor::td")]
    return "".join("".join(node.text_content().split()) for node in own)


def assert_all_fit(browser: Browser, path: Path) -> int:
    page = foto.open_slides(browser, path)
    total = 0
    for _ in foto.each_slide(page):
        text, bottom, foot, right, smallest, hidden = page.evaluate(MEASURE)
        assert bottom <= foot <= 720, (text, bottom)
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
        text.replace("</style>", ".reveal.ready p { font-size: 60px; }</style>", 1), "utf-8"
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
def test_slides_end_with_the_last_word(
    browser: Browser, month: str, request: pytest.FixtureRequest
) -> None:
    """None is without contents, or ends with a heading; and all of them say what the file says."""
    path = request.getfixturevalue(month) / "slide.html"
    root = laid_out(browser, path)
    for slide in root.xpath("//section[h2]"):
        shown = [child for child in slide if child.tag not in ("h2", "aside", "div")]
        boxes = slide.xpath("div[not(contains(@class, 'kaki'))]")
        assert shown or boxes, slide.xpath("string(h2)")
        assert not slide.xpath("*[not(self::aside or @class='kaki')][last()][self::h3]")
    assert said(root) == said(html.fromstring(path.read_text("utf-8")))


def test_synthetic_data_are_named_on_every_slide(browser: Browser, juli: Path) -> None:
    slides = laid_out(browser, juli / "slide.html").xpath("//section")
    assert len(slides) > 32
    assert all("Data contoh" in slide.xpath("string(*[@class='kaki'])") for slide in slides)


def test_definitions_are_for_the_speaker(browser: Browser, juli: Path) -> None:
    root = laid_out(browser, juli / "slide.html")
    notes = " ".join(root.xpath("//aside/descendant::text()"))
    assert "Jam layanan adalah" in notes
    shown = root.xpath("//section//p[not(ancestor::aside)][contains(., 'Jam layanan adalah')]")
    assert shown == []


def test_remarks_leave_the_slide_to_what_is_shown(browser: Browser, rendered: Path) -> None:
    """What is all that a section has is shown."""
    root = laid_out(browser, rendered / "slide.html")
    notes = texts(root, "//aside[@class='notes']")
    assert notes == ["Tentang cara menghitung. Hanya untuk pembicara."]
    long = root.xpath("//section[h2[starts-with(., 'Catatan panjang')]]/div[@class='catatan']")
    assert len(long) > 1


def test_a_section_goes_on_without_loss(browser: Browser, rendered: Path) -> None:
    root, page = laid_out(browser, rendered / "slide.html"), html.parse(rendered / "laporan.html")
    # A row higher than a slide goes on in another, with its first cell again.
    for column in (2, 3):
        cells = [" ".join(texts(one, f"//tbody/tr/*[{column}]")) for one in (root, page)]
        assert cells[0].split() == cells[1].split()
    assert " ".join(texts(root, "//li")).split() == " ".join(texts(page, "//main//li")).split()
    section = "//section[h2[starts-with(., 'Evaluasi')]]"
    prose = " ".join(texts(root, f"{section}/p"))
    assert prose == " ".join(texts(page, "//section[@id='evaluasi']/p"))
    assert len(root.xpath(f"{section}/ul/li")) == 30
    titles = texts(root, "//section/h2")
    assert [title for title in titles if "(lanjutan)" not in title] == texts(
        html.parse(rendered / "slide.html"), "//section/h2"
    )


def test_a_long_table_goes_on_with_its_header(browser: Browser, rendered: Path) -> None:
    slides = laid_out(browser, rendered / "slide.html").xpath("//section[.//table]")
    long = [slide for slide in slides if "Publikasi" in slide.xpath("string(h2)")]
    assert len(long) > 2
    for slide in long:
        assert texts(slide, ".//thead//th") == ["Tanggal", "Judul", "Jumlah"]
        assert len(slide.xpath(".//tbody/tr")) >= 3
    assert all("(lanjutan)" in slide.xpath("string(.//caption)") for slide in long[1:])


def test_the_window_does_not_change_the_slides(browser: Browser, juli: Path) -> None:
    found = []
    for width, height in ((1280, 720), (800, 600), (1920, 1080)):
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto((juli / "slide.html").as_uri())
        page.wait_for_function("Reveal.isReady()")
        found.append(texts(html.fromstring(page.content()), "//section"))
        page.close()
    assert found[0] == found[1] == found[2]


def test_slides_print_one_a_page(browser: Browser, juli: Path) -> None:
    page = foto.open_slides(browser, juli / "slide.html")
    total = page.evaluate("Reveal.getTotalSlides()")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    page.close()
    assert len(printed.pages) == total
    sizes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in printed.pages}
    assert sizes == {(960, 540)}  # 1280 by 720, in points
    texts = [re.sub(r"\s+", " ", p.extract_text()) for p in printed.pages]
    assert "Yang perlu diketahui" in texts[1]
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
