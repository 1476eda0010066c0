"""A page against the one that must be there: elements, attributes, texts, pictures, data."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import zip_longest
from urllib.parse import quote, unquote_to_bytes

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from laporan.prove.same.difference import (
    Difference,
    apart,
    cut_apart,
    sentence_at,
    squeezed,
    steps,
)
from laporan.prove.same.differing_rows import differing_rows
from laporan.prove.same.page_place import CONTAINERS, block_of, caption_of, place_of, text_of

# Attributes that are read aloud or shown, and what they are.
SPOKEN = {
    "alt": "teks alternatif",
    "aria-label": "teks alternatif",
    "title": "keterangan",
    "data-ket": "keterangan",
}
SOURCES = ("src", "data-src", "href", "{http://www.w3.org/1999/xlink}href", "srcset", "data")
# What holds code, not sentences.
_CODE = ("style", "script")
_WHOLE = 160  # characters; a block so short is told whole


def differing_page(file: str, found: bytes, expected: bytes) -> list[Difference]:
    """Compare two pages, element by element."""
    here, there = parse_page(found), parse_page(expected)
    comparison = _Comparison(file, _pictures(there), _sources(expected))
    comparison.compare(here, there)
    return list(comparison.differences.values())


@lru_cache(maxsize=8)
def parse_page(content: bytes) -> HtmlElement:
    """Read a page as browsers do, whatever is wrong with it."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    return lxml.html.document_fromstring(content or b"<html></html>", parser=parser)


@lru_cache(maxsize=4)
def _sources(_: bytes) -> dict[HtmlElement, bytes]:
    """Give a place to keep the sources of an expected page's elements: it is compared often."""
    return {}


def decode_data(address: str) -> bytes | None:
    """Give what an address holds itself; None where it leads elsewhere."""
    if not address.startswith("data:"):
        return None
    head, _, body = address.partition(",")
    content = unquote_to_bytes(body)
    if not head.endswith(";base64"):
        return content
    try:
        return base64.b64decode(content)
    except binascii.Error:
        return content


def _pictures(root: HtmlElement) -> Mapping[str, str]:
    """Give the caption, or else the alternative text, of each picture by its content."""
    return {
        address: caption_of(image) or image.get("aria-label", image.get("alt", ""))
        for image in root.iter("img", "svg")
        for address in (image.get("src"), image.get("data-src"), _drawing(image))
        if address
    }


