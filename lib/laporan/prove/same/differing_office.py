"""Files of Word and PowerPoint against those that must be there: paragraph, picture, field."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest

from lxml import etree

from laporan.prove.same.difference import Difference, squeezed, steps

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PARAGRAPHS = (f"{_WORD}p", f"{_DRAWN}p")
_TEXTS = (f"{_WORD}t", f"{_DRAWN}t", f"{_WORD}instrText")
_NUMBER = re.compile(r"(\d+)")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SLIDE = re.compile(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")

Said = tuple[str, str]


def said_in_office(content: bytes) -> list[Said]:
    """Give what a file says, in the order of reading: where, and what.

    Raises
    ------
    zipfile.BadZipFile
        If it is no packed folder.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = sorted(archive.namelist(), key=_natural)
        parts = {name: archive.read(name) for name in names if name.endswith(".xml")}
    return [each for name, raw in parts.items() if _is_said(name) for each in _said(name, raw)]


def differing_office(
    file: str, found: bytes, expected: bytes, *, digests: bool = True
) -> list[Difference]:
    """Compare what two files of Office say.

    Parameters
    ----------
    digests
        False where another engine made what they name the digests of.
    """
    try:
        new, old = (said_in_office(each) for each in (found, expected))
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return [Difference(file, "seluruh berkas", "bukan berkas yang utuh", "berkas yang utuh")]
    if not digests:
        new, old = (
            [each for each in part if not _DIGEST.fullmatch(each[1])] for part in (new, old)
        )
    return list(_steps(file, new, old))


def _steps(file: str, new: list[Said], old: list[Said]) -> Iterator[Difference]:
    for equal, i, j in steps([text for _, text in old], [text for _, text in new]):
        if equal:
            continue
        for ours, theirs in zip_longest(new[j], old[i]):
            place = (ours or theirs)[0]
            there, wanted = (each[1] if each else "" for each in (ours, theirs))
            yield Difference(file, place, there, wanted, there or wanted)


def _natural(name: str) -> list[tuple[int, str]]:
    """Order slide 10 after slide 9."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in _NUMBER.split(name)]


def _is_said(name: str) -> bool:
    return name.startswith(("word/", "docProps/")) or _SLIDE.fullmatch(name) is not None


def _said(name: str, raw: bytes) -> Iterator[Said]:
    slide = _SLIDE.fullmatch(name)
    place = f"slide {slide[2]}" if slide else name
    root = etree.fromstring(raw)
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


def _texts_of(root: etree._Element) -> Iterator[str]:
    return (text for each in root.iter() if (text := squeezed(each.text or "")))
