"""What a month's files say, against the same month made by another engine.

Bytes can't be compared then. Texts, what is read aloud, the keys that figures carry, pictures and
data can, and what no engine makes must be equal to the byte as ever.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import zip_longest

from lxml.html import HtmlElement

from laporan.measure import Angka
from laporan.prove.same.compare_files import compare_file, with_closest
from laporan.prove.same.difference import Difference, steps
from laporan.prove.same.differing_office import differing_office
from laporan.prove.same.differing_page import SOURCES, SPOKEN, parse_page
from laporan.prove.same.differing_paper import differing_paper
from laporan.prove.same.page_place import CONTAINERS, KINDS, place_of, text_of

# What an engine makes, in the provenance.
ENGINE = ("penyusun", "keluaran")
_MARKS = (*SPOKEN, "data-kunci", "data-asal", "hidden", "aria-hidden")
OFFICE = (".docx", ".pptx")
_UNSAID = {"style", "script"}


def compare_said(
    found: Mapping[str, bytes],
    expected: Mapping[str, bytes],
    by_engine: Collection[str],
    figures: Sequence[Angka] = (),
) -> list[Difference]:
    """Compare all files of a month that another engine has made again.

    Parameters
    ----------
    found, expected, figures
        As :func:`laporan.prove.same.compare_files` takes them.
    by_engine
        The names of the files that an engine makes.
    """
    told: list[Difference] = []
    for name in dict.fromkeys([*expected, *found]):
        if name not in found:
            told.append(Difference(name, "seluruh berkas", "", "berkas ini"))
        elif name not in expected:
            told.append(Difference(name, "seluruh berkas", "berkas ini", ""))
        elif name not in by_engine:
            told += _made_by_no_engine(name, found[name], expected[name], figures)
        elif name.endswith(".pdf"):
            told += differing_paper(name, found[name], expected[name], facts=False)
        elif name.endswith(OFFICE):
            said = differing_office(name, found[name], expected[name], digests=False)
            told += [with_closest(each, figures) for each in said]
        else:
            differing = _differing_items(name, found[name], expected[name])
            told += [with_closest(each, figures) for each in differing]
    return told


def _made_by_no_engine(
    name: str, found: bytes, expected: bytes, figures: Sequence[Angka]
) -> list[Difference]:
    told = compare_file(name, found, expected, figures)
    return [each for each in told if not each.place.startswith(ENGINE)]


def _differing_items(name: str, found: bytes, expected: bytes) -> Iterator[Difference]:
    new, old = (list(_items(parse_page(content))) for content in (found, expected))
    for equal, i, j in steps([item[1:] for item in old], [item[1:] for item in new]):
        if equal:
            continue
        for ours, theirs in zip_longest(new[j], old[i]):
            element, kind, _ = ours or theirs
            place = place_of(element)
            place = place if place.endswith(kind) else f"{place}, {kind}"
            there, wanted = (item[2] if item else "" for item in (ours, theirs))
            yield Difference(name, place, there, wanted, text_of(element)[:200])


def _items(root: HtmlElement) -> Iterator[tuple[HtmlElement, str, str]]:
    """Give what a page says, in the order of reading: element, kind, and what."""
    for element in root.find("body").iter():
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSAID:
            continue
        if tag in KINDS and tag not in CONTAINERS and tag not in ("img", "svg"):
            yield element, KINDS[tag], text_of(element)
        for name in _MARKS:
            if element.get(name) is not None:
                yield element, SPOKEN.get(name, name), element.get(name, "")
        for name in SOURCES:
            if element.get(name, "").startswith("data:") or (tag == "img" and element.get(name)):
                yield element, "isi", element.get(name, "")
