"""A PDF against the one that must be there: texts, alternative texts, marks, links, drawings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from laporan.prove.same.difference import Difference, sentence_at, squeezed, steps
from laporan.prove.same.paper import Paper, PaperPage, differing_box, read_paper

_WORDS = 12  # words told beside those that differ


def differing_paper(
    file: str, found: bytes, expected: bytes, *, facts: bool = True
) -> list[Difference]:
    """Compare two PDFs, page by page.

    Parameters
    ----------
    facts
        False where another engine made one of them, which names itself in it.
    """
    here, there = read_paper(found), read_paper(expected)
    if here is None or there is None:
        return [Difference(file, "seluruh berkas", "bukan PDF yang dapat dibaca", "PDF yang utuh")]
    told = [*_pages(file, here, there), *(_facts(file, here, there) if facts else ())]
    # Where the texts are the same, pages may still be drawn otherwise.
    return told or list(_drawings(file, here, there))


def _pages(file: str, here: Paper, there: Paper) -> Iterator[Difference]:
    old, new = there.pages, here.pages
    for _, i, j in steps([page.text for page in old], [page.text for page in new]):
        for at, (page, wanted) in enumerate(zip_longest(new[j], old[i]), start=1):
            number = at + (j.start if page is not None else i.start)
            yield from _page(file, f"halaman {number}", page, wanted)


def _page(
    file: str, place: str, page: PaperPage | None, wanted: PaperPage | None
) -> Iterator[Difference]:
    if page is None or wanted is None:
        texts = (squeezed(each.text) if each else "" for each in (page, wanted))
        yield Difference(file, place, *texts)
        return
    if page.text != wanted.text:
        yield from _words(file, place, page.text.split(), wanted.text.split())
    yield from _unseen(file, place, page, wanted)


def _words(file: str, place: str, new: list[str], old: list[str]) -> Iterator[Difference]:
    for equal, i, j in steps(old, new):
        if not equal:
            before = " ".join(new[max(0, j.start - _WORDS) : j.start])
            after = " ".join(new[j.start : j.stop + _WORDS])
            sentence = sentence_at(f"{before} {after}", len(before) + 1)
            found, expected = " ".join(new[j]), " ".join(old[i])
            yield Difference(file, f"{place}, teks", found, expected, sentence)


def _unseen(file: str, place: str, page: PaperPage, wanted: PaperPage) -> Iterator[Difference]:
    """Compare what a page holds besides its text."""
    for kind, new, old in (
        ("teks alternatif", page.alts, wanted.alts),
        ("tanda susunan", page.marks, wanted.marks),
        ("tautan", page.links, wanted.links),
    ):
        yield from _listed(file, f"{place}, {kind}", new, old, squeezed(wanted.text)[:120])


def _listed(
    file: str, place: str, new: Sequence[str], old: Sequence[str], context: str
) -> Iterator[Difference]:
    for equal, i, j in steps(old, new):
        if not equal:
            for ours, theirs in zip_longest(new[j], old[i], fillvalue=""):
                yield Difference(file, place, ours, theirs, context)


def _facts(file: str, here: Paper, there: Paper) -> Iterator[Difference]:
    for name in dict.fromkeys([*there.facts, *here.facts]):
        new, old = here.facts.get(name, ""), there.facts.get(name, "")
        if new != old:
            yield Difference(file, name, new, old)


def _drawings(file: str, here: Paper, there: Paper) -> Iterator[Difference]:
    for number in range(len(there.pages)):
        box = differing_box(here.drawn(number), there.drawn(number))
        if box:
            sentence = there.near(number, box)
            place = f"halaman {number + 1}, gambar"
            found = f"digambar lain: {sentence[:100]}"
            yield Difference(file, place, found, "yang digambar dari data", sentence)
