"""Falsifies a PDF: its text, drawings, alternative texts, pages, links, facts and bytes."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Mapping
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

FILE = "laporan.pdf"
GLYPH = re.compile(rb"\\00[0-7](?:\\[0-7]{3}|\\?[^\\])")
POINT = re.compile(rb"(\d+\.?\d*) (\d+\.?\d*) l\n")

# A way falsifies a document, and tells place and sentence that must be named.
Way = Callable[[pypdf.PdfWriter, random.Random], tuple[str, str]]


def falsify(name: str, content: bytes, source: random.Random) -> tuple[str, str, bytes, str, str]:
    """Falsify in one way; give what makes a ``Fake``."""
    if name in BYTES:
        made, place = BYTES[name](content, source)
        return f"PDF: {name}", FILE, made, place, ""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    place, sentence = WAYS_WITHIN[name](writer, source)
    made = io.BytesIO()
    writer.write(made)
    return f"PDF: {name}", FILE, made.getvalue(), place, sentence


def draw(content: bytes, source: random.Random) -> tuple[str, str, bytes, str, str]:
    return falsify(source.choice(WAYS), content, source)


def _dictionary(items: Mapping[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in items.items()})


def _objects(writer: pypdf.PdfWriter, key: str) -> list[DictionaryObject]:
    found = [each.get_object() for each in writer._objects if each is not None]
    return [each for each in found if isinstance(each, DictionaryObject) and key in each]


def _set(writer: pypdf.PdfWriter, page: Any, data: bytes) -> None:
    stream = DecodedStreamObject()
    stream.set_data(data)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())


def _page(
    writer: pypdf.PdfWriter, source: random.Random, pattern: re.Pattern[bytes]
) -> tuple[int, bytes, list[Any]]:
    """Draw a page whose drawing holds something."""
    while True:
        number = source.randrange(2, len(writer.pages))
        data = writer.pages[number].get_contents().get_data()
        found = [*pattern.finditer(data)]
        if len(found) > 10:
            return number, data, found


def _glyph(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    """Show another letter or digit in one place."""
    number, data, found = _page(writer, source, GLYPH)
    counts = {match[0] for match in found}
    match = source.choice(found)
    other = source.choice(sorted(counts - {match[0]}))
    _set(writer, writer.pages[number], data[: match.start()] + other + data[match.end() :])
    return f"halaman {number + 1}", ""


def _line(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    """Draw one line elsewhere."""
    number, data, found = _page(writer, source, POINT)
    match = source.choice([each for each in found if float(each[1]) > 20] or found)
    new = b"%f %s l\n" % (float(match[1]) * 0.5, match[2])
    _set(writer, writer.pages[number], data[: match.start()] + new + data[match.end() :])
    return f"halaman {number + 1}", ""


def _over(text: bytes, mode: int) -> Way:
    def way(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
        number = source.randrange(1, len(writer.pages))
        page = writer.pages[number]
        font = _dictionary(
            {
                "/Type": NameObject("/Font"),
                "/Subtype": NameObject("/Type1"),
                "/BaseFont": NameObject("/Helvetica"),
            }
        )
        page["/Resources"].get_object().setdefault(
            NameObject("/Font"), DictionaryObject()
        ).get_object()[NameObject("/Fx")] = font
        at = source.randint(80, 700)
        data = page.get_contents().get_data()
        _set(
            writer,
            page,
            data + b"\nq BT /Fx 12 Tf %d Tr 1 0 0 1 90 %d Tm (%s) Tj ET Q" % (mode, at, text),
        )
        return f"halaman {number + 1}", text.decode().split()[0]

    return way


def _cover(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    """Lay a white sheet over a part of a page."""
    number = source.randrange(2, len(writer.pages))
    page = writer.pages[number]
    data = page.get_contents().get_data()
    _set(writer, page, data + b"\nq 1 1 1 rg 60 80 450 680 re f Q")
    return f"halaman {number + 1}", ""


def _alt(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    """Say something else to those who hear it."""
    element = source.choice(_objects(writer, "/Alt"))
    new = "Diagram yang naik dua kali lipat"
    element[NameObject("/Alt")] = TextStringObject(new)
    return "teks alternatif", new


def _mark(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    """Call a part of the text something else."""
    marks = (*(NameObject(name) for name in ("/P", "/TD", "/H2")),)
    elements = [each for each in _objects(writer, "/K") if each.get("/S") in marks]
    source.choice(elements)[NameObject("/S")] = NameObject("/TH")
    return "tanda susunan", "TH"


def _drop_page(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    number = source.randrange(2, len(writer.pages))
    writer.remove_page(number)
    return f"halaman {number + 1}", ""


def _link(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    number = source.randrange(len(writer.pages))
    action = _dictionary(
        {"/S": NameObject("/URI"), "/URI": TextStringObject("https://contoh.invalid/")}
    )
    link = _dictionary({
        "/Type": NameObject("/Annot"), "/Subtype": NameObject("/Link"), "/A": action,
        "/Rect": ArrayObject(map(FloatObject, (60, 60, 400, 90))),
        "/Border": ArrayObject(map(NumberObject, (0, 0, 0))),
    })  # fmt: skip
    page = writer.pages[number]
    annotations = page.get("/Annots")
    annotations = ArrayObject() if annotations is None else annotations.get_object()
    annotations.append(writer._add_object(link))
    page[NameObject("/Annots")] = annotations
    return f"halaman {number + 1}", "contoh.invalid"


def _title(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    writer.add_metadata({"/Title": "Laporan yang lain"})
    return "Title", "Laporan yang lain"


def _attachment(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    writer.add_attachment("rahasia.txt", b"naik 50%")
    return "lampiran", ""


def _script(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('naik 50%')")}
    named = ArrayObject([TextStringObject("x"), writer._add_object(_dictionary(action))])
    names = writer.root_object["/Names"].get_object()
    names[NameObject("/JavaScript")] = _dictionary({"/Names": named})
    return "skrip", ""


def _rewritten(writer: pypdf.PdfWriter, source: random.Random) -> tuple[str, str]:
    return "", ""


def _cut(content: bytes, source: random.Random) -> tuple[bytes, str]:
    return content[: source.randrange(1000, len(content) - 1000)], "seluruh berkas"


def _appended(content: bytes, source: random.Random) -> tuple[bytes, str]:
    return content + b"% lain\n", "bita"


WAYS_WITHIN: Mapping[str, Way] = {
    "huruf lain": _glyph,
    "garis lain": _line,
    "teks ditimpakan": _over(b"2.000 tiket", 0),
    "teks tak terlihat": _over(b"Naik 50%", 3),
    "ditutupi": _cover,
    "teks alternatif": _alt,
    "tanda": _mark,
    "halaman dihapus": _drop_page,
    "tautan": _link,
    "judul berkas": _title,
    "lampiran": _attachment,
    "skrip": _script,
    "disimpan ulang": _rewritten,
}
BYTES: Mapping[str, Callable[[bytes, random.Random], tuple[bytes, str]]] = {
    "terpotong": _cut,
    "bita di ujung": _appended,
}
WAYS = (*WAYS_WITHIN, *BYTES)
