"""Slides in Chromium: nothing overflows, all can be read, reached by keyboard, and printed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import foto
import pypdf
import pytest
from akses import violations
from dek import Slide, measure_deck
from lxml import html
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

MONTHS = ["juli", "bulan_jarang", "bulan_padat"]
PARTS = "//section//*[self::p or self::li or self::td or self::th or self::figcaption or self::h3]"


def laid_out(browser: Browser, path: Path) -> html.HtmlElement:
    """Give the slides as the browser has laid them out."""
    page = foto.open_slides(browser, path)
    root = html.fromstring(page.content())
    page.close()
    return root


def texts(root: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in root.xpath(path)]


def words(root: html.HtmlElement, path: str) -> list[str]:
    return " ".join(texts(root, path)).split()


def said(root: html.HtmlElement) -> str:
    """Give all that slides say, without what they repeat, and without spaces."""
    again = "//aside | //thead | //*[contains(@class, 'catatan') or @class='kaki' or @class='arah']"
    for node in root.xpath(again):
        node.drop_tree()
    own = [node for node in root.xpath(PARTS) if not node.xpath("ancestor::li | ancestor::td")]
    return "".join("".join(node.text_content().split()) for node in own)


def assert_all_fit(slides: list[Slide]) -> None:
    assert [slide for slide in slides if slide.overflow > 0] == []
    assert [slide for slide in slides if slide.smallest < 18] == []


@pytest.mark.parametrize("month", MONTHS)
def test_the_way_through_a_month_is_short_and_every_slide_fits(
    browser: Browser, month: str, request: pytest.FixtureRequest
) -> None:
    """At most 22 slides, each headed by what it says, with a figure; nothing small, nothing cut."""
    slides = measure_deck(browser, request.getfixturevalue(month) / "slide.html")
    way = [slide.title for slide in slides if slide.main]
    assert 15 < len(way) <= 22
    assert len(slides) > 2 * len(way)
    assert "Isi" in way[1:5]
    headed = [title for title in way[1:] if title != "Isi"]
    assert [title for title in headed if not re.search(r"\d", title) or " " not in title] == []
    assert len(set(headed)) == len(headed)
    assert_all_fit(slides)


def test_every_slide_of_all_constructs_fits(browser: Browser, rendered: Path) -> None:
    slides = measure_deck(browser, rendered / "slide.html")
    assert len(slides) > 15
    assert_all_fit(slides)


@pytest.mark.parametrize("style", ["p { font-size: 60px; }", "li { font-size: 17px; }"])
def test_a_slide_that_overflows_or_whispers_is_seen(
    browser: Browser, rendered: Path, tmp_path: Path, style: str
) -> None:
    text = (rendered / "slide.html").read_text("utf-8")
    broken = tmp_path / "slide.html"
    broken.write_text(text.replace("</style>", f".reveal.ready {style}</style>", 1), "utf-8")
    with pytest.raises(AssertionError):
        assert_all_fit(measure_deck(browser, broken))


def test_short_details_share_a_slide_and_keep_their_names(browser: Browser, juli: Path) -> None:
    page = foto.open_slides(browser, juli / "slide.html")
    root = html.fromstring(page.content())
    together = root.xpath("//section[contains(@class, 'gabungan')]")
    names = [[each.get("id") for each in slide.xpath("h2")[1:]] for slide in together]
    assert ["publikasi", "webinar"] in names
    assert ["facebook"] in names
    for slide, others in zip(together, names, strict=True):
        assert not slide.xpath("h2[contains(., '(lanjutan)')][position() > 1]")
        for name in others:
            page.evaluate("name => { location.hash = '#/' + name }", name)
            page.wait_for_function("id => Reveal.getCurrentSlide().id === id", arg=slide.get("id"))
    page.close()


@pytest.mark.parametrize("month", MONTHS)
def test_slides_end_with_the_last_word(
    browser: Browser, month: str, request: pytest.FixtureRequest
) -> None:
    """None is without contents, or ends with a heading; and all of them say what the file says."""
    path = request.getfixturevalue(month) / "slide.html"
    root = laid_out(browser, path)
    for slide in root.xpath("//section[h1 or h2][not(@id='title-slide')]"):
        shown = slide.xpath("*[not(self::h1 or self::h2 or self::aside)]")
        beside = ("topik", "kaki", "arah")
        assert [one for one in shown if one.get("class") not in beside], slide.get("id")
        assert not slide.xpath("*[not(self::aside or @class='kaki')][last()][self::h3]")
    assert said(root) == said(html.fromstring(path.read_text("utf-8")))


def test_synthetic_data_are_named_on_every_slide(browser: Browser, juli: Path) -> None:
    slides = laid_out(browser, juli / "slide.html").xpath("//section[not(section)]")
    assert len(slides) > 32
    assert all("Data contoh" in slide.xpath("string(*[@class='kaki'])") for slide in slides)


def test_definitions_are_for_the_speaker(browser: Browser, juli: Path) -> None:
    """What a slide counts, of which whole, and what its chart shows in words."""
    root = laid_out(browser, juli / "slide.html")
    notes = " ".join(root.xpath("//aside/descendant::text()"))
    assert "Jam layanan adalah" in notes
    (channels,) = root.xpath("//section[@id='tiket-konsultasi']/aside")
    spoken = " ".join(channels.text_content().split())
    assert "WhatsApp 1.493 (87,46%), Email 107 (6,27%)" in spoken
    assert "Bagian dari tiket. Tiket kelompok itu dibagi seluruh tiket. Keseluruhan: " in spoken
    shown = root.xpath("//section//p[not(ancestor::aside)][contains(., 'Jam layanan adalah')]")
    assert shown == []


def test_remarks_leave_the_slide_to_what_is_shown(browser: Browser, rendered: Path) -> None:
    """What is all that a section has is shown."""
    root = laid_out(browser, rendered / "slide.html")
    notes = texts(root, "//aside[@class='notes']")
    assert [each for each in notes if each.startswith("Tentang cara menghitung.")] == [
        "Tentang cara menghitung. Hanya untuk pembicara."
    ]
    long = root.xpath("//section[h2[starts-with(., 'Catatan panjang')]]/div[@class='catatan']")
    assert len(long) > 1


def test_a_section_goes_on_without_loss(browser: Browser, rendered: Path) -> None:
    root, page = laid_out(browser, rendered / "slide.html"), html.parse(rendered / "laporan.html")
    # A row higher than a slide goes on in another, with its first cell again.
    for column in (2, 3):
        cells = [" ".join(texts(one, f"//tbody/tr/*[{column}]")) for one in (root, page)]
        assert cells[0].split() == cells[1].split()
    items = "//li[not(ancestor::section[@id='isi-slide'] or ancestor::aside)]"
    assert sorted(words(root, items)) == sorted(words(page, "//main//li"))
    section = "//section[h2[starts-with(., 'Evaluasi')]]"
    prose = " ".join(texts(root, f"{section}/p[not(@class='arah')]"))
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
    # In print all slides are shown at once: also to those who listen, for this once.
    page.emulate_media(media="print")
    page.evaluate("""() => {
      for (const slide of document.querySelectorAll('.slides section')) {
        slide.removeAttribute('aria-hidden');
        slide.hidden = false;
      }
    }""")
    assert violations(page) == ""
    page.close()


WHERE = "document.querySelector('.slides section section.present').id"


def follow(page: Page, name: str) -> None:
    """Tab to a link of the present slide, and press Enter."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()").startswith(name):
            page.keyboard.press("Enter")
            page.wait_for_timeout(50)
            return
    raise AssertionError(f"no key leads to {name}")


