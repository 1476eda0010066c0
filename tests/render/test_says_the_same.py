"""The three formats of a report say what its document says: texts, alternatives, tables, keys."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pypandoc
import pytest

from laporan.prove.said.said import MARKDOWN
from laporan.prove.same.paper import read_paper
from laporan.render.document import Document
from laporan.render.quarto import find_quarto, render_quarto

NEEDS_QUARTO = [
    pytest.mark.quarto,
    pytest.mark.skipif(find_quarto() is None, reason="quarto tidak ada di PATH"),
]
# Said to the speaker alone; links to data are a page's.
ELSEWHERE = ("Hanyauntukpembicara", "Unduhdata")


@pytest.fixture(scope="module", params=["pandoc", pytest.param("quarto", marks=NEEDS_QUARTO)])
def made(
    request: pytest.FixtureRequest, document: Document, rendered: Path,
    once: Callable[[str, Callable[[Path], object]], Path],
) -> Path:  # fmt: skip
    """The three files, by either engine."""
    if request.param == "pandoc":
        return rendered
    formats = ["html", "pdf", "slide"]
    return once("hasil-quarto", lambda folder: render_quarto(document, formats, folder))


def dense(text: str) -> str:
    """Give a text without what a line's end changes."""
    return re.sub(r"[\W_]+", "", text)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from nodes(each)


@pytest.fixture(scope="module")
def tree(document: Document) -> Any:
    return json.loads(pypandoc.convert_text(document.markdown, "json", format=MARKDOWN))["blocks"]


@pytest.fixture(scope="module")
def tables(tree: Any) -> list[lxml.html.HtmlElement]:
    """The tables as the cells gave them."""
    raw = [node["c"][1] for node in nodes(tree) if node.get("t") == "RawBlock"]
    return [lxml.html.fromstring(each).xpath("//table")[0] for each in raw if "<table" in each]


@pytest.fixture(scope="module")
def texts(tree: Any) -> list[str]:
    """Each paragraph, heading and item, word by word."""
    blocks = [node for node in nodes(tree) if node.get("t") in ("Para", "Plain", "Header")]
    words = [[each["c"] for each in nodes(block) if each.get("t") == "Str"] for block in blocks]
    found = [dense("".join(each)) for each in words]
    return [text for text in found if text and text not in ELSEWHERE]


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_a_page_says_all_of_it(made: Path, texts: list[str], name: str) -> None:
    body = lxml.html.document_fromstring((made / name).read_text("utf-8")).find("body")
    said = dense(str(body.text_content()))
    assert len(texts) > 50
    assert [text for text in texts if text not in said] == []


def test_the_paper_says_all_of_it(made: Path, texts: list[str]) -> None:
    paper = read_paper((made / "laporan.pdf").read_bytes())
    assert paper is not None
    # What goes over a page's end has the foot and the head of the pages between its halves.
    said = {dense(page.text) for page in paper.pages}
    whole = "".join(dense(page.text) for page in paper.pages)
    missing = [text for text in texts if len(text) < 200 and text not in whole]
    assert [text for text in missing if not any(text[:20] in page for page in said)] == []
    long = [text for text in texts if len(text) >= 200]
    assert [text for text in long if text[:60] not in whole or text[-30:] not in whole] == []


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_tables_keep_their_cells(
    made: Path, tables: list[lxml.html.HtmlElement], name: str
) -> None:
    root = lxml.html.document_fromstring((made / name).read_text("utf-8"))
    found = [rows_of(table) for table in root.iter("table")]
    assert len(tables) > 2
    assert [rows_of(table) for table in tables if rows_of(table) not in found] == []


def rows_of(table: lxml.html.HtmlElement) -> list[list[str]]:
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]
    return [row for row in rows if row]


def test_every_format_describes_the_pictures(made: Path, tree: Any) -> None:
    images = [node["c"] for node in nodes(tree) if node.get("t") == "Image"]
    wanted = {dict(attributes[2]).get("fig-alt", "") for attributes, *_ in images} - {""}
    assert len(wanted) == 2
    paper = read_paper((made / "laporan.pdf").read_bytes())
    assert paper is not None
    assert wanted <= {alt for page in paper.pages for alt in page.alts}
    for name in ("laporan.html", "slide.html"):
        root = lxml.html.document_fromstring((made / name).read_text("utf-8"))
        assert wanted <= {*root.xpath("//img/@alt"), *root.xpath("//@aria-label")}


@pytest.mark.parametrize("name", ["laporan.html", "slide.html"])
def test_figures_keep_their_keys(made: Path, tree: Any, name: str) -> None:
    spans = [node["c"][0] for node in nodes(tree) if node.get("t") == "Span"]
    pairs = [dict(attributes) for _, _, attributes in spans]
    wanted = Counter(pair["kunci"] for pair in pairs if "kunci" in pair) + Counter(
        pair["data-kunci"] for pair in pairs if "data-kunci" in pair
    )
    root = lxml.html.document_fromstring((made / name).read_text("utf-8"))
    assert wanted.total() > 5
    assert wanted <= Counter(root.xpath("//span/@data-kunci"))