class _Comparison:
    """Walks two trees at once, and keeps one difference for each block and kind of thing."""

    def __init__(
        self, file: str, pictures: Mapping[str, str], sources: dict[HtmlElement, bytes]
    ) -> None:
        self.file = file
        self.pictures = pictures
        self.sources = sources
        self.differences: dict[object, Difference] = {}

    def compare(self, here: HtmlElement, there: HtmlElement) -> None:
        """Compare two elements that stand for each other."""
        if here.tag != there.tag:
            self.lacks(there)
            self.has(here)
            return
        self.attributes(here, there)
        new, old = _drawing(here), _drawing(there)
        if new and old:  # told as one, however many lines it has
            if new != old:
                self.picture(here, there, new, old)
            return
        if (here.text or "") != (there.text or ""):
            self.text(here, there)
        self.children(here, there)

    def children(self, here: HtmlElement, there: HtmlElement) -> None:
        new, old = list(here), list(there)
        for equal, i, j in steps([*map(self.kept, old)], [*map(_source, new)]):
            for ours, theirs in _paired(new[j], old[i]):
                if ours is not None and theirs is not None:
                    if not equal:
                        self.compare(ours, theirs)
                    self.tail(ours, ours.tail, theirs.tail, here, there)
                elif ours is not None:
                    self.has(ours)
                    self.tail(ours, ours.tail, "", here, there)
                elif theirs is not None:
                    self.lacks(theirs)
                    self.tail(theirs, "", theirs.tail, here, there)

    def kept(self, element: HtmlElement) -> bytes:
        if element not in self.sources:
            self.sources[element] = _source(element)
        return self.sources[element]

    def tail(
        self, before: HtmlElement, new: str | None, old: str | None, here: HtmlElement,
        there: HtmlElement,
    ) -> None:  # fmt: skip
        """Tell what stands behind an element that must not, or the other way round."""
        found, expected = squeezed(new or ""), squeezed(old or "")
        if here.tag in CONTAINERS:  # a text without a block of its own
            if found != expected:
                self.add((before, "tail"), before, found, expected, text_of(before))
        elif new != old:
            self.text(here, there)

    def text(self, here: HtmlElement, there: HtmlElement) -> None:
        """Tell that two blocks say something else."""
        ours, theirs = block_of(here), block_of(there)
        raw = ours.tag in _CODE
        new, old = (ours.text or "", theirs.text or "") if raw else (text_of(ours), text_of(theirs))
        if new == old:  # no words differ; spaces are told where nothing else is
            return
        if raw:
            self.add(theirs, here, *cut_apart(new, old), cut_apart(new, old)[0])
        elif max(len(new), len(old)) <= _WHOLE:
            self.add(theirs, here, new, old, new)
        else:
            at = apart(new, old)
            self.add(theirs, here, sentence_at(new, at), sentence_at(old, at), new)

    def has(self, element: HtmlElement) -> None:
        """Tell of an element too much."""
        self.add(element, element, _told(element), "", _context(element))

    def lacks(self, element: HtmlElement) -> None:
        """Tell of an element that is missing."""
        self.add(element, element, "", _told(element), _context(element))

    def attributes(self, here: HtmlElement, there: HtmlElement) -> None:
        for name in dict.fromkeys([*there.attrib, *here.attrib]):
            new, old = here.get(name), there.get(name)
            if new == old:
                continue
            data = decode_data(old or "")
            if name in SOURCES and here.tag in ("img", "source"):
                self.picture(here, there, new or "", old or "")
            elif name in SOURCES and data is not None and b"," in data:
                self.rows(here, new or "", data)
            else:
                kind = SPOKEN.get(str(name), f"atribut {name}")
                found, expected = new or "", old or ""
                if max(len(found), len(expected)) > 200:
                    found, expected = cut_apart(found, expected)
                key = (there, name)
                context = text_of(block_of(here)) or caption_of(here)
                self.add(
                    key, here, _named(name, found, new), _named(name, expected, old), context, kind
                )

    def picture(self, here: HtmlElement, there: HtmlElement, new: str, old: str) -> None:
        """Tell which picture stands where another must."""
        caption = caption_of(there) or there.get("aria-label", there.get("alt", ""))
        other = self.pictures.get(new)
        found = f"gambar milik “{other}”" if other is not None else _drawn(new)
        self.add(
            (there, "src"), here, found, f"gambar yang digambar dari data: {_drawn(old)}", caption
        )

    def rows(self, here: HtmlElement, new: str, expected: bytes) -> None:
        """Tell what the data that can be taken from a page say otherwise."""
        found = decode_data(new)
        text, wanted = (
            (found or b"").decode("utf-8", "replace"),
            expected.decode("utf-8", "replace"),
        )
        where = f"{place_of(here)}, data “{text_of(here)}”, "
        told = list(differing_rows(self.file, text, wanted, where)) if found else []
        for at, each in enumerate(told):
            self.differences.setdefault((here, at), each)
        if not told:
            self.add(
                (here, "data"), here, *cut_apart(new, wanted), text_of(here), "data yang diunduh"
            )

    def add(
        self, key: object, element: HtmlElement, found: str, expected: str, context: str,
        kind: str = "",
    ) -> None:  # fmt: skip
        place = place_of(element)
        place = f"{place}, {kind}" if kind else place
        told = Difference(self.file, place, squeezed(found), squeezed(expected), squeezed(context))
        self.differences.setdefault(key, told)


def _named(name: str | bytes, shown: str, value: str | None) -> str:
    """Give an attribute's value; of one that is there and empty, its name."""
    return shown or ("" if value is None else f"{name!s}=")


def _drawing(element: HtmlElement) -> str:
    """Give what is drawn within the page itself as an address; nothing where it has words."""
    if element.tag != "svg" or text_of(element):
        return ""
    drawn = b"".join(map(_source, element)).decode()
    return f"data:image/svg+xml;,{quote(drawn)}"


def _source(element: HtmlElement) -> bytes:
    return etree.tostring(element, with_tail=False, encoding="utf-8")


def _paired(
    new: list[HtmlElement], old: list[HtmlElement]
) -> Iterator[tuple[HtmlElement | None, HtmlElement | None]]:
    """Pair elements that stand for each other: the same tag and name, in order."""
    if len(new) == len(old):
        yield from zip(new, old, strict=True)
        return
    signs = [
        [(each.tag, each.get("id"), each.get("class")) for each in side] for side in (old, new)
    ]
    for _, i, j in steps(*signs):
        yield from zip_longest(new[j], old[i])


def _told(element: HtmlElement) -> str:
    """Give what an element says; where it says nothing, its source."""
    if not isinstance(element.tag, str):
        return f"komentar: {text_of(element)}"
    hidden = element.get("hidden") is not None or "display" in element.get("style", "")
    text = text_of(element)
    if text and element.tag not in _CODE:
        told = [text, element.get("href", ""), "tersembunyi" if hidden else ""]
        return ", ".join(part for part in told if part)
    return etree.tostring(element, with_tail=False, encoding="unicode")[:200]


def _context(element: HtmlElement) -> str:
    parent = element.getparent()
    return "" if parent is None else text_of(block_of(parent))[:200]


def _drawn(address: str) -> str:
    content = decode_data(address)
    if content is None:
        return f"alamat {address[:80]!r}" if address else "tidak ada gambar"
    if not content.strip():
        return "gambar kosong"
    kind = address.partition(";")[0].removeprefix("data:")
    return f"{kind} {len(content)} bita, sidik {binascii.crc32(content):08x}"
