"""The executed report as the passages that it says, each with what its figures carry.

pandoc reads the document; nothing here looks at Markdown itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from laporan.prove.said.charted import KEYS, drawn_numbers
from laporan.prove.said.passage import CARRIED, SPOKEN, Passage, Run, Speaker
from laporan.prove.said.raw_html import HtmlReader
from laporan.prove.said.said import MARKER

# What the theme's filter takes for a displayed formula's name, and shows nowhere.
_FORMULA_NAME = re.compile(r"\{#eq-[A-Za-z0-9_.:-]+\}")
# What a number of a chart's data carries: the key of its figure.
DRAWN = "data"
_ALT_KEYS = "bukti-alt"
# How a block of a cell's code is marked; what code says is no text of the report.
_SOURCE_CODE = "cell-code"

Node = Any  # of pandoc's syntax tree: type ``t`` and content ``c``


def read_passages(tree: str) -> list[Passage]:
    """List what a document says, in which a comment before each cell's text names its number.

    Parameters
    ----------
    tree
        The document, as :func:`laporan.prove.said.said.read_tree` gives it.
    """
    ast = json.loads(tree)
    return [*_Reader(0).meta(ast["meta"]), *_cells(ast["blocks"])]


def _cells(blocks: Iterable[Node]) -> Iterator[Passage]:
    cell = 0
    for block in blocks:
        marker = MARKER.match(block["c"][1].strip()) if block["t"] == "RawBlock" else None
        if marker:
            cell = int(marker[1])
        else:
            yield from _Reader(cell).block(block, "teks")


@dataclass
class _Line:
    """Inlines on their way to a passage."""

    text: str = ""
    runs: tuple[Run, ...] = ()

    def add(self, text: str, runs: Iterable[Run] = ()) -> None:
        at = len(self.text)
        moved = [replace(run, start=run.start + at, end=run.end + at) for run in runs]
        self.text += text
        self.runs = (*self.runs, *moved)


@dataclass(frozen=True)
class _Reader(Speaker):
    """Reads the nodes of one cell."""

    def meta(self, node: Node) -> Iterator[Passage]:
        """Read title and whatever else stands in the document's head."""
        for name, value in node.items():
            yield from self._meta_value(value, f"kepala dokumen, {name}")

    def _meta_value(self, node: Node, place: str) -> Iterator[Passage]:
        content = node["c"]
        match node["t"]:
            case "MetaInlines":
                yield from self.line(content, place)
            case "MetaString":
                yield self.passage(place, str(content))
            case "MetaBlocks":
                yield from self.blocks(content, place)
            case "MetaList":
                for each in content:
                    yield from self._meta_value(each, place)
            case "MetaMap":
                for each in content.values():
                    yield from self._meta_value(each, place)

    def blocks(self, nodes: Iterable[Node], place: str) -> Iterator[Passage]:
        """Read several blocks."""
        for node in nodes:
            yield from self.block(node, place)

    def block(self, node: Node, place: str) -> Iterator[Passage]:
        """Read a block."""
        content: Any = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                yield from self.line(content, place)
            case "Header":
                yield from self._attributes(content[1], "judul")
                yield from self.line(content[2], "judul")
            case "LineBlock":
                for line in content:
                    yield from self.line(line, place)
            case "CodeBlock":
                if _SOURCE_CODE not in content[0][1]:
                    yield self.passage("kode", content[1])
            case "RawBlock":
                yield from self._raw(content[0], content[1], place)
            case "BlockQuote":
                yield from self.blocks(content, place)
            case "BulletList":
                for item in content:
                    yield from self.blocks(item, "daftar")
            case "OrderedList":
                first = content[0][0]
                if first != 1:
                    yield self.passage("nomor daftar", str(first))
                for item in content[1]:
                    yield from self.blocks(item, "daftar")
            case "DefinitionList":
                for term, meanings in content:
                    yield from self.line(term, place)
                    for meaning in meanings:
                        yield from self.blocks(meaning, place)
            case "Div":
                yield from self._attributes(content[0], place)
                inner = replace(self, carried=(*self.carried, *_carried(content[0][2])))
                yield from inner.blocks(content[1], _place_of(content[0], place))
            case "Figure":
                name = _place_of(content[0], place)
                yield from self._attributes(content[0], name)
                yield from self.blocks(content[1][1], f"keterangan {name}")
                yield from self._pictures(content[2], name)
            case "Table":
                yield from self._table(content, place)

    def _pictures(self, nodes: Iterable[Node], place: str) -> Iterator[Passage]:
        """Read what a figure shows; a picture of its own repeats the caption as its text."""
        for node in nodes:
            images = node["c"] if node["t"] in ("Plain", "Para") else []
            if len(images) == 1 and images[0]["t"] == "Image":
                yield from self._attributes(images[0]["c"][0], place)
                yield from self._title(images[0], place)
            else:
                yield from self.block(node, place)

    def _table(self, content: Any, place: str) -> Iterator[Passage]:
        attributes, caption, _, head, bodies, foot = content
        name = _place_of(attributes, place)
        yield from self.blocks(caption[1], f"keterangan {name}")
        rows = [*head[1], *(row for body in bodies for part in body[2:4] for row in part), *foot[1]]
        for _, cells in rows:
            for cell in cells:
                yield from self.blocks(cell[4], f"sel {name}" if name != place else "sel tabel")

    def line(self, nodes: Sequence[Node], place: str) -> Iterator[Passage]:
        """Read a run of inlines, and what hangs on them: footnotes, texts of pictures."""
        line = _Line()
        beside: list[Passage] = []
        self._inlines(nodes, line, beside, place)
        yield self.passage(place, line.text, line.runs)
        yield from beside

    def _inlines(
        self, nodes: Iterable[Node], line: _Line, beside: list[Passage], place: str
    ) -> None:
        for node in _without_formula_names(nodes):
            content: Any = node.get("c")
            match node["t"]:
                case "Str":
                    line.add(content)
                case "Space" | "SoftBreak" | "LineBreak":
                    line.add(" ")
                case "Code" | "Math":
                    line.add(content[1])
                case "RawInline":
                    beside += self._raw(content[0], content[1], place)
                case "Note":
                    beside += self.blocks(content, "catatan kaki")
                case "Quoted":
                    self._inlines(content[1], line, beside, place)
                case "Link" | "Image" | "Span":
                    beside += self._attributes(content[0], place)
                    beside += self._title(node, place)
                    beside += self._drawn(node)
                    start = len(line.text)
                    self._inlines(content[1], line, beside, place)
                    line.runs += tuple(
                        Run(start, len(line.text), kind, value)
                        for kind, value in _carried(content[0][2])
                    )
                case "Cite":  # what follows the name tells where in the source that it names
                    for each in content[0]:
                        self._inlines(each["citationPrefix"], line, beside, place)
                case _ if isinstance(content, list):
                    self._inlines(content, line, beside, place)

    def _attributes(self, attributes: Any, place: str) -> Iterator[Passage]:
        """Read the texts that stand in attributes: what is said to those who don't see."""
        named = dict(attributes[2])
        for name in SPOKEN:
            text = named.get(name, "")
            if text:
                yield self.passage(f"{name} {place}", text, _alt_runs(named.get(_ALT_KEYS, "")))

    def _title(self, node: Node, place: str) -> Iterator[Passage]:
        """Read the title of a link or a picture, which stands beside its address."""
        if node["t"] == "Span":
            return
        address, title = node["c"][2]
        yield from self.address(address, place)
        if title:
            yield self.passage(f"title {place}", title)

    def _drawn(self, node: Node) -> Iterator[Passage]:
        """Read the data of a chart, which its link holds."""
        keys = dict(node["c"][0][2]).get(KEYS)
        if node["t"] == "Link" and keys is not None:
            for number, token in drawn_numbers(node["c"][2][0], keys):
                runs = [Run(0, len(number), DRAWN, token)] if token else []
                yield self.passage("data grafik", number, runs)

    def _raw(self, form: str, text: str, place: str) -> Iterator[Passage]:
        if form.startswith("html"):
            yield from HtmlReader(self.cell, self.carried).read(text, place)
        else:
            yield self.passage(f"{place} ({form})", text)


def _carried(attributes: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(CARRIED[name], value) for name, value in attributes if name in CARRIED]


def _without_formula_names(nodes: Iterable[Node]) -> Iterator[Node]:
    after = False
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if after and kind == "Str" and (name := _FORMULA_NAME.match(content)):
            yield {"t": "Str", "c": content[name.end() :]}
        else:
            yield node
        if kind not in ("Space", "SoftBreak"):
            after = kind == "Math" and content[0]["t"] == "DisplayMath"


def _place_of(attributes: Any, otherwise: str) -> str:
    identifier = attributes[0]
    if identifier.startswith("fig-"):
        return f"gambar #{identifier}"
    return f"tabel #{identifier}" if identifier.startswith("tbl-") else otherwise


def _alt_runs(keys: str) -> list[Run]:
    """Read where in an alternative text which figure stands: ``12+5:kunci:2023-07,…``."""
    runs = []
    for part in keys.split():
        place, kind, value = part.split(":", 2)
        start, length = map(int, place.split("+"))
        runs.append(Run(start, start + length, kind, unquote(value)))
    return runs
