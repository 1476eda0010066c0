"""The executed report as one Markdown document, and the check of what stands in it.

What a renderer of ours does not know would come out as something else than what Quarto makes of
it, so it is refused, and the cell is named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pypandoc

from laporan.dasar.errors import LaporanError

MARKDOWN = "markdown"
_MARKER = re.compile(r"^<!-- sel (\d+) -->$")
_SHORTCODE = re.compile(r"(?<!\\)\{\{<")

DIV_CLASSES = {
    *("kartu-baris", "kartu", "kartu-nilai", "kartu-label", "kartu-ket", "kartu-garis"),
    *("catatan", "sorotan", "notes", "unduh"),
}
# Blocks and inlines that the theme and the filter know in all three formats.
KNOWN = {
    *("Para", "Plain", "Header", "BulletList", "OrderedList", "Figure", "Div"),
    *("Span", "Str", "Space", "SoftBreak", "LineBreak", "Strong", "Emph", "Link", "Image"),
    *("Code", "Quoted", "Superscript", "Subscript"),
}
NAMES = {
    "Cite": "sitiran atau rujukan silang",
    "CodeBlock": "blok kode",
    "HorizontalRule": "garis pemisah",
    "Math": "rumus",
    "Note": "catatan kaki",
    "RawBlock": "HTML atau kode mentah",
    "RawInline": "HTML atau kode mentah",
    "Table": "tabel Markdown",
}


@dataclass(frozen=True)
class Document:
    """The report between execution and rendering.

    Attributes
    ----------
    markdown
        Markdown cells and Markdown outputs, in order.
    images
        The pictures that it shows, as written in it.
    """

    markdown: str
    images: tuple[str, ...]

    def with_images(self, locate: Callable[[str], str]) -> Document:
        """Give a copy whose pictures are elsewhere: ``locate`` gives each its new path."""
        text = self.markdown
        moved = tuple(locate(image) for image in self.images)
        for old, new in zip(self.images, moved, strict=True):
            text = text.replace(f"](<{old}>)", f"](<{new}>)").replace(f"]({old})", f"](<{new}>)")
        return Document(text, moved)


def read_document(notebook: Path) -> Document:
    """Read an executed notebook.

    Raises
    ------
    LaporanError
        If a cell holds something that is not understood; the message names the cell.
    """
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    markdown = "\n\n".join(_join(cells))
    ast = json.loads(pypandoc.convert_text(markdown, "json", format=MARKDOWN))
    images = tuple(_check_blocks(ast["blocks"]))
    return Document(markdown, images)


def _join(cells: list[dict[str, Any]]) -> Iterator[str]:
    """Give the texts, each cell's after a comment with its number in the source notebook."""
    number = 0
    for cell in cells:
        if "injected-parameters" in cell["metadata"].get("tags", []):
            continue
        number += 1
        texts = [text for text in _cell_texts(cell, number) if text.strip()]
        for text in texts:
            if _SHORTCODE.search(text):
                raise _refusal(number, "kode pendek Quarto {{< … >}}")
        if texts:
            yield "\n\n".join((f"<!-- sel {number} -->", *texts))


def _cell_texts(cell: Mapping[str, Any], number: int) -> Iterator[str]:
    if cell["cell_type"] == "markdown":
        yield "".join(cell["source"])
    elif cell["cell_type"] == "raw":
        # The front matter is for Quarto's own reading of the notebook.
        if number > 1:
            raise _refusal(number, "sel mentah (raw)")
    else:
        if "".join(cell["source"]).lstrip().startswith("#|"):
            raise _refusal(number, "pengaturan sel Quarto (#|)")
        for output in cell["outputs"]:
            yield from _output_text(output, number)


def _output_text(output: Mapping[str, Any], number: int) -> Iterator[str]:
    if output["output_type"] == "stream":
        # Warnings are the analyst's; what is printed would have been meant for the reader.
        if output["name"] != "stderr":
            raise _refusal(number, "teks hasil print()")
    elif "text/markdown" in output.get("data", {}):
        yield "".join(output["data"]["text/markdown"])
    else:
        kinds = ", ".join(output.get("data", {})) or output["output_type"]
        raise _refusal(number, f"keluaran yang bukan Markdown ({kinds})")


def _check_blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Check the blocks at the top, among which the cells' markers stand; give the pictures."""
    number = 0
    for block in blocks:
        marker = _marker(block)
        if marker is not None:
            number = marker
        else:
            yield from _check(block, number)


def _marker(node: Mapping[str, Any]) -> int | None:
    if node["t"] != "RawBlock":
        return None
    match = _MARKER.match(node["c"][1].strip())
    return int(match[1]) if match else None


def _check(node: Any, number: int) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _check(item, number)
    elif isinstance(node, dict):
        kind: str | None = node.get("t")
        content: Any = node.get("c")
        if kind == "RawBlock" and _marker(node) is not None:
            raise _refusal(number, "blok ::: yang tidak ditutup")
        if kind == "Div":
            yield from _check_div(content, number)
        elif kind in KNOWN:
            if kind == "Header":
                _check_header(content, number)
            if kind == "Image":
                yield unquote(content[2][0])
            yield from _check(content, number)
        elif isinstance(content, list) and kind is not None and kind[0].isupper():
            _check_kind(kind, content, number)


def _check_kind(kind: str, content: Any, number: int) -> None:
    if kind in ("AlignDefault", "SingleQuote", "DoubleQuote", "Decimal", "Period", "OneParen"):
        return
    sample = f" {content[1]!r}" if kind in ("RawBlock", "RawInline", "Math") else ""
    raise _refusal(number, f"{NAMES.get(kind, kind)}{sample[:60]}")


def _check_div(content: list[Any], number: int) -> Iterator[str]:
    (identifier, classes, _), blocks = content
    if identifier.startswith("tbl-"):
        if [block["t"] for block in blocks] != ["RawBlock", "Para"]:
            raise _refusal(number, f"tabel #{identifier} tanpa judul, atau dengan isi lain")
        yield from _check(blocks[1], number)
        return
    unknown = set(classes) - DIV_CLASSES
    if unknown or not classes:
        name = " ".join(sorted(unknown)) or identifier or "tanpa kelas"
        raise _refusal(number, f"blok ::: {{{name}}}")
    yield from _check(blocks, number)


def _check_header(content: list[Any], number: int) -> None:
    level, (_, classes, _), _ = content
    if level not in (2, 3):
        raise _refusal(number, f"judul tingkat {level}; yang dipakai tingkat 2 dan 3")
    if classes:
        raise _refusal(number, f"judul dengan kelas {' '.join(classes)}")


def _refusal(number: int, what: str) -> LaporanError:
    return LaporanError(
        f"laporan.ipynb, sel ke-{number}: {what} tidak dikenal oleh penyusun laporan. "
        "Ganti dengan bentuk yang dikenal: paragraf, daftar, gambar, tabel, kartu, atau catatan."
    )
