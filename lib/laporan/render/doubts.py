"""What of the document is not shown as it was meant, each with the number of its cell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from laporan.dasar.letters import lacking
from laporan.prove.said.said import MARKER
from laporan.render.outputs import asks_network
from laporan.show.cell_colors import LEFT_OUT

_CLOSING = re.compile(r"^:{3,}\s*$", re.MULTILINE)
_LEFT_OUT = re.compile(rf'<table\b[^>]*\s{LEFT_OUT}="([a-z, -]*)"')
_REFERRED = re.compile(r"(?:fig|tbl|sec|eq)-")
_TYPED_NAME = re.compile(r"^\{#([^}]+)\}")

# A node of pandoc's tree with the number of its cell, and what is told of a cell.
Found = tuple[int, Mapping[str, Any]]
Doubt = tuple[int, str]


def nodes_of(blocks: Sequence[Any]) -> list[Found]:
    """Give the nodes of a document, each with the number of its cell."""
    return list(_nodes(blocks, [0]))


def find_doubts(found: Sequence[Found], blocks: Sequence[Any], end: str) -> Iterator[Doubt]:
    """Tell what is not shown as it was meant.

    Parameters
    ----------
    found, blocks
        The nodes of the document, and its outermost blocks.
    end
        The text of its last cell.
    """
    yield from _lost_references(found)
    yield from _unshown(found)
    yield from _unclosed(found, (blocks or [{}])[-1], end)


def _nodes(node: Any, cell: list[int]) -> Iterator[Found]:
    if isinstance(node, list):
        for item in node:
            yield from _nodes(item, cell)
    elif isinstance(node, dict):
        kind, content = node.get("t"), node.get("c", ())
        marker = MARKER.match(content[1].strip()) if kind == "RawBlock" else None
        if marker:
            cell[0] = int(marker[1])
        elif kind is not None:
            yield cell[0], node
        yield from _nodes(content, cell)


def _lost_references(found: Sequence[Found]) -> Iterator[Doubt]:
    """Give the references to figures, tables, equations and sections that are nowhere."""
    names = {name for _, node in found for name in _names(node)}
    for number, node in found:
        if node["t"] == "Cite":
            cited = (citation["citationId"] for citation in node["c"][0])
            lost = (name for name in cited if _REFERRED.match(name) and name not in names)
            yield from ((number, f"rujukan @{name}, yang tidak ada") for name in lost)


def _unclosed(found: Sequence[Found], last: Mapping[str, Any], end: str) -> Iterator[Doubt]:
    """Give the cell that opens a box which takes in all cells after it.

    Parameters
    ----------
    last, end
        The last block of the document, and the text of its last cell.
    """
    if last.get("t") == "Div" and "<!-- sel " in json.dumps(last) and not _CLOSING.search(end):
        number = next(number for number, node in found if node is last)
        yield number, "blok ::: yang tidak ditutup, sehingga memuat semua sel sesudahnya"


def _unshown(found: Sequence[Found]) -> Iterator[Doubt]:
    """Give what a page may not load, and the characters that the PDF can't print."""
    lacks: dict[int, dict[str, str]] = {}
    for number, node in found:
        if node["t"] in ("RawBlock", "RawInline"):
            kind, text = node["c"]
            if kind == "html" and (unseen := _LEFT_OUT.search(text)):
                yield number, f"gaya tabel yang tidak tampil ({unseen[1]})"
            if kind == "html" and asks_network(text):
                yield number, "HTML yang memuat sesuatu dari jaringan; yang ditampilkan tulisannya"
            elif kind not in ("html", "typst"):
                yield number, f"kode mentah {kind}"
        elif node["t"] in ("Str", "Code", "CodeBlock"):
            text = node["c"] if node["t"] == "Str" else node["c"][1]
            lacks.setdefault(number, {}).update(lacking([text]))
    for number, letters in lacks.items():
        if letters:
            told = ", ".join(f"{letter} ditulis {shown}" for letter, shown in letters.items())
            yield number, f"huruf yang tidak ada di font PDF: {told}"


def _names(node: Mapping[str, Any]) -> Iterator[str]:
    """Give what a node is called, so that it can be referred to."""
    content: Any = node.get("c")
    if node["t"] == "Header":
        yield content[1][0]
    elif node["t"] in ("Div", "Span", "Image", "Figure", "Table"):
        yield content[0][0]
    elif node["t"] == "Str":
        # Quarto writes the name of a table at the end of its caption, that of an equation after it.
        yield from _TYPED_NAME.findall(content)
