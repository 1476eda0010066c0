"""What is read, or read out, is Indonesian: no words of the tools that make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import foto
import pypdf
import pypdfium2
import pytest
from lxml import html
from playwright.sync_api import Browser

from laporan.render.reveal import NOTES, WORDS, write_reveal

# Titles of others' publications hold English nouns; these words none of them holds.
MONTHS = "January February March May June July August October December"
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
TOOLS = "Table Tables Figure Figures Contents Search Download Section Source Data Page Pages Next"
TOOLS += " Previous Above Below Back Close Menu Help Sort Sorted Show Hide Note Notes Title Total"
GRAMMAR = "the of and with from by for is are was this that to in on at not none null undefined"
ENGLISH = {*f"{MONTHS} {DAYS} {TOOLS} {GRAMMAR}".lower().split()}
# Indonesian has these, too.
INDONESIAN = {"data", "total", "menu", "note"}
READ_OUT = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription")


def english(texts: Iterator[str]) -> dict[str, str]:
    """Find English words, each with a text that it stands in."""
    return {
        word: text
        for text in texts
        for word in re.findall(r"[a-z]+", text.lower())
        if word in ENGLISH - INDONESIAN
    }


def of_page(text: str) -> Iterator[str]:
    root = html.document_fromstring(text)
    yield from root.xpath("//text()[not(ancestor::script or ancestor::style)]")
    for name in READ_OUT:
        yield from root.xpath(f"//@{name}")


def of_pdf(path: Path) -> Iterator[str]:
    reader = pypdf.PdfReader(path)

    def titles(entries: list) -> Iterator[str]:
        for entry in entries:
            yield from titles(entry) if isinstance(entry, list) else [entry["/Title"]]

    yield from titles(reader.outline)
    with pypdfium2.PdfDocument(path) as document:
        yield from (page.get_textpage().get_text_range() for page in document)
    yield from map(str, (reader.metadata or {}).get("/Title", "").split())


# The heavy month first: July is being made by the process that runs the first half of all tests.
@pytest.mark.parametrize("month", ["bulan_padat", "juli", "bulan_jarang"])
def test_no_english_is_left(month: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(month)
    for name in ("laporan.html", "slide.html"):
        text = (folder / name).read_text("utf-8")
        assert re.search(r'<html lang="id[-"]', text)
        assert english(of_page(text)) == {}, name
    assert english(of_pdf(folder / "laporan.pdf")) == {}


def test_running_slides_speak_indonesian(browser: Browser, rendered: Path) -> None:
    page = foto.open_slides(browser, rendered / "slide.html")
    for key in ("?", "g", "o", "f", "b"):
        page.keyboard.press(key)
    assert english(of_page(page.content())) == {}
    page.close()


def test_the_speaker_is_told_in_indonesian(tmp_path: Path) -> None:
    write_reveal(tmp_path)
    program = (tmp_path / NOTES).read_text("utf-8")
    for before, after in WORDS.items():
        assert after in program, "reveal.js says it otherwise now"
        assert before not in program
