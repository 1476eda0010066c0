"""Raw HTML of a report, as the passages that it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import lxml.html

from laporan.prove.said.passage import CARRIED, SPOKEN, Passage, Run, Speaker

# Besides, what a browser shows of an attribute.
_SHOWN = (*SPOKEN, "value", "placeholder", "start", "label", "srcdoc")
_ADDRESSES = ("href", "xlink:href", "src", "srcset", "poster", "background")
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]*)""", re.IGNORECASE)
_CSS_TEXT = re.compile(r"""content\s*:\s*("[^"]*"|'[^']*')""")
# What brings text to a page that does not stand in the document.
_BRINGS_TEXT = {
    "script": "skrip", "object": "objek", "embed": "objek", "iframe": "bingkai", "frame": "bingkai",
}  # fmt: skip


@dataclass(frozen=True)
class HtmlReader(Speaker):
    """Reads what a cell has of HTML."""

    def read(self, text: str, place: str) -> Iterator[Passage]:
        """Read HTML as it stands in the document, a whole or a part."""
        if not text.strip():
            return
        for root in lxml.html.fragments_fromstring(text):
            if isinstance(root, str):
                yield self.passage(place, root)
            else:
                yield from self._element(root, place)

    def _element(self, root: Any, place: str) -> Iterator[Passage]:
        """Read raw HTML: a passage for each stretch of text, a table's cell as a whole."""
        for table in [root] if root.tag == "table" else []:
            yield from self._html_table(table, place)
            return
        if not isinstance(root.tag, str):
            return
        yield from self._html_attributes(root, place)
        if root.tag in _BRINGS_TEXT:
            carried = self._html_passage(root, place, f"<{root.tag}>")
            yield replace(carried, unread=_BRINGS_TEXT[root.tag])
        if root.tag == "style":
            yield from self._css(root.text or "")
        elif root.tag != "script":
            yield self._html_passage(root, place, root.text or "")
            for child in root:
                yield from self._element(child, place)
                yield self.passage(place, child.tail or "")

    def _css(self, text: str) -> Iterator[Passage]:
        for match in _CSS_TEXT.finditer(text):
            yield self.passage("teks dalam CSS", match[1][1:-1])
        for match in _CSS_ADDRESS.finditer(text):
            yield from self.address(match[1], "CSS")

    def _html_table(self, table: Any, place: str) -> Iterator[Passage]:
        for caption in table.iterchildren("caption"):
            yield from self._element(caption, f"keterangan {place}")
        columns: dict[int, list[str]] = {}
        number = 0
        for row in table.iter("tr"):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            inside = row.getparent().tag == "tbody"
            number += inside
            sums = any("summary" in cell.get("class", "") for cell in cells)
            for position, cell in enumerate(cells):
                text = " ".join(cell.text_content().split())
                for each in cell.iter("*"):
                    yield from self._html_attributes(each, place)
                passage = self._html_passage(cell, f"sel {place}", text)
                yield replace(
                    passage,
                    column=tuple(columns.get(position, ())) if sums else (),
                    row=number if inside and not position else 0,
                )
                if inside and not sums:
                    columns.setdefault(position, []).append(text)

    def _html_passage(self, element: Any, place: str, text: str) -> Passage:
        carried = [
            (CARRIED[name], value)
            for each in (element, *element.iterancestors())
            for name, value in _plain_names(each.attrib)
            if name in CARRIED
        ]
        return self.passage(place, text, [Run(0, len(text), *each) for each in carried])

    def _html_attributes(self, element: Any, place: str) -> Iterator[Passage]:
        for name in _SHOWN:
            if element.get(name):
                yield self.passage(f"{name} {place}", element.get(name))
        for name in _ADDRESSES:
            yield from self.address(element.get(name, ""), place)
        for name in element.attrib:
            if name.startswith("on"):
                yield replace(self.passage(place, f"{name}=…"), unread="skrip")
        yield from self._css(element.get("style", ""))


def _plain_names(attributes: Any) -> Iterator[tuple[str, str]]:
    """Give HTML's attributes by the names that they have in Markdown."""
    for name, value in attributes.items():
        bare = name.removeprefix("data-")
        yield (bare if bare == "sumber" or bare.startswith("bukti-") else name), value
