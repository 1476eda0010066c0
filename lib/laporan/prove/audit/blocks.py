"""The text of a page, block by block, with the key of each figure that carries one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import unquote

import lxml.html
from lxml.html import HtmlElement

from laporan.prove.audit.claims import NUMBER
from laporan.show.origin import SETTING

Key = tuple[str, str, str, str]

INLINE = {
    *("a", "abbr", "b", "br", "button", "cite", "code", "em", "i", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "time", "u", "wbr"),
}
# What only the page has: links to its data, and its foot.
WEB_CLASS, WEB = "unduh", "tautan atau kaki halaman"
SKIPPED = {"style", "script", "noscript", "svg", "head"}
KINDS = {
    "p": "kalimat",
    "li": "butir",
    "td": "sel",
    "th": "sel judul",
    "caption": "judul tabel",
    "figcaption": "judul gambar",
}
# Attributes that are read aloud or shown, and what they are.
SPOKEN = {"alt": "teks alternatif", "aria-label": "label", "title": "keterangan"}


@dataclass(frozen=True)
class Run:
    """A figure with its key, at a place within the text of its block."""

    start: int
    end: int
    key: Key


@dataclass(frozen=True)
class Block:
    """A piece of text that is read as one.

    Attributes
    ----------
    text
        With single spaces.
    kind
        ``kalimat``, ``sel``, ``teks alternatif``, …
    section
        The heading that it stands under.
    row
        All cells of its row, where it is a cell.
    table
        Counts the tables; 0 outside.
    runs
        The figures that carry a key.
    line
        Which row of its table's body it stands in, from 1; 0 for the head.
    heads, column
        The headings of its table's columns, and which one it stands in, where it is a cell.
    origin
        Where its row comes from, if it is listed.
    settings
        What is taken from the settings; the name of each is the third part of its key.
    mark
        The number of an item of a numbered list, which a page does not hold as text.
    """

    text: str
    kind: str
    section: str
    row: tuple[str, ...] = ()
    table: int = 0
    runs: tuple[Run, ...] = field(default=())
    mark: str = ""
    line: int = 0
    heads: tuple[str, ...] = ()
    column: int = 0
    origin: str = ""
    settings: tuple[Run, ...] = field(default=())

    @property
    def keys(self) -> tuple[str, ...]:
        """What its figures, its settings and its row are said to be."""
        return (self.origin, *(",".join(run.key) for run in (*self.runs, *self.settings)))

    @property
    def head(self) -> str:
        """The heading of its column, where it is a cell."""
        return self.heads[self.column] if self.column < len(self.heads) else ""

    @property
    def place(self) -> str:
        """Where it stands, for people."""
        return f"{self.section or 'halaman judul'}, {self.kind}"


def squeeze(text: str) -> str:
    """Give text with single spaces, without marks that are not seen."""
    return re.sub(r"\s+", " ", _seen(text)).strip()


def read_blocks(page: str) -> list[Block]:
    """Take a page apart, in the order of reading."""
    root = lxml.html.document_fromstring(page)
    title = squeeze(root.findtext(".//title") or "")
    body = root.find("body")
    reader = _Reader()
    if body is not None:
        reader.element(body)
        reader.flush()
    return [Block(title, "judul dokumen", ""), *reader.found]


class _Reader:
    """Gathers inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.pieces: list[tuple[str, Key | None]] = []
        self.kind = "kalimat"
        self.section = ""
        self.row: tuple[str, ...] = ()
        self.origin = ""
        self.table = 0
        self.tables = 0
        self.mark = ""
        self.line = 0
        self.column = 0
        self.head: tuple[str, ...] = ()
        self.web = False

    def element(self, element: HtmlElement) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        for name, kind in SPOKEN.items():
            if element.get(name):
                self.spoken(squeeze(element.get(name, "")), kind)
        if tag in SKIPPED:
            return
        if tag in INLINE:
            key = parse_key(element.get("data-kunci")) or _setting(element.get("data-asal"))
            if tag == "br":
                self.pieces.append((" ", None))
            self.inside(element, key)
            return
        self.flush()
        outer = (self.kind, self.row, self.table, self.web)
        self.web = self.web or tag == "footer" or WEB_CLASS in element.get("class", "").split()
        self.enter(element, tag)
        self.inside(element, _key_of_cell(element))
        self.flush()
        self.kind, self.row, self.table, self.web = outer

    def enter(self, element: HtmlElement, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.kind = "judul"
            if tag == "h2":
                self.section = squeeze(element.text_content())
        elif tag in KINDS:
            self.kind = self.kind if tag == "p" and self.kind == KINDS["li"] else KINDS[tag]
            if tag == "li":
                self.mark = _mark(element)
        elif tag == "table":
            self.tables += 1
            self.table, self.line = self.tables, 0
        elif tag == "tr":
            self.line += any(cell.tag == "td" for cell in element)
            self.row = tuple(squeeze(cell.text_content()) for cell in element)
            self.origin = element.get("data-asal", "")
            if all(cell.tag == "th" for cell in element):
                self.head = self.row
        if tag in ("td", "th"):
            self.column = element.getparent().index(element)

    def inside(self, element: HtmlElement, key: Key | None) -> None:
        if element.text:
            self.pieces.append((element.text, key))
        for child in element:
            self.element(child)
            if child.tail:
                self.pieces.append((child.tail, key))

    def spoken(self, text: str, kind: str) -> None:
        self.found.append(Block(text, kind, self.section, table=self.table))

    def flush(self) -> None:
        text, runs = "", []
        for piece, key in self.pieces:
            clean = re.sub(r"\s+", " ", _seen(piece))
            if text.endswith(" ") or not text:
                clean = clean.lstrip(" ")
            if key is not None and clean:
                runs.append(Run(len(text), len(text) + len(clean), key))
            text += clean
        self.pieces = []
        text = text.rstrip()
        if text:
            self.found.append(
                Block(
                    text,
                    WEB if self.web else self.kind,
                    self.section,
                    self.row,
                    self.table,
                    tuple(run for run in runs if run.key[1] != SETTING),
                    self.mark,
                    self.line if self.row and self.row != self.head else 0,
                    self.head if self.row else (),
                    self.column if self.row else 0,
                    self.origin if self.row else "",
                    tuple(run for run in runs if run.key[1] == SETTING),
                )
            )
            self.mark = ""


def _setting(origin: str | None) -> Key | None:
    kind, _, name = (origin or "").partition(",")
    return ("", SETTING, unquote(name), "") if kind == SETTING else None


def _key_of_cell(element: HtmlElement) -> Key | None:
    """Give the key of a cell that shows a figure, and no word of direction beside it."""
    if element.tag not in ("td", "th") or not NUMBER.fullmatch(squeeze(element.text_content())):
        return None
    return parse_key(element.get("data-kunci"))


def _seen(text: str) -> str:
    """Drop marks that are not seen, and keep the spaces."""
    if text.isprintable():
        return text
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cn", "Co"))


def parse_key(text: str | None) -> Key | None:
    """Read a key as :attr:`laporan.show.Angka.key` writes it; None where it is none."""
    parts = (text or "").split(",")
    if len(parts) != 4:
        return None
    bulan, indikator, dimensi, kategori = map(unquote, parts)
    return bulan, indikator, dimensi, kategori


def _mark(item: HtmlElement) -> str:
    """Give the number of an item of a numbered list: ``2.``."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    first = int(parent.get("start", "1"))
    return f"{first + parent.index(item)}."
