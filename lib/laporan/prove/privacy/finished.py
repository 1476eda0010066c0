"""Everything that files say: to those who look at them, listen to them, or open them."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import lxml.html
import pyarrow as pa
import pyarrow.parquet as pq
import pypdfium2
from lxml import etree
from PIL import Image

from laporan.prove.audit.pdf import read_pdf
from laporan.prove.privacy.words import END

TEXTS = {".csv", ".txt", ".md", ".xml", ".log", ".toml", ""}
PAGES = {".html", ".svg"}
_DATA = re.compile(r"data:([\w/+.\-]*)((?:;[\w=\-]+)*),([^\"'\s)]*)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrt])")
_PNG = re.compile(r"iVBORw0KGgo[\w+/=]+")

# Where lines run, in numbers that mean nothing.
_SHAPES = {"d", "points", "transform", "viewBox"}
_INLINE = {"a", "abbr", "b", "button", "code", "em", "i", "mark", "small", "span", "strong", "sub",
           "sup", "tspan", "u"}  # fmt: skip

Part = tuple[str, str]


def read_parts(path: Path) -> Iterator[Part]:
    """Give the parts of a file, each with its name in Indonesian and its text.

    A file whose form is not known is read as text, whatever its bytes are.
    """
    if path.suffix in PAGES:
        yield from page_parts(path.read_text("utf-8", "replace"))
    elif path.suffix in (".json", ".ipynb"):
        yield from _json_parts(path.read_text("utf-8"))
    elif path.suffix == ".parquet":
        yield from _table_parts(path)
    elif path.suffix == ".pdf":
        yield from _pdf_parts(path)
    elif path.suffix == ".png":
        yield from _picture_parts(path.read_bytes())
    elif path.suffix in TEXTS:
        yield "isi", path.read_text("utf-8-sig", "replace")
    else:
        yield "isi", path.read_bytes().decode("latin-1")


def page_parts(page: str) -> Iterator[Part]:
    """Give what stands in a page: texts, attributes, remarks, scripts, and files within it."""
    embedded = list(_embedded(page))
    # A remark is a page, too, and an SVG may name its encoding: both are no matter for bytes.
    content = f"<p></p>{_DATA.sub('data:,', page)}".encode(errors="replace")
    root = lxml.html.document_fromstring(content, lxml.html.HTMLParser(encoding="utf-8"))
    said: list[str] = []
    remarks: list[str] = []
    code: list[str] = []
    attributes: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            remarks.append(element.text or "")
            said.append(element.tail or "")
            continue
        # What stands in two cells is no name, and what is half in bold may be one.
        edge = " " if element.tag == "br" else "" if element.tag in _INLINE else END
        if event == "end":
            said.append(f"{edge}{element.tail or ''}")
            continue
        texts = code if element.tag in ("script", "style") else said
        texts.append(f"{edge}{element.text or ''}")
        attributes += [str(text) for name, text in element.attrib.items() if name not in _SHAPES]
    yield "teks", "".join(said)
    yield "atribut dan teks alternatif", END.join(attributes)
    yield "komentar", END.join(remarks)
    yield "skrip dan gaya", _unescaped(END.join(code))
    yield from embedded


def _unescaped(code: str) -> str:
    """Write the letters that strings in scripts stand for."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else " ", code)


def _embedded(page: str) -> Iterator[Part]:
    for match in _DATA.finditer(page):
        kind, options, content = match[1], match[2], match[3]
        try:
            raw = base64.b64decode(content) if "base64" in options else unquote_to_bytes(content)
        except (binascii.Error, ValueError):
            raw = content.encode()
        if kind == "image/svg+xml":
            yield from ((f"gambar, {name}", text) for name, text in page_parts(_utf8(raw)))
        elif kind == "image/png":
            yield from _picture_parts(raw)
        elif not kind.startswith("font/"):
            yield "data yang dapat diunduh", _utf8(raw)


def _json_parts(text: str) -> Iterator[Part]:
    """Give the strings and numbers of a JSON file; those that are pages or pictures, as such."""
    plain = []
    for value in _values(json.loads(text)):
        if _PNG.fullmatch(value.replace("\n", "")):
            yield from _picture_parts(base64.b64decode(value))
        elif "<" in value:
            yield from page_parts(value)
        plain.append(value)
    yield "isi", END.join(plain)


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _values(item)
    elif isinstance(value, list):
        # A notebook writes a text as a list of its lines.
        if value and all(isinstance(item, str) for item in value):
            yield "".join(value)
        for item in value:
            yield from _values(item)
    elif value is not None:
        yield str(value)


def _table_parts(path: Path) -> Iterator[Part]:
    table = pq.read_table(path)
    for name in table.column_names:
        column = table.column(name)
        if not (pa.types.is_temporal(column.type) or pa.types.is_boolean(column.type)):
            yield f"kolom {name}", END.join(map(str, column.unique().to_pylist()))
    metadata = table.schema.metadata or {}
    yield "metadata", "\n".join(_utf8(value) for value in metadata.values())


def _pdf_parts(path: Path) -> Iterator[Part]:
    text = read_pdf(path)
    for number, page in enumerate(text.pages, start=1):
        yield f"halaman {number}", page
    yield "teks alternatif", "\n".join(text.alts)
    with pypdfium2.PdfDocument(path) as document:
        yield "metadata", "\n".join(document.get_metadata_dict().values())
        yield "markah", "\n".join(item.get_title() for item in document.get_toc())
    # XMP stands in the file as it is.
    for packet in re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", path.read_bytes(), re.DOTALL):
        yield "metadata XMP", _utf8(packet)


def _picture_parts(raw: bytes) -> Iterator[Part]:
    with Image.open(BytesIO(raw)) as picture:
        yield "metadata gambar", "\n".join(f"{key} {value}" for key, value in picture.info.items())


def _utf8(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
