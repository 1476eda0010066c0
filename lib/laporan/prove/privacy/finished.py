"""Everything that files say: to those who look at them, listen to them, or open them."""

from __future__ import annotations

import base64
import binascii
import gzip
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from io import BytesIO
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, unquote_to_bytes

import lxml.html
import pyarrow as pa
import pyarrow.parquet as pq
import pypdfium2
from lxml import etree

from laporan.dasar.errors import LaporanError
from laporan.prove.privacy.compared_words import END
from laporan.prove.privacy.pictures import SUFFIXES, picture_text
from laporan.prove.same.paper import Paper
from laporan.read.encoding import decode

PAGES = {".html", ".htm", ".xhtml", ".svg", ".xml"}
_ARCHIVES = {".zip", ".docx", ".xlsx", ".pptx"}
_DATA = re.compile(r"data:([\w/+.\-]*)((?:;[\w=\-]+)*),([^\"'\s)]*)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|[nrt])")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>]*", re.IGNORECASE)
_COLOUR = re.compile(r"\x1b\[[\d;]*[A-Za-z]")
# A picture or a PDF as a notebook keeps it, told by its first bytes.
_BASE64 = re.compile(r"(?:iVBORw0KGgo|/9j/|R0lGOD|UklGR|JVBERi0)[\w+/=]+")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|<(FEFF[0-9A-F\s]+)>", re.DOTALL | re.IGNORECASE)
_BACKSLASH = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PDF_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b"", b"\r": b""}
_HEAD = 1000  # a stream's own description is shorter
_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)

_DAMAGED = (OSError, EOFError, zlib.error, zipfile.BadZipFile, pa.ArrowException,
            pypdfium2.PdfiumError)  # fmt: skip

# Where lines run, in numbers that mean nothing.
_SHAPES = {"d", "points", "transform", "viewBox", "viewbox"}
_NO_SHAPE = re.compile(r"(?!translate|rotate|scale|matrix|skew)[^\W\d_]{4,}")
_INLINE = {"a", "abbr", "b", "bdi", "button", "code", "del", "em", "font", "i", "ins", "kbd",
           "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "wbr",
           "w:r", "w:rpr", "w:t", "a:r", "a:rpr", "a:t"}  # fmt: skip
# The lines of a chart's label are texts of one group.
_LINES = {"br", "text"}

Part = tuple[str, str]


def parts_of(name: str, raw: bytes) -> Iterator[Part]:
    """Give the parts of a file's content, each with its name in Indonesian; the first is its name.

    A file whose form is not known, or damaged, is read as text, whatever its bytes are.
    """
    yield "nama berkas", name
    suffix = PurePath(name).suffix.lower()
    if suffix in PAGES:
        yield from page_parts(_text(raw))
    elif suffix in (".json", ".ipynb"):
        yield from _json_parts(_text(raw))
    elif suffix in SUFFIXES:
        yield "metadata gambar", picture_text(raw)
    else:
        try:
            yield from list(_packed_parts(name, suffix, raw))
        except _DAMAGED:
            yield from _text_parts(raw)


def _packed_parts(name: str, suffix: str, raw: bytes) -> Iterator[Part]:
    if raw.startswith(b"\x1f\x8b"):
        yield from parts_of(name.removesuffix(".gz").removesuffix("z"), gzip.decompress(raw))
    elif suffix in _ARCHIVES:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            for each in archive.namelist():
                yield from _within(each, parts_of(each, archive.read(each)))
    elif suffix == ".parquet":
        yield from _table_parts(raw)
    elif suffix == ".pdf":
        yield from _pdf_parts(raw)
    else:
        yield from _text_parts(raw)


def _within(name: str, parts: Iterable[Part]) -> Iterator[Part]:
    yield from ((f"{name}, {part}", text) for part, text in parts)


def _text_parts(raw: bytes) -> Iterator[Part]:
    text = unescape(_COLOUR.sub("", _text(raw)))
    yield "isi", _DATA.sub("data:,", text)
    yield from _embedded(text)


def page_parts(page: str) -> Iterator[Part]:
    """Give what stands in a page: texts, attributes, remarks, scripts, and files within it."""
    embedded = list(_embedded(page))
    plain = _DATA.sub("data:,", page).replace("<![CDATA[", " ").replace("]]>", " ")
    # A remark is a page, too, and an SVG may name its encoding: both are no matter for bytes.
    content = f"<p></p>{plain}".encode(errors="replace")
    root = lxml.html.document_fromstring(content, lxml.html.HTMLParser(encoding="utf-8"))
    said: list[str] = []
    remarks: list[str] = _DOCTYPE.findall(page)
    code: list[str] = []
    attributes: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            remarks.append(element.text or "")
            said.append(element.tail or "")
            continue
        # What stands in two cells is no name, and what is half in bold may be one.
        edge = " " if element.tag in _LINES else "" if element.tag in _INLINE else END
        if event == "end":
            said.append(f"{edge}{element.tail or ''}")
            continue
        texts = code if element.tag in ("script", "style") else said
        texts.append(f"{edge}{element.text or ''}")
        for name, value in element.attrib.items():
            if name == "srcdoc":
                embedded += page_parts(str(value))
            elif name not in _SHAPES or _NO_SHAPE.search(value):
                attributes.append(f"{name if name.startswith('data-') else ''} {value}")
    yield "teks", "".join(said)
    listed = END.join(attributes)
    forms = dict.fromkeys([listed, unquote(listed), _unescaped(listed)])
    yield "atribut dan teks alternatif", END.join(forms)
    yield "komentar", END.join(remarks)
    yield "skrip dan gaya", _unescaped(END.join(code))
    yield from embedded


