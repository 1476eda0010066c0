"""Change one claim after another in a finished month, and see whether the audit finds it.

``python tests/prove/audit/mutasi.py 2023-07`` tries every mutation and prints the counts;
``--banyak 500 --benih 3`` tries a seeded part. Exit status 1 when one survives, or when a figure of
the published report was not among those changed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from laporan.dasar.arah import KATA, Arah
from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.dasar.project import Project
from laporan.prove.audit.basis import Basis, prepare
from laporan.prove.audit.claims import NUMBER
from laporan.prove.audit.expected import HTML, PDF, SLIDE
from laporan.prove.audit.judge import judge_page, judge_pdf
from laporan.prove.audit.pdf import PdfText, read_pdf

sys.path.insert(0, str(Path(__file__).parent))
from bagian import Sections, pdf_sections
from terbit import PUBLISHED, changes_of_figures

# What a reader sees or hears: text between tags, and the attributes that are read aloud.
SEEN = re.compile(r'>([^<>]+)<|\b(?:alt|aria-label|title|data-ket)="([^"]*)"')
# What is not read: it only costs time.
NOT_TEXT = re.compile(r"(<(style|script|svg)\b[^>]*>).*?(</\2>)", re.DOTALL)
SWAPS = {"naik": "turun", "turun": "naik", "tetap": "naik", "tertinggi": "terendah"}
SWAPS |= {"terendah": "tertinggi", "terbanyak": "tersedikit", "▲": "▼", "▼": "▲"}
SWAPS |= dict(zip(NAMA_BULAN, NAMA_BULAN[1:] + NAMA_BULAN[:1], strict=True))
WORD = re.compile("|".join(rf"\b{word}\b" if word.isalpha() else word for word in SWAPS), re.I)
assert {"naik", "▲"} <= {*KATA[Arah.NAIK]}
assert {"turun", "▼"} <= {*KATA[Arah.TURUN]}


@dataclass(frozen=True)
class Mutation:
    """A change of a text: what stands from start to end becomes something else.

    Attributes
    ----------
    claim
        The number or word that it is a change of.
    """

    file: str
    kind: str
    start: int
    end: int
    new: str
    claim: str

    def apply(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]


@dataclass(frozen=True)
class Finished:
    """The texts of a month's finished files; a PDF's pages and alternative texts are joined.

    Attributes
    ----------
    sections
        Where the sections of each text are, and what they must say.
    """

    texts: dict[str, str]
    sections: dict[str, Sections]

    @classmethod
    def read(cls, folder: Path, basis: Basis) -> Finished:
        texts = {name: _bare((folder / name).read_text("utf-8")) for name in (HTML, SLIDE)}
        sections = {name: Sections.of_page(name, text, basis) for name, text in texts.items()}
        pdf = read_pdf(folder / PDF)
        texts[PDF] = "\0".join(("\f".join(pdf.pages), *pdf.alts))
        sections[PDF] = pdf_sections(texts[PDF], sections[HTML])
        return cls(texts, sections)

    def mutations(self, source: random.Random) -> list[Mutation]:
        return [each for file, text in self.texts.items() for each in mutations(file, text, source)]

    def survives(self, basis: Basis, mutation: Mutation) -> bool:
        """Tell whether the audit of the changed file finds nothing.

        Where the section that is changed gives it away, the rest of the file is not read again.
        """
        text = mutation.apply(self.texts[mutation.file])
        longer = len(text) - len(self.texts[mutation.file])
        if self.sections[mutation.file].tells(text, mutation.start, longer, basis):
            return False
        return self.survives_whole(basis, mutation)

    def survives_whole(self, basis: Basis, mutation: Mutation) -> bool:
        text = mutation.apply(self.texts[mutation.file])
        if mutation.file == PDF:
            pages, *alts = text.split("\0")
            return not judge_pdf(basis, PdfText(tuple(pages.split("\f")), tuple(alts))).unproven
        return not judge_page(basis, mutation.file, text).unproven


def mutations(file: str, text: str, source: random.Random) -> Iterator[Mutation]:
    """Give a change for every number and every word of direction that a reader meets."""
    for start, end in _seen(file, text):
        for match in NUMBER.finditer(text, start, end):
            yield from _numbers(file, match, source)
        for match in WORD.finditer(text, start, end):
            word = SWAPS.get(match[0].lower()) or SWAPS.get(match[0].capitalize(), "")
            new = word.capitalize() if match[0][0].isupper() else word
            yield Mutation(file, "kata", match.start(), match.end(), new, match[0])


def _numbers(file: str, match: re.Match[str], source: random.Random) -> Iterator[Mutation]:
    digits = [at for at in range(match.start(), match.end()) if match.string[at].isdigit()]
    at = source.choice(digits)
    new = source.choice([digit for digit in "0123456789" if digit != match.string[at]])
    yield Mutation(file, "angka", at, at + 1, new, match[0])
    if len(digits) > 1:
        yield Mutation(file, "hapus", digits[-1], digits[-1] + 1, "", match[0])
    for sign in re.finditer("[.,]", match[0]):
        at = match.start() + sign.start()
        yield Mutation(file, "tanda", at, at + 1, "," if sign[0] == "." else ".", match[0])


def _seen(file: str, text: str) -> Iterator[tuple[int, int]]:
    if file == PDF:
        yield 0, len(text)
        return
    for match in SEEN.finditer(text, text.index("<body")):
        group = 1 if match[1] is not None else 2
        if match[group].strip():
            yield match.span(group)


def _bare(page: str) -> str:
    """Drop style, scripts, drawings and data, which say nothing and are long to read."""
    page = re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,", NOT_TEXT.sub(r"\1\3", page))
    return re.sub(r'href="data:[^"]*"', 'href="data:"', page)


def try_all(
    finished: Finished, basis: Basis, chosen: Sequence[Mutation]
) -> tuple[Counter[str], list[Mutation]]:
    """Give how many were tried, by file and kind, and those that survived."""
    tried = Counter(f"{each.file} {each.kind}" for each in chosen)
    return tried, [each for each in chosen if finished.survives(basis, each)]


def _told(finished: Finished, mutation: Mutation) -> str:
    text = finished.texts[mutation.file]
    near = text[max(0, mutation.start - 60) : mutation.end + 40].replace("\n", " ")
    return f"{mutation.file}: {mutation.kind} → {mutation.new!r} dalam …{near}…"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bulan")
    parser.add_argument("--banyak", type=int)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    project, bulan = Project.find(given.data, given.out), Bulan.parse(given.bulan)
    basis = prepare(project, bulan)
    finished = Finished.read(project.output(bulan), basis)
    source = random.Random(given.benih)
    chosen = finished.mutations(source)
    if given.banyak is not None:
        chosen = source.sample(chosen, given.banyak)
    tried, survivors = try_all(finished, basis, chosen)
    for name, count in sorted(tried.items()):
        print(f"{name}: {count} mutasi")
    print(f"Jumlah: {tried.total()} mutasi, {len(survivors)} lolos.")
    print(*(_told(finished, each) for each in survivors), sep="\n", end="\n" if survivors else "")
    unchanged = []
    if bulan == PUBLISHED and given.banyak is None:
        figures = changes_of_figures(project.output(bulan), finished.sections, chosen)
        unchanged = [name for name, changes in figures.items() if not changes]
        print(
            f"Angka laporan terbit: {len(figures) // len(finished.texts)} di tiap berkas, "
            f"{len(unchanged)} tidak diubah."
        )
        print(*unchanged, sep="\n", end="\n" if unchanged else "")
    return 1 if survivors or unchanged else 0


if __name__ == "__main__":
    sys.exit(main())
