"""Falsifies a PDF: its text, drawings, alternative texts, pages, links, facts and bytes.

What is changed is written behind the rest, as editors of PDFs do it: that costs nothing.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

FILE = "laporan.pdf"
GLYPH = re.compile(rb"\\00[0-7](?:\\[0-7]{3}|\\?[^\\])")
POINT = re.compile(rb"(\d+\.?\d*) (\d+\.?\d*) l\n")
HELPERS = {"/Type": NameObject("/Font"), "/Subtype": NameObject("/Type1")}
# The first page is the title, the second the contents.
FIRST = 2


class Update:
    """Objects of a PDF that are written anew."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = _reader(content)
        self.changed: dict[int, Any] = {}

    @property
    def pages(self) -> int:
        return len(self.reader.pages)

    def page(self, number: int) -> DictionaryObject:
        """Give a copy of a page that will be written."""
        page = self.reader.pages[number]
        assert page.indirect_reference is not None
        return self.copy(page.indirect_reference)

    def copy(self, reference: IndirectObject) -> DictionaryObject:
        copy = DictionaryObject(self.changed.get(reference.idnum) or reference.get_object())
        self.changed[reference.idnum] = copy
        return copy

    def data(self, number: int) -> bytes:
        contents = self.reader.pages[number].get_contents()
        assert contents is not None
        return contents.get_data()

    def draw(self, number: int, data: bytes) -> None:
        """Let a page show something else."""
        self.page(number)[NameObject("/Contents")] = self.add(_stream(data))

    def add(self, new: Any) -> IndirectObject:
        size = int(self.reader.trailer["/Size"])
        number = max([size - 1, *self.changed]) + 1
        self.changed[number] = new
        return IndirectObject(number, 0, self.reader)

    def write(self) -> bytes:
        out = io.BytesIO()
        out.write(self.content)
        places = {}
        for number, each in sorted(self.changed.items()):
            places[number] = out.tell()
            out.write(b"%d 0 obj\n" % number)
            each.write_to_stream(out)
            out.write(b"\nendobj\n")
        start = out.tell()
        out.write(b"xref\n")
        for number, place in places.items():
            out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
        trailer = self.reader.trailer
        before = int(self.content.rpartition(b"startxref")[2].split()[0])
        kept = {name: trailer.raw_get(name) for name in ("/Root", "/Info") if name in trailer}
        size = max([int(trailer["/Size"]) - 1, *places]) + 1
        new = {"/Size": NumberObject(size), "/Prev": NumberObject(before), **kept}
        out.write(b"trailer\n")
        _dictionary(new).write_to_stream(out)
        out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()


@lru_cache(maxsize=2)
def _reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


@lru_cache(maxsize=2)
def _elements(content: bytes) -> list[IndirectObject]:
    """Give what has a place in the structure."""
    reader = _reader(content)
    found = []
    for number in range(1, int(reader.trailer["/Size"])):
        each = reader.get_object(number)
        if isinstance(each, DictionaryObject) and "/S" in each and "/K" in each:
            found.append(IndirectObject(number, 0, reader))
    return found


def _dictionary(items: Mapping[str, Any]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in items.items()})


