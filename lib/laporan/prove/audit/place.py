"""Where blocks stand: after how many tables and pictures, and what is shown with a caption."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from laporan.prove.audit.blocks import SPOKEN, Block
from laporan.prove.audit.claims import NUMBER
from laporan.prove.audit.spelling import number_of

TOTAL = "Σ"  # stands before the last number of a column where that is the sum of the others

_TOTAL_ROW = "Jumlah"
_COUNTED = {"judul tabel": "Tabel", "judul gambar": "Gambar"}
_ALT, _LABEL = SPOKEN["alt"], SPOKEN["aria-label"]


@dataclass(frozen=True)
class Place:
    """Where a block stands among the others.

    Attributes
    ----------
    counters
        How many tables and pictures came up to here, this one included.
    company
        The numbers shown with a caption: of its picture, or of each column of its table.
    """

    counters: Mapping[str, int]
    company: tuple[tuple[str, ...], ...] = ()


def places(
    blocks: Sequence[Block], is_in_name: Callable[[str, int, int], bool]
) -> Iterator[tuple[Block, Place]]:
    """Give each block with its place.

    A label that says again what a caption or an alternative text says stands for that one.

    Parameters
    ----------
    is_in_name
        Tells whether a place in a text, by its start and end, is part of a name: such a number is
        no figure.
    """
    twins = {block.text: block for block in blocks if block.kind in (_ALT, *_COUNTED)}
    counters: dict[str, int] = {}
    alt = ""
    for block in blocks:
        twin = twins.get(block.text) if block.kind == _LABEL else None
        ahead = dict(counters)
        kind = _COUNTED.get((twin or block).kind)
        if kind is not None:
            ahead[kind] = ahead.get(kind, 0) + 1
        if twin is None:
            counters = ahead
        if block.kind == _ALT:
            alt = block.text
        yield twin or block, Place(ahead, tuple(_company(twin or block, blocks, alt, is_in_name)))


def _company(
    block: Block,
    blocks: Sequence[Block],
    alt: str,
    is_in_name: Callable[[str, int, int], bool],
) -> Iterator[tuple[str, ...]]:
    if block.kind == "judul gambar":
        found = [
            match[0]
            for match in NUMBER.finditer(alt, alt.find(":") + 1)
            if not is_in_name(alt, *match.span())
        ]
        yield tuple(text for text in found if "%" not in text)
        yield tuple(text for text in found if "%" in text)
    elif block.table:
        lines = {
            other.line: other.row for other in blocks if other.table == block.table and other.line
        }
        has_total = bool(lines) and lines[max(lines)][0] == _TOTAL_ROW
        for column in zip(*lines.values(), strict=False):
            cells = [cell for cell in column if NUMBER.fullmatch(cell)]
            if len(cells) > 1 and has_total and _is_total(cells):
                yield (*cells[:-1], TOTAL, cells[-1])
            else:
                yield tuple(cells)


def _is_total(cells: Sequence[str]) -> bool:
    *parts, total = map(number_of, cells)
    # Each share is rounded by itself.
    rounding = 0.005 * len(parts) + 1e-9 if "%" in cells[-1] else 0
    return abs(sum(parts) - total) <= rounding
