"""Prose of the notes as Markdown: paragraphs, lists, emphasis and figures, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from laporan.check.catatan.named import find_named, nearest_names, write_named
from laporan.dasar.errors import LaporanError
from laporan.measure import Angka, Ukuran
from laporan.read.folder import CATATAN
from laporan.show import Gerak, escape, plain

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

Node = Mapping[str, Any]  # a node of pandoc's syntax tree: type ``t`` and content ``c``


@dataclass(frozen=True)
class Writer:
    """Writes pandoc's tree as Markdown that holds prose and figures alone."""

    source: str
    ukuran: Ukuran

    def block(self, node: Node) -> list[str]:
        """Give the paragraphs and lists of a block."""
        content: Any = node.get("c")
        match node["t"]:
            case "Para" | "Plain":
                return [text] if (text := self.inlines(content)) else []
            case "Header":
                return [f"**{self.inlines(content[2])}**"]
            case "CodeBlock" | "RawBlock":
                return [self.prose(content[1])]
            case "BulletList":
                return [self.list(content, ("- " for _ in content))]
            case "OrderedList":
                first = content[0][0]
                return [self.list(content[1], (f"{first + n}. " for n in range(len(content[1]))))]
            case "BlockQuote":
                return [text for inner in content for text in self.block(inner)]
            case _:
                return []

    def list(self, items: Sequence[Sequence[Node]], marks: Iterable[str]) -> str:
        """Give a list, what belongs to an item indented under its mark."""
        written = []
        for blocks, mark in zip(items, marks, strict=True):
            body = "\n\n".join(text for block in blocks for text in self.block(block))
            indented = body.replace("\n", "\n" + " " * len(mark))
            written.append(mark + re.sub(r"\n +(?=\n)", "\n", indented))
        return "\n".join(written)

    def inlines(self, nodes: Sequence[Node]) -> str:
        """Give a run of text; neighbours are joined first, as a name may span several."""
        parts: list[str] = []
        plain = ""
        for node in nodes:
            mark = {"Strong": "**", "Emph": "*"}.get(node["t"])
            if node["t"] == "Span":
                parts += [self.prose(plain), self.span(node)]
                plain = ""
                continue
            if mark is None:
                plain += text_of([node])
                continue
            parts.append(self.prose(plain))
            plain = ""
            inner = self.inlines(node["c"])
            parts.append(f"{mark}{inner}{mark}" if inner.strip() else inner)
        return "".join([*parts, self.prose(plain)])

    def span(self, node: Node) -> str:
        """Give a number with the source that it names, or a word with the figure it is said of."""
        attributes, shown = dict(node["c"][0][2]), _escape_run(text_of(node["c"][1]))
        if "sumber" in attributes:
            sumber = re.sub(r'["{}\\]', "", plain(attributes["sumber"]))
            return f'[{shown}]{{.bersumber sumber="{sumber}"}}'
        if "arah" in attributes:
            now = self.figure(attributes["arah"])
            before = self.ukuran.find(*now.key[1:], bulan=self.ukuran.bulan.previous)
            if before is None:
                raise LaporanError(
                    f"{_place(self.source, attributes['arah'])}: angka {now.name} bulan "
                    f"{self.ukuran.bulan.previous} tidak ada, sehingga arahnya tidak dapat "
                    'dinyatakan. Hapus kata itu, atau sebutkan sumbernya dengan sumber="…".'
                )
            return Gerak.between(before, now).written(shown).text
        return shown

    def prose(self, text: str) -> str:
        """Escape text, and put figures in place of their names."""
        parts = _PLACEHOLDER.split(text)
        written = [
            write_named(self.figure(part)) if at % 2 else _escape_run(part)
            for at, part in enumerate(parts)
        ]
        return "".join(written)

    def figure(self, name: str) -> Angka:
        """Find a figure by what stands between the braces."""
        figure = find_named(name, self.ukuran)
        if figure is None:
            raise LaporanError(self.unknown(name))
        return figure

    def unknown(self, name: str) -> str:
        """Say which name is unknown, where it stands, and which ones are near."""
        return (
            f"{_place(self.source, name)}: {{{name}}} tidak dikenal. "
            f"Yang paling dekat: {nearest_names(name, self.ukuran)}. "
            "Perbaiki namanya, atau hapus kurung kurawalnya bila itu tulisan biasa."
        )


def text_of(nodes: Sequence[Node]) -> str:
    """Give inlines as the text that they show, or that they are."""
    return "".join(_inline_text(node) for node in nodes)


def _inline_text(node: Node) -> str:
    content: Any = node.get("c")
    match node["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "RawInline" | "Math":
            return str(content[1])
        case "Link" | "Image":
            shown, address = text_of(content[1]), str(content[2][0])
            return shown if shown == address.removeprefix("mailto:") else f"{shown} ({address})"
        case "Emph" | "Strong":
            return text_of(content)
        case "Span":
            return text_of(content[1])
        case unknown:
            raise TypeError(f"commonmark has no inline {unknown}")


def _escape_run(text: str) -> str:
    """Escape, and keep the space at the ends, which sets the run off from its neighbours."""
    escaped = escape(text)
    if not escaped:
        return " " if text else ""
    return " " * text[0].isspace() + escaped + " " * text[-1].isspace()


def _place(source: str, name: str) -> str:
    """Say where a name stands; one that is written by entities can't be found."""
    pattern = r"\{" + r"\s+".join(re.escape(word) for word in name.split(" ")) + r"\}"
    found = re.search(pattern, source)
    if found is None:
        return CATATAN
    return f"{CATATAN}, baris {source.count(chr(10), 0, found.start()) + 1}"