def _unescaped(code: str) -> str:
    """Write the letters that strings in scripts stand for."""
    return _ESCAPE.sub(_letter, code)


def _letter(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    return chr(min(int(code, 16), 0x10FFFF)) if code else " "


def _embedded(page: str) -> Iterator[Part]:
    for match in _DATA.finditer(page):
        kind, options, content = match[1], match[2], match[3]
        raw = unquote_to_bytes(content)
        if "base64" in options:
            raw = _from_base64(raw)
        if kind == "image/svg+xml":
            yield from _within("gambar", page_parts(_text(raw)))
        elif kind.startswith("image/"):
            yield "metadata gambar", picture_text(raw)
        elif kind == "application/pdf":
            yield from _within("lampiran", parts_of("lampiran.pdf", raw))
        elif not kind.startswith("font/"):
            yield "data yang dapat diunduh", _text(raw)


def _from_base64(raw: bytes) -> bytes:
    try:
        return base64.b64decode(raw)
    except (binascii.Error, ValueError):
        return raw


def _json_parts(text: str) -> Iterator[Part]:
    """Give the strings and numbers of a JSON file; those that are pages or pictures, as such."""
    try:
        values = list(_values(json.loads(text)))
    except ValueError:
        values = [text]
    plain = []
    for value in values:
        if _BASE64.fullmatch(packed := value.replace("\n", "")):
            raw = _from_base64(packed.encode())
            suffix = ".pdf" if raw.startswith(b"%PDF") else ".png"
            yield from _within("lampiran", parts_of(f"lampiran{suffix}", raw))
        elif "<" in value:
            yield from page_parts(value)
        elif "data:" in value:
            yield from _embedded(value)
        plain.append(unescape(_COLOUR.sub("", value)))
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


def _table_parts(raw: bytes) -> Iterator[Part]:
    table = pq.read_table(pa.BufferReader(raw))
    for name in table.column_names:
        column = table.column(name)
        if not (pa.types.is_temporal(column.type) or pa.types.is_boolean(column.type)):
            cells = column if pa.types.is_nested(column.type) else column.unique()
            yield f"kolom {name}", END.join(map(str, cells.to_pylist()))
    metadata = (table.schema.metadata or {}).values()
    yield "metadata", END.join([*table.column_names, *map(_utf8, metadata)])


def _pdf_parts(raw: bytes) -> Iterator[Part]:
    pages = Paper(raw).pages
    for number, page in enumerate(pages, start=1):
        yield f"halaman {number}", page.text
    yield "teks alternatif", "\n".join(alt for page in pages for alt in page.alts)
    with pypdfium2.PdfDocument(raw) as document:
        yield "metadata", "\n".join(document.get_metadata_dict().values())
        yield "markah", "\n".join(item.get_title() for item in document.get_toc())
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            content = bytes(attachment.get_data())
            yield from _within("lampiran", parts_of(attachment.get_name(), content))
    yield from _pdf_object_parts(raw)


def _pdf_object_parts(raw: bytes) -> Iterator[Part]:
    """Give what stands in a PDF's objects: remarks, forms, addresses, XMP, photographs."""
    packets = list(_PACKET.findall(raw))
    objects = [_STREAM.sub(b"", raw)]
    for match in _STREAM.finditer(raw):
        content, head = (
            match[1],
            raw[max(match.start() - _HEAD, 0) : match.start()].rpartition(b" obj")[2],
        )
        if content.startswith(b"\xff\xd8\xff"):
            yield "metadata gambar", picture_text(content)
        elif b"/ObjStm" in head:
            objects.append(_inflated(content))
        elif b"/Metadata" in head:
            packets += _PACKET.findall(_inflated(content))
    yield "metadata XMP", END.join(map(_utf8, dict.fromkeys(packets)))
    strings = (_pdf_string(match) for each in objects for match in _STRING.findall(each))
    yield "catatan dan tautan", END.join(strings)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


def _pdf_string(match: tuple[bytes, bytes]) -> str:
    plain, digits = match
    content = bytes.fromhex(_utf8(digits)) if digits else _BACKSLASH.sub(_pdf_byte, plain)
    return content.decode("utf-16" if content.startswith(b"\xfe\xff") else "latin-1", "replace")


def _pdf_byte(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else _PDF_LETTERS.get(code, code)


def _text(raw: bytes) -> str:
    try:
        return decode(raw, "")
    except LaporanError:
        return _utf8(raw)


def _utf8(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
