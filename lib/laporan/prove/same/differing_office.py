"""Files of Word and PowerPoint against those that must be there: paragraph, picture, field."""

from __future__ import annotations

import hashlib
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import zip_longest

from lxml import etree

from laporan.prove.same.difference import Difference, squeezed, steps

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBEDDED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_PARAGRAPHS = (f"{_WORD}p", f"{_DRAWN}p")
_TEXTS = (f"{_WORD}t", f"{_DRAWN}t", f"{_WORD}instrText")
_NUMBER = re.compile(r"(\d+)")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SLIDE = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")

# What a picture is told as; its digest says nothing to people.
_PICTURE = "gambar"
_OTHER_PICTURE, _OWN_PICTURE = "digambar lain", "yang digambar dari data"

Said = tuple[str, str]
Parts = Mapping[str, bytes]


def differing_office(
    file: str, found: bytes, expected: bytes, *, digests: bool = True
) -> list[Difference]:
    """Compare two files of Office: what they say and show, or else which of their parts differ.

    Parameters
    ----------
    digests
        False where another engine made what they hold and name the digests of; then what they say
        is compared alone.
    """
    try:
        parts = [_parts(each) for each in (found, expected)]
        new, old = map(_all_said, parts)
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return [Difference(file, "seluruh berkas", "bukan berkas yang utuh", "berkas yang utuh")]
    if not digests:
        new, old = (
            [each for each in part if not _DIGEST.fullmatch(each[1])] for part in (new, old)
        )
        return list(_steps(file, new, old))
    return [*_steps(file, new, old)] or [*_other_parts(file, *parts)]


def _parts(content: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _all_said(parts: Parts) -> list[Said]:
    """Give what a file says, in the order of reading: where, and what; of a picture its digest."""
    names = sorted(filter(_is_said, parts), key=_natural)
    return [each for name in names for each in _said(name, parts)]


def _steps(file: str, new: list[Said], old: list[Said]) -> Iterator[Difference]:
    for equal, i, j in steps([text for _, text in old], [text for _, text in new]):
        if equal:
            continue
        for ours, theirs in zip_longest(new[j], old[i]):
            place = (ours or theirs)[0]
            there, wanted = (each[1] if each else "" for each in (ours, theirs))
            if place.endswith(_PICTURE):
                there, wanted = there and _OTHER_PICTURE, wanted and _OWN_PICTURE
            yield Difference(file, place, there, wanted, there or wanted)


def _other_parts(file: str, new: Parts, old: Parts) -> Iterator[Difference]:
    """Name the parts that are not what they must be: what is hidden, or acts, is said nowhere."""
    for name in sorted(new.keys() | old.keys()):
        if new.get(name) == old.get(name):
            continue
        both = name in new and name in old
        there = "isi yang lain" if both else "bagian ini" if name in new else ""
        wanted = "isi yang dihasilkan data" if both else "bagian ini" if name in old else ""
        yield Difference(file, f"bagian berkas {name}", there, wanted)


def _natural(name: str) -> list[tuple[int, str]]:
    """Order slide 10 after slide 9."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _NUMBER.split(name)]


def _is_said(name: str) -> bool:
    told = name.startswith(("word/", "docProps/")) or _SLIDE.fullmatch(name) is not None
    return told and name.endswith(".xml")


def _said(name: str, parts: Parts) -> Iterator[Said]:
    slide = _SLIDE.fullmatch(name)
    place = f"slide {slide[2]}" if slide else name
    root = etree.fromstring(parts[name])
    if name.startswith("docProps/"):
        yield from ((f"{name}, metadata", text) for text in _texts_of(root))
        return
    for element in root.iter():
        if element.tag in _PARAGRAPHS:
            text = squeezed("".join(each.text or "" for each in element.iter(*_TEXTS)))
            style = element.find(f"{_WORD}pPr/{_WORD}pStyle")
            if style is not None and style.get(f"{_WORD}val", "").startswith("Heading"):
                place = f"bagian “{text}”"
            if text:
                yield place, text
        elif element.get("descr"):
            yield f"{place}, teks alternatif", element.get("descr", "")
        elif element.get(_EMBEDDED):
            shown = parts.get(_target(name, element.get(_EMBEDDED, ""), parts), b"")
            yield f"{place}, {_PICTURE}", hashlib.sha256(shown).hexdigest()


def _target(name: str, embedded: str, parts: Parts) -> str:
    """Give the part that one names by its relation."""
    folder, _, file = name.rpartition("/")
    relations = etree.fromstring(parts.get(f"{folder}/_rels/{file}.rels", b"<none/>"))
    for each in relations:
        if each.get("Id") == embedded:
            return posixpath.normpath(posixpath.join(folder, each.get("Target", "")))
    return ""


def _texts_of(root: etree._Element) -> Iterator[str]:
    return (text for each in root.iter() if (text := squeezed(each.text or "")))
