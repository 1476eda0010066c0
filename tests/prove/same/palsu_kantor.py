"""Falsifies files of Word and PowerPoint: cells, pictures, notes, slides, and what is unseen.

A way changes the parts of the packed folder, as who unpacks it would do.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping

Parts = dict[str, bytes]
# A way falsifies a document's parts, and tells place and sentence that must be named; None where
# it holds nothing to be changed so.
Way = Callable[[Parts, random.Random], "tuple[str, str] | None"]

WORD, DECK = "laporan.docx", "slide.pptx"
BODY = "word/document.xml"
TEXT = re.compile(rb"(<(?:w|a):t(?: [^>]*)?>)([^<]*\d[^<]*)(</(?:w|a):t>)")
TABLE = re.compile(rb"<w:tbl>.*?</w:tbl>", re.DOTALL)
ROW = re.compile(rb"<w:tr\b(?:(?!</w:tr>).)*<w:t\b.*?</w:tr>", re.DOTALL)
SLIDES, NOTES = r"ppt/slides/slide(\d+)\.xml", r"ppt/notesSlides/notesSlide(\d+)\.xml"


def _named(parts: Parts, pattern: str) -> list[re.Match[str]]:
    return [match for name in sorted(parts) if (match := re.fullmatch(pattern, name))]


def _other_digit(parts: Parts, name: str, match: re.Match[bytes], at: int = 0) -> str:
    """Change the first digit of a text, and give what then stands there."""
    other = re.sub(rb"\d", lambda digit: b"%d" % (9 - int(digit[0])), match[2], count=1)
    start, end = at + match.start(2), at + match.end(2)
    parts[name] = parts[name][:start] + other + parts[name][end:]
    return " ".join(other.decode().split())


def _cell(parts: Parts, source: random.Random) -> tuple[str, str] | None:
    tables = [(each.start(), [*TEXT.finditer(each[0])]) for each in TABLE.finditer(parts[BODY])]
    filled = [(start, cells) for start, cells in tables if cells]
    if not filled:
        return None
    start, cells = source.choice(filled)
    return "", _other_digit(parts, BODY, source.choice(cells), start)


def _row(parts: Parts, source: random.Random) -> tuple[str, str]:
    match = source.choice([*ROW.finditer(parts[BODY])])
    told = re.findall(rb"<w:t(?: [^>]*)?>([^<]*)<", match[0])[-1].decode()
    parts[BODY] = parts[BODY][: match.start()] + parts[BODY][match.end() :]
    return "", told


def _alt(parts: Parts, source: random.Random) -> tuple[str, str]:
    new = "Diagram yang naik dua kali lipat"
    parts[BODY] = re.sub(rb'descr="[^"]+"', b'descr="%s"' % new.encode(), parts[BODY], count=1)
    return "teks alternatif", new


def _hidden(parts: Parts, source: random.Random) -> tuple[str, str]:
    """Hide a paragraph's letters: what it says stays the same."""
    parts[BODY] = parts[BODY].replace(b"<w:r>", b"<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    return f"bagian berkas {BODY}", ""


def _macro(parts: Parts, source: random.Random) -> tuple[str, str]:
    parts["word/vbaProject.bin"] = b"naik 50%"
    return "bagian berkas word/vbaProject.bin", ""


def _picture(folder: str) -> Way:
    """Show another picture under the same name."""

    def way(parts: Parts, source: random.Random) -> tuple[str, str]:
        pictures = [name for name in sorted(parts) if name.startswith(f"{folder}/media/")]
        parts[source.choice(pictures)] += b"lain"
        return "gambar", "digambar lain"

    return way


def _title(parts: Parts, source: random.Random) -> tuple[str, str]:
    slide = source.choice(_named(parts, SLIDES))
    parts[slide[0]] = re.sub(rb"(<a:t>)[^<]+", rb"\1Naik 50%", parts[slide[0]], count=1)
    return f"slide {slide[1]}", "Naik 50%"


def _note(parts: Parts, source: random.Random) -> tuple[str, str] | None:
    told = [(each, [*TEXT.finditer(parts[each[0]])]) for each in _named(parts, NOTES)]
    filled = [(each, texts) for each, texts in told if texts]
    if not filled:
        return None
    note, texts = source.choice(filled)
    return f"slide {note[1]}", _other_digit(parts, note[0], source.choice(texts))


def _drop_slide(parts: Parts, source: random.Random) -> tuple[str, str]:
    """Take a slide with its notes out of the show, and out of the folder."""
    slide = source.choice(_named(parts, SLIDES)[1:])
    number, shown = slide[1].encode(), parts[slide[0]].decode()
    for name in (slide[0], f"ppt/slides/_rels/slide{slide[1]}.xml.rels"):
        del parts[name]
    rels, show = "ppt/_rels/presentation.xml.rels", "ppt/presentation.xml"
    relation = re.search(rb"<Relationship [^>]*slides/slide%s\.xml[^>]*>" % number, parts[rels])
    assert relation is not None
    own = re.search(rb'Id="([^"]+)"', relation[0])
    assert own is not None
    parts[rels] = parts[rels].replace(relation[0], b"")
    parts[show] = re.sub(rb'<p:sldId [^>]*r:id="%s"[^>]*/>' % own[1], b"", parts[show])
    return f"slide {slide[1]}", " ".join("".join(re.findall(r"<a:t>([^<]*)<", shown)[:1]).split())


def _swap_slides(parts: Parts, source: random.Random) -> tuple[str, str]:
    """Show two slides in another order; each says what it said."""
    name = "ppt/presentation.xml"
    first, second, *_ = re.findall(rb"<p:sldId [^>]*/>", parts[name])
    parts[name] = parts[name].replace(first, b"\0").replace(second, first).replace(b"\0", second)
    return f"bagian berkas {name}", ""


WAYS: Mapping[str, tuple[str, Way]] = {
    "Word: isi sel": (WORD, _cell),
    "Word: baris dihapus": (WORD, _row),
    "Word: gambar lain": (WORD, _picture("word")),
    "Word: teks alternatif": (WORD, _alt),
    "Word: disembunyikan": (WORD, _hidden),
    "Word: makro": (WORD, _macro),
    "PowerPoint: judul": (DECK, _title),
    "PowerPoint: gambar lain": (DECK, _picture("ppt")),
    "PowerPoint: catatan": (DECK, _note),
    "PowerPoint: slide dihapus": (DECK, _drop_slide),
    "PowerPoint: slide ditukar": (DECK, _swap_slides),
}


def falsify(
    name: str, files: Mapping[str, bytes], source: random.Random
) -> tuple[str, str, bytes, str, str] | None:
    """Falsify in one way; give what makes a ``Fake``, or None where it cannot be done."""
    file, way = WAYS[name]
    with zipfile.ZipFile(io.BytesIO(files[file])) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    told = way(parts, source)
    if told is None:
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return name, file, out.getvalue(), *told
