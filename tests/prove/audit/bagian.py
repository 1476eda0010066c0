"""The sections of a finished file: where each begins, and whether a change gives itself away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from laporan.prove.audit.basis import Basis
from laporan.prove.audit.blocks import Block, read_blocks, squeeze
from laporan.prove.audit.compare import compare_blocks
from laporan.prove.audit.judge import judge_explanations

SECTION = re.compile(r"<section\b([^>]*)>\s*<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
ID = re.compile(r'\bid="([^"]*)"')
CONTENTS = 2  # pages of a PDF before its first section


@dataclass(frozen=True)
class Sections:
    """Attributes are lists of the same length, in the order of the file.

    Attributes
    ----------
    starts, names, titles
        Where each section begins, its id, and its heading.
    wanted
        What each must say, where the file says that and nothing else; None elsewhere.
    """

    file: str
    starts: Sequence[int]
    names: Sequence[str]
    titles: Sequence[str]
    wanted: Sequence[list[Block] | None]

    @classmethod
    def of_page(cls, file: str, text: str, basis: Basis) -> Sections:
        found = list(SECTION.finditer(text))
        starts = [match.start() for match in found]
        titles = [squeeze(unescape(re.sub("<[^>]*>", "", match[2]))) for match in found]
        names = [name[1] if (name := ID.search(match[1])) else "" for match in found]
        expected = _divide(basis.expected[file])
        wanted: list[list[Block] | None] = [None] * len(found)
        if len(expected) == len(found):
            for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
                if not compare_blocks(expected[at], _read(text[start:end]))[0]:
                    wanted[at] = expected[at]
        return cls(file, starts, names, titles, wanted)

    def at(self, position: int) -> int:
        """Give which section a position is in; -1 before the first."""
        return bisect_right(self.starts, position) - 1

    def tells(self, text: str, position: int, longer: int, basis: Basis) -> bool:
        """Tell whether the section at a position, where it was changed, says what it must not.

        Parameters
        ----------
        text
            The changed text.
        longer
            By how many characters.
        """
        at = self.at(position)
        wanted = self.wanted[at] if at >= 0 else None
        if wanted is None:
            return False
        end = self.starts[at + 1] + longer if at + 1 < len(self.starts) else len(text)
        part = text[self.starts[at] : end]
        if any(judge_explanations(basis, self.file, part)):
            return True
        return bool(compare_blocks(wanted, _read(part))[0])


def pdf_sections(text: str, page: Sections) -> Sections:
    """Find the page's sections in the text of the PDF, after the contents."""
    position = [match.end() for match in re.finditer("\f", text)][CONTENTS - 1]
    starts = []
    for title in page.titles:
        match = re.compile(r"\s+".join(map(re.escape, title.split()))).search(text, position)
        if match is None:
            raise ValueError(f"{title} is not in the PDF")
        starts.append(match.start())
        position = match.end()
    return Sections("laporan.pdf", starts, page.names, page.titles, [None] * len(starts))


def _read(part: str) -> list[Block]:
    return read_blocks(f"<html><body>{part}")[1:]


def _divide(blocks: Sequence[Block]) -> list[list[Block]]:
    """Put the blocks of each section together; those before the first are left out."""
    parts: list[list[Block]] = []
    for block in blocks:
        if block.kind == "judul" and block.text == block.section:
            parts.append([])
        if parts:
            parts[-1].append(block)
    return parts
