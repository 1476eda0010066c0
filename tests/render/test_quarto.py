"""Quarto's files beside the embedded engine's: the same sections, figures, tables and words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from lxml import html

from laporan.render.document import Document
from laporan.render.quarto import find_quarto, render_quarto

pytestmark = [
    pytest.mark.quarto,
    pytest.mark.skipif(find_quarto() is None, reason="quarto tidak ada di PATH"),
]
LOOKED_AT = {
    "headings": "//h1 | //h2 | //h3",
    "captions": "//figcaption | //caption",
    "rows": "//tr",
    "paragraphs": "//main//p | //section//p",
    "items": "//main//li | //section//li",
}


@pytest.fixture(scope="module")
def by_quarto(document: Document, once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    formats = ["html", "pdf", "slide"]
    return once("hasil-quarto", lambda folder: render_quarto(document, formats, folder))


def contents(path: Path) -> dict[str, list[str]]:
    root = html.fromstring(path.read_text("utf-8"))
    found = {
        kind: [" ".join(node.text_content().split()) for node in root.xpath(where)]
        for kind, where in LOOKED_AT.items()
    }
    return {kind: [text for text in texts if text] for kind, texts in found.items()} | {
        "alts": root.xpath("//figure//img/@alt"),
        "lang": root.xpath("/html/@lang"),
    }


def words(path: Path) -> str:
    pages = pypdf.PdfReader(path).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_pages_have_the_same_contents(by_quarto: Path, rendered: Path, name: str) -> None:
    assert contents(by_quarto / name) == contents(rendered / name)


def test_the_pdf_has_the_same_words(by_quarto: Path, rendered: Path) -> None:
    assert words(by_quarto / "laporan.pdf") == words(rendered / "laporan.pdf")


def test_the_pdf_is_tagged(by_quarto: Path) -> None:
    reader = pypdf.PdfReader(by_quarto / "laporan.pdf")
    assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert reader.metadata.title == "Laporan Uji"


def test_pages_ask_nothing_of_a_network(by_quarto: Path) -> None:
    for name in ("laporan.html", "slide.html"):
        root = html.fromstring((by_quarto / name).read_text("utf-8"))
        sources = root.xpath("//@src") + root.xpath("//link/@href")
        assert [source[:60] for source in sources if not source.startswith("data:")] == []
