"""Finished text against what it must say: every block that claims something must be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from laporan.prove.audit.blocks import SPOKEN, Block
from laporan.prove.audit.claims import claims_in, has_claims


@dataclass(frozen=True)
class Difference:
    """A place at which a file does not say what it must.

    Attributes
    ----------
    place
        Where.
    found, expected
        What stands there, and what must; empty where there is nothing.
    """

    place: str
    found: str
    expected: str

    @property
    def shown(self) -> str:
        """What stands there, cut to where it differs."""
        if not self.found or not self.expected:
            return _short(self.found or self.expected)
        return _short(_apart(self.found, self.expected)[0])

    @property
    def reason(self) -> str:
        """Why it is wrong."""
        if not self.expected:
            return "tidak berasal dari data bulan ini"
        if not self.found:
            return "seharusnya ada, tetapi hilang"
        return f"seharusnya {_short(_apart(self.found, self.expected)[1])!r}"


def compare_blocks(
    expected: Sequence[Block], found: Sequence[Block]
) -> tuple[list[Difference], list[Block]]:
    """Compare a page with what it must say.

    Returns
    -------
    tuple
        The differences that matter, and the found blocks that are as they must be.
    """
    wanted = [(block.kind, block.text, block.keys) for block in expected]
    there = [(block.kind, block.text, block.keys) for block in found]
    differences: list[Difference] = []
    equal: list[Block] = []
    for name, i1, i2, j1, j2 in SequenceMatcher(None, wanted, there, False).get_opcodes():
        if name == "equal":
            equal += found[j1:j2]
            continue
        known = [block for block in found[j1:j2] if is_repeat(block, expected)]
        equal += known
        others = [block for block in found[j1:j2] if block not in known]
        differences += _pair(list(expected[i1:i2]), others)
    return differences, equal


def is_repeat(block: Block, expected: Sequence[Block]) -> bool:
    """Tell whether a block says again, in its section, what must be said there.

    A picture that is set into the page says its alternative text as a label.
    """
    return block.kind == SPOKEN["aria-label"] and any(
        (other.text, other.kind, other.section) == (block.text, SPOKEN["alt"], block.section)
        for other in expected
    )


def _pair(expected: list[Block], found: list[Block]) -> Iterator[Difference]:
    """Pair blocks of the same kind in their order; the rest is missing or too much."""
    for block in found:
        twin = next((other for other in expected if other.kind == block.kind), None)
        if twin is not None:
            expected.remove(twin)
            if has_claims(block.text) or has_claims(twin.text):
                if block.text == twin.text:
                    yield Difference(block.place, " ".join(block.keys), " ".join(twin.keys))
                else:
                    yield Difference(block.place, block.text, twin.text)
        elif has_claims(block.text):
            yield Difference(block.place, block.text, "")
    for block in expected:
        if has_claims(block.text):
            yield Difference(block.place, "", block.text)


def _apart(found: str, expected: str) -> tuple[str, str]:
    """Give the first claims in which two texts differ, or the texts."""
    pairs = zip(
        [claim.text for claim in claims_in(found)],
        [claim.text for claim in claims_in(expected)],
        strict=False,
    )
    return next(((ours, theirs) for ours, theirs in pairs if ours != theirs), (found, expected))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
