"""The finished files of a month against the same files made again: equal bytes, or what differs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import PurePath

from laporan.measure import Angka
from laporan.prove.same.closest import closest_figure
from laporan.prove.same.difference import Difference, apart, cut_apart, squeezed
from laporan.prove.same.differing_office import differing_office
from laporan.prove.same.differing_page import differing_page
from laporan.prove.same.differing_paper import differing_paper
from laporan.prove.same.differing_rows import differing_rows, differing_values, read_json, set_aside

_HEADING = re.compile(r"<h[1-3][^>]*>(.*?)</h[1-3]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def compare_files(
    found: Mapping[str, bytes], expected: Mapping[str, bytes], figures: Sequence[Angka] = ()
) -> list[Difference]:
    """Compare all files of a month.

    Parameters
    ----------
    found
        The files that lie there, by name.
    expected
        The same month, made again.
    figures
        Its figures, to tell which one a wrong number may mean.
    """
    told: list[Difference] = []
    for name in dict.fromkeys([*expected, *found]):
        if name not in found:
            told.append(Difference(name, "seluruh berkas", "", "berkas ini"))
        elif name not in expected:
            told.append(Difference(name, "seluruh berkas", "berkas ini", ""))
        else:
            told += compare_file(name, found[name], expected[name], figures)
    return told


def compare_file(
    name: str, found: bytes, expected: bytes, figures: Sequence[Angka] = ()
) -> list[Difference]:
    """Compare a file with the one that must be there: nothing only where all bytes are equal."""
    suffix = PurePath(name).suffix
    if found == expected or (suffix == ".json" and _same_provenance(found, expected)):
        return []
    told = _COMPARERS.get(suffix, _bytes)(name, found, expected)
    # What a picture, a provenance or bare bytes hold are no claims of figures.
    return [each if _of_no_claim(each) else with_closest(each, figures) for each in told] or _bytes(
        name, found, expected
    )


def _of_no_claim(told: Difference) -> bool:
    return told.file.endswith(".json") or told.place.endswith("gambar")


def with_closest(told: Difference, figures: Sequence[Angka]) -> Difference:
    """Name the figure that a wrong number is nearest to."""
    return replace(told, nearest=closest_figure(told.found, told.expected, figures))


def _same_provenance(found: bytes, expected: bytes) -> bool:
    try:
        return set_aside(found) == set_aside(expected)
    except (ValueError, KeyError, TypeError):
        return False


def _rows(name: str, found: bytes, expected: bytes) -> list[Difference]:
    return list(
        differing_rows(name, *(each.decode("utf-8", "replace") for each in (found, expected)))
    )


def _json(name: str, found: bytes, expected: bytes) -> list[Difference]:
    try:
        return list(differing_values(name, read_json(found), read_json(expected)))
    except ValueError as error:
        return [Difference(name, "seluruh berkas", f"bukan JSON: {error}", "JSON yang utuh")]


def _picture(name: str, found: bytes, expected: bytes) -> list[Difference]:
    return [Difference(name, "gambar", "digambar lain", "yang digambar dari data")]


def _lines(name: str, found: bytes, expected: bytes) -> list[Difference]:
    new, old = (each.decode("utf-8", "replace").splitlines() for each in (found, expected))
    pairs = enumerate(zip_longest(new, old, fillvalue=""), start=1)
    return [Difference(name, f"baris {at}", *pair) for at, pair in pairs if pair[0] != pair[1]]


def _bytes(name: str, found: bytes, expected: bytes) -> list[Difference]:
    """Tell where the bytes begin to differ, where nothing else does: spaces, comments, quotes."""
    at = apart(found, expected)
    before = found[:at].decode("utf-8", "replace")
    place = f"baris {before.count(chr(10)) + 1}, bita {at + 1}"
    headings = _HEADING.findall(before)
    if headings:
        place = f"bagian “{squeezed(_TAG.sub('', headings[-1]))}”, {place}"
    window = slice(max(0, at - 200), at + 400)
    ours, theirs = (each[window].decode("utf-8", "replace") for each in (found, expected))
    texts = cut_apart(ours, theirs)
    if texts[0] == texts[1]:  # spaces and ends of lines
        texts = cut_apart(repr(ours), repr(theirs))
    return [Difference(name, f"{place} (susunan berkas, bukan teksnya)", *texts)]


_COMPARERS: Mapping[str, Callable[[str, bytes, bytes], list[Difference]]] = {
    ".html": differing_page,
    ".pdf": differing_paper,
    ".csv": _rows,
    ".json": _json,
    ".docx": differing_office,
    ".pptx": differing_office,
    ".png": _picture,
    ".txt": _lines,
}
