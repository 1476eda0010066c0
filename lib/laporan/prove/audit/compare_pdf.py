"""The text of a PDF against what it must say, in the order of reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from laporan.prove.audit.blocks import SPOKEN, WEB, Block, squeeze
from laporan.prove.audit.claims import has_claims
from laporan.prove.audit.compare import Difference
from laporan.prove.audit.pdf import PdfText

_FOOTER = re.compile(r"Halaman\s+(\d+)\s+dari\s+(\d+)")
_ENTRY = re.compile(r"(?:\s*\.){3,}\s*(\d+)\s*$")
_SHORT = 24  # characters; a text so short must follow at once
_WINDOW = 4000
_NOTHING = re.compile(r"[\s•–‣·]*")


@dataclass(frozen=True)
class _Page:
    number: int
    lines: tuple[str, ...]


@lru_cache(maxsize=4096)
def dense(text: str) -> str:
    """Drop all space and hyphens: lines break anywhere, and a PDF loses the hyphen there.

    Typst makes a minus sign of one before a digit, which may be a name's.
    """
    return re.sub(r"[\s\x02\u2212-]+", "", squeeze(text))


def compare_pdf(expected: Sequence[Block], text: PdfText) -> list[Difference]:
    """Compare a PDF with the blocks of the page that says the same."""
    unprinted = {*SPOKEN.values(), WEB, "judul dokumen"}
    # A page holds some pictures twice, one of them for narrow screens.
    alts = list(dict.fromkeys(b.text for b in expected if b.kind == SPOKEN["alt"]))
    body = [block for block in expected if block.kind not in unprinted]
    start = next((at for at, block in enumerate(body) if _is_section(block)), len(body))
    head = [dense(block.text) for block in body[:start] if block.kind != "butir"]
    margins, pages = _margins(text.pages, head)
    headings = {dense(block.text) for block in body if block.kind == "judul"}
    entries, pages = _take_contents(pages, headings)
    differences, places = _stream(body[start:], pages)
    return [
        *margins,
        *_contents(entries, places),
        *differences,
        *_alts(alts, list(dict.fromkeys(text.alts))),
    ]


def _is_section(block: Block) -> bool:
    return block.kind == "judul" and block.section == block.text


def _margins(pages: Sequence[str], head: Sequence[str]) -> tuple[list[Difference], list[_Page]]:
    """Take off what each page says again of the first, and the page's number, which must be right.

    Parameters
    ----------
    head
        What the title page may say: title, month, and that the data is synthetic.
    """
    differences, kept = [], []
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.split("\n") if line.strip()]
        if number == 1:
            rest = _without(dense("".join(lines)), head)
            if rest:
                differences.append(Difference("halaman judul PDF", rest, " ".join(head)))
            continue
        text = "\n".join(lines[-2:])
        footer = _FOOTER.search(text)
        if footer:
            if (int(footer[1]), int(footer[2])) != (number, len(pages)):
                right = f"Halaman {number} dari {len(pages)}"
                differences.append(Difference(f"kaki halaman {number} PDF", footer[0], right))
            text = text[: footer.start()] + "\n" + text[footer.end() :]
            lines = [*lines[:-2], *text.split("\n")]
        lines = [line for line in lines if line.strip()]
        ends = {0, 1, len(lines) - 2, len(lines) - 1}
        body = [
            line for at, line in enumerate(lines) if at not in ends or _without(dense(line), head)
        ]
        kept.append(_Page(number, tuple(body)))
    return differences, kept


def _without(text: str, pieces: Sequence[str]) -> str:
    """Give what is left of a text that is put together of pieces, each taken once."""
    for piece in sorted(filter(None, pieces), key=len, reverse=True):
        text = text.replace(piece, "", 1)
    return text


def _take_contents(
    pages: Sequence[_Page], headings: Container[str]
) -> tuple[list[tuple[str, int]], list[_Page]]:
    """Take out the entries of the contents: the heading, and the page that it is said to be on."""
    kept, entries = [], []
    for page in pages:
        rest = []
        for line in page.lines:
            entry = _ENTRY.search(line)
            if entry and dense(line[: entry.start()]) in headings:
                entries.append((dense(line[: entry.start()]), int(entry[1])))
            else:
                rest.append(line)
        kept.append(_Page(page.number, tuple(rest)))
    return entries, kept


def _stream(
    body: Sequence[Block], pages: Sequence[_Page]
) -> tuple[list[Difference], Mapping[str, int]]:
    """Follow the blocks through the text; what lies between them must claim nothing.

    Returns
    -------
    tuple
        The differences, and the page of each heading.
    """
    stream, ends = _join(body, pages)
    differences: list[Difference] = []
    found: dict[str, int] = {}
    position = 0
    missing: list[Block] = []
    for block in body:
        wanted = dense(block.mark + block.text)
        at = _find(stream, wanted, position)
        if at < 0:
            missing.append(block)
            continue
        if block.kind == "judul":
            found.setdefault(wanted, pages[bisect_right(ends, at)].number)
        differences += _gap(stream[position:at], missing, block)
        missing = []
        position = at + len(wanted)
    differences += _gap(stream[position:], missing, body[-1] if body else None)
    return differences, found


def _join(body: Sequence[Block], pages: Sequence[_Page]) -> tuple[str, list[int]]:
    """Join the pages; a table's head that a page begins with again is taken off.

    Returns
    -------
    tuple
        The text, and where each page ends in it.
    """
    heads: dict[int, str] = {}
    for block in body:
        if block.kind == "sel judul" and block.row and block.text in block.row:
            heads.setdefault(block.table, dense("".join(block.row)))
    parts: list[str] = []
    for page in pages:
        text = dense("".join(page.lines))
        if not any(parts):
            text = text.removeprefix("DaftarIsi")
        parts.append(
            next((text.removeprefix(h) for h in heads.values() if text.startswith(h)), text)
        )
    return "".join(parts), list(accumulate(map(len, parts)))


def _contents(entries: Sequence[tuple[str, int]], places: Mapping[str, int]) -> list[Difference]:
    """Check each entry of the contents: its heading must stand on the page that it names."""
    return [
        Difference("daftar isi PDF", str(said), f"halaman {places.get(name, 0)}")
        for name, said in entries
        if places.get(name) != said
    ]


def _find(stream: str, wanted: str, position: int) -> int:
    at = stream.find(wanted, position, position + len(wanted) + _WINDOW)
    if at >= 0 and len(wanted) < _SHORT and not _NOTHING.fullmatch(stream[position:at]):
        return -1
    return at


def _gap(text: str, missing: Sequence[Block], block: Block | None) -> list[Difference]:
    if not has_claims(text) and not any(has_claims(lost.text) for lost in missing):
        return []
    near = missing[0] if missing else block
    place = near.place if near else "PDF"
    return [Difference(place, text, " ".join(lost.mark + lost.text for lost in missing))]


def _alts(expected: Sequence[str], found: Sequence[str]) -> list[Difference]:
    if len(expected) != len(found):
        return [
            Difference("teks alternatif PDF", f"{len(found)} teks", f"{len(expected)} teks"),
        ]
    return [
        Difference(f"teks alternatif ke-{number} PDF", theirs, ours)
        for number, (ours, theirs) in enumerate(zip(expected, found, strict=True), 1)
        if ours != theirs
    ]