def _stream(data: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream


# A way falsifies a document, and tells place and sentence that must be named.
Way = Callable[[Update, random.Random], tuple[str, str]]


def _page_with(
    update: Update, source: random.Random, pattern: re.Pattern[bytes]
) -> tuple[int, bytes, list[re.Match[bytes]]]:
    """Draw a page that holds enough of something."""
    while True:
        number = source.randrange(FIRST, update.pages)
        found = [*pattern.finditer(update.data(number))]
        if len(found) > 10:
            return number, update.data(number), found


def _glyph(update: Update, source: random.Random) -> tuple[str, str]:
    """Show another letter or digit in one place."""
    number, data, found = _page_with(update, source, GLYPH)
    match = source.choice(found)
    other = source.choice(sorted({each[0] for each in found} - {match[0]}))
    update.draw(number, data[: match.start()] + other + data[match.end() :])
    return f"halaman {number + 1}", ""


def _line(update: Update, source: random.Random) -> tuple[str, str]:
    """Draw one line elsewhere."""
    number, data, found = _page_with(update, source, POINT)
    match = source.choice([each for each in found if float(each[1]) > 20] or found)
    new = b"%f %s l\n" % (float(match[1]) * 0.5, match[2])
    update.draw(number, data[: match.start()] + new + data[match.end() :])
    return f"halaman {number + 1}", ""


def _over(text: bytes, mode: int) -> Way:
    """Write over a page; by the third mode so that nobody sees it."""

    def way(update: Update, source: random.Random) -> tuple[str, str]:
        number, height = source.randrange(1, update.pages), source.randint(80, 700)
        shown = b"\nq BT /Fx 12 Tf %d Tr 1 0 0 1 90 %d Tm (%s) Tj ET Q" % (mode, height, text)
        update.draw(number, update.data(number) + shown)
        page = update.page(number)
        resources = DictionaryObject(page["/Resources"].get_object())
        fonts = DictionaryObject(resources.get("/Font", DictionaryObject()).get_object())
        fonts[NameObject("/Fx")] = _dictionary({**HELPERS, "/BaseFont": NameObject("/Helvetica")})
        resources[NameObject("/Font")] = fonts
        page[NameObject("/Resources")] = resources
        return f"halaman {number + 1}", text.decode().split()[0]

    return way


def _cover(update: Update, source: random.Random) -> tuple[str, str]:
    """Lay a white sheet over a page."""
    number = source.randrange(FIRST, update.pages)
    update.draw(number, update.data(number) + b"\nq 1 1 1 rg 60 80 450 680 re f Q")
    return f"halaman {number + 1}", ""


def _alt(update: Update, source: random.Random) -> tuple[str, str]:
    """Say something else to those who hear it."""
    told = [each for each in _elements(update.content) if "/Alt" in each.get_object()]
    new = "Diagram yang naik dua kali lipat"
    update.copy(source.choice(told))[NameObject("/Alt")] = TextStringObject(new)
    return "teks alternatif", new


def _mark(update: Update, source: random.Random) -> tuple[str, str]:
    """Call a part of the text something else."""
    names = ("/P", "/TD", "/H2", "/Caption")
    told = [each for each in _elements(update.content) if each.get_object()["/S"] in names]
    update.copy(source.choice(told))[NameObject("/S")] = NameObject("/TH")
    return "tanda susunan", "TH"


def _drop_page(update: Update, source: random.Random) -> tuple[str, str]:
    number = source.randrange(FIRST, update.pages)
    page = update.reader.pages[number]
    parent = page.raw_get("/Parent")
    tree = update.copy(parent)
    own = [kid for kid in tree["/Kids"] if kid.idnum != page.indirect_reference.idnum]
    tree[NameObject("/Kids")] = ArrayObject(own)
    tree[NameObject("/Count")] = NumberObject(len(own))
    return f"halaman {number + 1}", ""


def _link(update: Update, source: random.Random) -> tuple[str, str]:
    number = source.randrange(update.pages)
    page = update.page(number)
    address = TextStringObject("https://contoh.invalid/")
    link = _dictionary({
        "/Type": NameObject("/Annot"), "/Subtype": NameObject("/Link"),
        "/A": _dictionary({"/S": NameObject("/URI"), "/URI": address}),
        "/Rect": ArrayObject(map(FloatObject, (60, 60, 400, 90))),
        "/Border": ArrayObject(map(NumberObject, (0, 0, 0))),
    })  # fmt: skip
    annotations = page.get("/Annots", ArrayObject()).get_object()
    page[NameObject("/Annots")] = ArrayObject([*annotations, update.add(link)])
    return f"halaman {number + 1}", "contoh.invalid"


def _title(update: Update, source: random.Random) -> tuple[str, str]:
    info = update.copy(update.reader.trailer.raw_get("/Info"))
    info[NameObject("/Title")] = TextStringObject("Laporan yang lain")
    return "Title", "Laporan yang lain"


def _name(update: Update, kind: str, item: DictionaryObject) -> None:
    """Put something into the catalogue of a document."""
    catalogue = update.copy(update.reader.trailer.raw_get("/Root"))
    names = DictionaryObject(catalogue.get("/Names", DictionaryObject()).get_object())
    named = ArrayObject([TextStringObject("x"), update.add(item)])
    names[NameObject(kind)] = _dictionary({"/Names": named})
    catalogue[NameObject("/Names")] = names


def _attachment(update: Update, source: random.Random) -> tuple[str, str]:
    held = _dictionary({"/F": update.add(_stream(b"naik 50%"))})
    name = TextStringObject("lain.txt")
    _name(
        update,
        "/EmbeddedFiles",
        _dictionary({"/Type": NameObject("/Filespec"), "/F": name, "/UF": name, "/EF": held}),
    )
    return "lampiran", ""


def _script(update: Update, source: random.Random) -> tuple[str, str]:
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('naik 50%')")}
    _name(update, "/JavaScript", _dictionary(action))
    return "skrip", ""


def _again(update: Update, source: random.Random) -> tuple[str, str]:
    """Write the title as it is: what is shown stays the same."""
    update.copy(update.reader.trailer.raw_get("/Info"))
    return "bita", ""


def _cut(content: bytes, source: random.Random) -> tuple[bytes, str]:
    return content[: source.randrange(1000, len(content) - 1000)], ""


def _flipped(content: bytes, source: random.Random) -> tuple[bytes, str]:
    at = source.randrange(1000, len(content) - 1000)
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :], ""


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
    "disimpan ulang": _again,
}
BYTES: Mapping[str, Callable[[bytes, random.Random], tuple[bytes, str]]] = {
    "terpotong": _cut,
    "bita lain": _flipped,
}
WAYS = (*WAYS_WITHIN, *BYTES)


def falsify(name: str, content: bytes, source: random.Random) -> tuple[str, str, bytes, str, str]:
    """Falsify in one way; give what makes a ``Fake``."""
    if name in BYTES:
        made, place = BYTES[name](content, source)
        return f"PDF: {name}", FILE, made, place, ""
    update = Update(content)
    place, sentence = WAYS_WITHIN[name](update, source)
    return f"PDF: {name}", FILE, update.write(), place, sentence


def draw(content: bytes, source: random.Random) -> tuple[str, str, bytes, str, str]:
    return falsify(source.choice(WAYS), content, source)