def test_slides_obey_the_keyboard(browser: Browser, juli: Path) -> None:
    """Right, space and page down go along the way, down to details; links lead there and back."""
    page = foto.open_slides(browser, juli / "slide.html")
    for key in ("ArrowRight", "Space", "PageDown"):
        page.keyboard.press(key)
    assert page.evaluate("Reveal.getIndices().h") == 3
    assert page.evaluate(WHERE) == "isi-slide"
    follow(page, "Tiket konsultasi")
    assert page.evaluate(WHERE) == "tiket-konsultasi"
    follow(page, "↓")
    assert page.evaluate("Reveal.getIndices().v") == 1
    page.keyboard.press("ArrowDown")
    assert page.evaluate("Reveal.getIndices().v") == 2
    follow(page, "↑ Kembali")
    assert page.evaluate(WHERE) == "tiket-konsultasi"
    page.keyboard.press("Home")
    assert page.evaluate("Reveal.getIndices().h") == 0
    page.close()


def test_every_topic_is_in_the_overview_and_every_detail_leads_back(
    browser: Browser, juli: Path
) -> None:
    root = laid_out(browser, juli / "slide.html")
    way = root.xpath("//section[h1][not(@id='title-slide' or @id='isi-slide')]")
    linked = root.xpath("//section[@id='isi-slide']//a/@href")
    assert linked == [f"#/{slide.get('id')}" for slide in way]
    for stack in root.xpath("//section[section]"):
        first, *details = stack
        assert [f"#/{each.get('id')}" for each in details[:1]] == first.xpath("p/a/@href")
        for detail in details:
            assert detail.xpath("p[@class='arah']/a/@href") == [f"#/{first.get('id')}"]


def test_slides_are_light_by_night(browser: Browser, rendered: Path) -> None:
    """As their charts are; on the page both go dark."""
    grounds = {}
    for scheme in ("light", "dark"):
        page = foto.open_slides(browser, rendered / "slide.html", color_scheme=scheme)
        grounds[scheme] = page.evaluate(
            "getComputedStyle(document.querySelector('.reveal-viewport')).backgroundColor"
        )
        page.close()
    assert grounds["dark"] == grounds["light"]


def test_nothing_moves_between_slides(rendered: Path) -> None:
    text = (rendered / "slide.html").read_text("utf-8")
    assert 'transition: "none"' in text
