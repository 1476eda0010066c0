"""Change one claim after another in a finished month, and see whether the audit finds it.

``python tests/audit/mutasi.py 2023-07`` tries every mutation and prints the counts;
``--banyak 120 --benih 3`` tries a seeded part. Exit status 1 when one survives.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from laporan.audit.blocks import read_blocks
from laporan.audit.claims import DOWN, NUMBER, UP
from laporan.audit.compare import compare_blocks
from laporan.audit.expected import HTML, PDF, SLIDE
from laporan.audit.month import Basis, judge_page, judge_pdf, prepare
from laporan.audit.pdf import PdfText, read_pdf
from laporan.bulan import NAMA_BULAN, Bulan
from laporan.project import Project

# What a reader sees or hears: text between tags, and the attributes that are read aloud.
SEEN = re.compile(r'>([^<>]+)<|\b(?:alt|aria-label|title|data-ket)="([^"]*)"')
# What is not read: it only costs time.
NOT_TEXT = re.compile(r"(<(style|script|svg)\b[^>]*>).*?(</\2>)", re.DOTALL)
SWAPS = {"naik": "turun", "turun": "naik", "tetap": "naik", "tertinggi": "terendah"}
SWAPS |= {"terendah": "tertinggi", "terbanyak": "tersedikit", "▲": "▼", "▼": "▲"}
SWAPS |= dict(zip(NAMA_BULAN, NAMA_BULAN[1:] + NAMA_BULAN[:1], strict=True))
WORD = re.compile("|".join(rf"\b{word}\b" if word.isalpha() else word for word in SWAPS), re.I)
assert {"naik", "▲"} <= {*UP}
assert {"turun", "▼"} <= {*DOWN}


@dataclass(frozen=True)
class Mutation:
    """A change of a text: what stands from start to end becomes something else."""

    file: str
    kind: str
    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]


@dataclass(frozen=True)
class Finished:
    """The texts of a month's finished files; a PDF's pages and alternative texts are joined."""

    texts: dict[str, str]

    @classmethod
    def read(cls, folder: Path) -> Finished:
        pdf = read_pdf(folder / PDF)
        return cls(
            {
                HTML: _bare((folder / HTML).read_text("utf-8")),
                SLIDE: _bare((folder / SLIDE).read_text("utf-8")),
                PDF: "\0".join(("\f".join(pdf.pages), *pdf.alts)),
            }
        )

    def survives(self, basis: Basis, mutation: Mutation) -> bool:
        text = mutation.apply(self.texts[mutation.file])
        if mutation.file == PDF:
            pages, *alts = text.split("\0")
            return not judge_pdf(basis, PdfText(tuple(pages.split("\f")), tuple(alts))).unproven
        different, _ = compare_blocks(basis.expected[mutation.file], read_blocks(text))
        return not different and not judge_page(basis, mutation.file, text).unproven


def mutations(file: str, text: str, source: random.Random) -> Iterator[Mutation]:
    """Give a change for every number and every word of direction that a reader meets."""
    for start, end in _seen(file, text):
        for match in NUMBER.finditer(text, start, end):
            yield from _numbers(file, match, source)
        for match in WORD.finditer(text, start, end):
            word = SWAPS.get(match[0].lower()) or SWAPS.get(match[0].capitalize(), "")
            new = word.capitalize() if match[0][0].isupper() else word
            yield Mutation(file, "kata", match.start(), match.end(), new)


def _numbers(file: str, match: re.Match[str], source: random.Random) -> Iterator[Mutation]:
    digits = [
        at for at in range(match.start(), match.end()) if match[0][at - match.start()].isdigit()
    ]
    at = source.choice(digits)
    old = match.string[at]
    new = source.choice([digit for digit in "0123456789" if digit != old])
    yield Mutation(file, "angka", at, at + 1, new)
    if len(digits) > 1:
        yield Mutation(file, "hapus", digits[-1], digits[-1] + 1, "")
    for sign in re.finditer("[.,]", match[0]):
        at = match.start() + sign.start()
        yield Mutation(file, "tanda", at, at + 1, "," if sign[0] == "." else ".")


def _seen(file: str, text: str) -> Iterator[tuple[int, int]]:
    if file == PDF:
        yield 0, len(text)
        return
    for match in SEEN.finditer(text, text.index("<body")):
        group = 1 if match[1] is not None else 2
        if match[group].strip():
            yield match.span(group)


def _bare(page: str) -> str:
    """Drop style, scripts and drawings, which say nothing and are long to read."""
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,", NOT_TEXT.sub(r"\1\3", page))


def run(
    project: Project, bulan: Bulan, count: int | None, seed: int
) -> tuple[Counter[str], list[str]]:
    """Try all mutations, or so many of them; give the counts, and those that survived."""
    basis = prepare(project, bulan)
    finished = Finished.read(project.output(bulan))
    source = random.Random(seed)
    found = [m for file, text in finished.texts.items() for m in mutations(file, text, source)]
    if count is not None:
        found = source.sample(found, count)
    tried: Counter[str] = Counter()
    survivors = []
    for mutation in found:
        tried[f"{mutation.file} {mutation.kind}"] += 1
        if finished.survives(basis, mutation):
            text = finished.texts[mutation.file]
            near = text[max(0, mutation.start - 60) : mutation.end + 40].replace("\n", " ")
            survivors.append(f"{mutation.file}: {mutation.kind} → {mutation.new!r} dalam …{near}…")
    return tried, survivors


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bulan")
    parser.add_argument("--banyak", type=int)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    project = Project.find(given.data, given.out)
    tried, survivors = run(project, Bulan.parse(given.bulan), given.banyak, given.benih)
    for name, count in sorted(tried.items()):
        print(f"{name}: {count} mutasi")
    print(f"Jumlah: {tried.total()} mutasi, {len(survivors)} lolos.")
    print(*survivors, sep="\n")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
