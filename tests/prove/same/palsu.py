"""Falsifies finished files, in the ways that were met and in others drawn at random.

Each falsification says what it did and where, so that it can be asked whether the comparison with
the month made again finds it and names file, place and sentence.

    python tests/prove/same/palsu.py 2023-07 --banyak 500 --benih 1
"""

from __future__ import annotations

import argparse
import base64
import random
import re
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import palsu_kantor
import palsu_pdf

from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.prove.same import Difference, compare_file
from laporan.publish.again import make_again, read_found

PAGES = ("laporan.html", "slide.html", "mutu.html")
REPORT = PAGES[:2]
HEADING = re.compile(r"<h[1-3][^>]*>(.*?)</h[1-3]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
# What is read: text between tags, of the body, and outside of scripts and drawings.
CODE = re.compile(r"<(style|script)\b[^>]*>.*?</\1>|data:[^\"]*", re.DOTALL)


@dataclass(frozen=True)
class Fake:
    """A falsified file.

    Attributes
    ----------
    kind
        What was done.
    file, content
        The file's name, and what it has become.
    place
        What the place that is told must say: a heading, a page, a row.
    sentence
        What must be told of what stands there, or stood.
    """

    kind: str
    file: str
    content: bytes
    place: str
    sentence: str

    def is_named(self, told: Sequence[Difference]) -> bool:
        """Tell whether one of the differences names file, place and sentence."""
        return any(
            each.file == self.file
            # A falsified heading is the name of its own place.
            and self.place in (each.place, each.expected)[each.expected == self.place]
            and self.sentence in " ".join((each.found, each.expected, each.sentence))
            for each in told
        )


@dataclass(frozen=True)
class Edit:
    """A change of a page's source: what stands from start to end becomes something else."""

    start: int
    end: int
    new: str
    sentence: str


# Gives an edit of a page; None where the page holds nothing to be changed so.
Way = Callable[[str, random.Random], "Edit | None"]


def text_of(source: str) -> str:
    return " ".join(unescape(TAG.sub("", source)).split())


def heading_before(page: str, at: int) -> str:
    """Give the heading that a reader finds above a place, or around it."""
    found = [text for start, text in _headings(page) if start < at]
    return found[-1] if found else ""


@lru_cache(maxsize=4)
def _headings(page: str) -> list[tuple[int, str]]:
    return [(match.start(), text_of(match[1])) for match in HEADING.finditer(page)]


@lru_cache(maxsize=4)
def _hidden_spans(page: str) -> list[tuple[int, int]]:
    return [match.span() for match in CODE.finditer(page)]


def pick(
    pattern: str, page: str, source: random.Random, readable: bool = True
) -> re.Match[str] | None:
    """Draw one of the matches, of what is read alone or of all."""
    body = page.index("<body")
    hidden = _hidden_spans(page) if readable else []
    found = [
        match
        for match in re.finditer(pattern, page)
        if match.start() > body and not _is_within(match.start(), hidden)
    ]
    return source.choice(found) if found else None


def _is_within(at: int, spans: list[tuple[int, int]]) -> bool:
    before = bisect_right(spans, (at, sys.maxsize)) - 1
    return before >= 0 and at < spans[before][1]


def swap_of(pattern: str, group: int = 1) -> Way:
    """Exchange what two matches hold."""

    def way(page: str, source: random.Random) -> Edit | None:
        first = pick(pattern, page, source, readable=False)
        others = [m for m in re.finditer(pattern, page) if first and m[group] != first[group]]
        if first is None or not others:
            return None
        second = source.choice(others)
        left, right = sorted((first, second), key=lambda match: match.start())
        middle = page[left.end(group) : right.start(group)]
        new = right[group] + middle + left[group]
        told = text_of(left[group])[:30]
        return Edit(left.start(group), right.end(group), new, "" if "data:" in told else told)

    return way


def replaced(
    pattern: str, new: Callable[[re.Match[str], random.Random], str], *, readable: bool = True
) -> Way:
    """Replace a match."""

    def way(page: str, source: random.Random) -> Edit | None:
        match = pick(pattern, page, source, readable)
        if match is None:
            return None
        made = new(match, source)
        told = "" if "base64" in match[0] else text_of(made)
        return None if made == match[0] else Edit(match.start(), match.end(), made, told)

    return way


def inserted(what: str) -> Way:
    """Put something behind a paragraph."""

    def way(page: str, source: random.Random) -> Edit | None:
        match = pick("</p>", page, source)
        told = TOLD.search(what)
        return Edit(match.end(), match.end(), what, told[0] if told else "") if match else None

    return way


def removed(pattern: str) -> Way:
    def way(page: str, source: random.Random) -> Edit | None:
        match = pick(pattern, page, source)
        return Edit(match.start(), match.end(), "", text_of(match[0])[:30]) if match else None

    return way


def _other_digit(match: re.Match[str], source: random.Random) -> str:
    at = source.choice([at for at, char in enumerate(match[0]) if char.isdigit()])
    digit = source.choice([digit for digit in "0123456789" if digit != match[0][at]])
    return match[0][:at] + digit + match[0][at + 1 :]


def _redrawn(match: re.Match[str], source: random.Random) -> str:
    """Change one length in a drawing."""
    drawing = base64.b64decode(match[1]).decode()
    lengths = [
        each for each in re.finditer(r"(?<=[ML ])(\d+\.?\d*) (?=\d)", drawing) if each[1] != "0"
    ]
    chosen = source.choice(lengths) if lengths else None
    if chosen is None:
        new = drawing.replace("</svg>", '<path d="M0 0L9 9"/></svg>')
    else:
        new = f"{drawing[: chosen.start(1)]}{float(chosen[1]) * 0.5:g}{drawing[chosen.end(1) :]}"
    return "data:image/svg+xml;base64," + base64.b64encode(new.encode()).decode()


ATTRIBUTE = "|".join(
    rf'(?<= {name}=")[^"]+(?=")' for name in ("scope", "class", "data-ket", "aria-label")
)
DATA = r"(?<=%2C)\d+(?=%0D%0A)"
DRAWN = r'(?<= d="M)[\d.]+(?= )'
DRAWING = r'<svg class="luas"[^>]*>(.*?)</svg>'
PICTURE = r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)"
NUMBER = r"(?<=>)[^<>{}]*\d[^<>{}]*(?=<)"
WORDS = {
    "naik": "turun", "turun": "naik", "tertinggi": "terendah", "terbanyak": "tersedikit",
    "dan": "atau", "tiket": "pengaduan", "masuk": "ditolak", "Juli": "Juni", "Juni": "Mei",
    "seluruh": "sebagian", "tidak": "selalu", "paling": "kurang", "dari": "tanpa", "baris": "surat",
}  # fmt: skip


def _word(match: re.Match[str], _: random.Random) -> str:
    return WORDS[match[0]]


def _attribute(match: re.Match[str], source: random.Random) -> str:
    return source.choice(["lain", "12", "x" + match[0]])


def _more(match: re.Match[str], source: random.Random) -> str:
    return str(int(match[0]) + source.randint(1, 9))


def _line(page: str, source: random.Random) -> Edit | None:
    match = pick(DRAWN, page, source)
    if match is None:
        return None
    return Edit(match.start(), match.end(), f"{float(match[0]) + source.randint(1, 9):g}", "")


def _as_words(match: re.Match[str], source: random.Random) -> str:
    return source.choice(["dua ratus", "separuh", "½", "seribu lebih", "XII", "melonjak"])


def _hidden(match: re.Match[str], source: random.Random) -> str:
    return (
        match[1]
        + source.choice([" hidden", ' style="display:none"', ' aria-hidden="true"'])
        + match[2]
    )


INSERTED = {
    "kalimat ditambahkan": "<p>Ada dua ratus keluhan, melonjak ½ kali.</p>",
    "bagian tersembunyi": "<section hidden><p>Ada 1.234 tiket.</p></section>",
    "skrip ditambahkan": "<script>document.body.textContent='naik 5%'</script>",
    "bingkai": '<iframe src="https://contoh.invalid/angka"></iframe>',
    "gambar ditambahkan": '<img src="https://contoh.invalid/a.png" alt="Naik 5%">',
    "tautan ditambahkan": '<a href="https://contoh.invalid/">rinciannya di sini</a>',
    "catatan tersembunyi": "<!-- tiket sebenarnya 1.234 -->",
    "spasi": " \n",
}
TOLD = re.compile(r"dua ratus keluhan|1\.234|naik 5%|contoh\.invalid|rinciannya di sini|^ $")
ROW = r"<tr[^>]*>(?:(?!</tr>).)*<td(?:(?!</tr>)[\s\S])*</tr>"
# By name; each for pages of the report unless it can be met in mutu.html, too.
WAYS: Mapping[str, tuple[Sequence[str], Way]] = {
    "angka": (PAGES, replaced(NUMBER, _other_digit)),
    "kata": (PAGES, replaced(r"(?<=[ >])(" + "|".join(WORDS) + r")(?=[ .,<])", _word)),
    "angka menjadi kata": (PAGES, replaced(r"(?<=>)[\d.,%]+(?=<)", _as_words)),
    "batang digambar lain": (REPORT[1:], replaced(PICTURE, _redrawn, readable=False)),
    "garis digambar lain": (REPORT[:1], _line),
    "gambar ditukar": (REPORT[1:], swap_of(f'src="({PICTURE})"')),
    "grafik ditukar": (REPORT[:1], swap_of(DRAWING)),
    "gambar dikosongkan": (REPORT[1:], replaced(PICTURE, lambda *_: "", readable=False)),
    "grafik dihapus": (REPORT[:1], removed(DRAWING)),
    "CSV dalam laman": (("laporan.html",), replaced(DATA, _more, readable=False)),
    "judul kolom ditukar": (PAGES, swap_of(r"<th[^>]*>([^<]+)</th>")),
    "nama baris ditukar": (PAGES, swap_of(r"<tr[^>]*>\s*<t[dh][^>]*>([^<]+)</t")),
    "isi sel ditukar": (PAGES, swap_of(r"<td[^>]*>([^<]+)</td>")),
    "baris dihapus": (PAGES, removed(ROW)),
    "kalimat dihapus": (PAGES, removed(r"<p[^>]*>[^<]+(?:(?!</p>)[\s\S])*</p>")),
    "disembunyikan": (PAGES, replaced(r"(<(?:p|table|section|tr|h2)\b[^>]*)(>)", _hidden)),
    "atribut": (REPORT, replaced(ATTRIBUTE, _attribute)),
    **{name: (PAGES, inserted(what)) for name, what in INSERTED.items()},
}


def _css(page: str, source: random.Random) -> Edit | None:
    rules = [
        'h2::after { content: " naik 50%"; }', "table { display: none; }",
        '.angka::before { content: "±"; }', "td { font-size: 0; }",
    ]  # fmt: skip
    at, rule = page.index("</style>"), source.choice(rules)
    return Edit(at, at, rule, rule)


def _script(page: str, source: random.Random) -> Edit | None:
    found = list(re.finditer(r"<script[^>]*>()", page))
    if not found:
        return None
    at = source.choice(found).end()
    return Edit(at, at, "alert('turun 12%');", "alert('turun 12%');")


def edited(kind: str, file: str, page: str, edit: Edit) -> Fake:
    # What changes a heading's own tag stands under that heading.
    at = edit.start + (edit.end > edit.start)
    place = heading_before(page, at) if at > page.index("<body") else "kepala berkas"
    return Fake(
        kind,
        file,
        (page[: edit.start] + edit.new + page[edit.end :]).encode(),
        place,
        edit.sentence,
    )


ALL_WAYS: Mapping[str, tuple[Sequence[str], Way]] = {
    **WAYS,
    "gaya (CSS)": (PAGES, _css),
    "skrip diubah": (REPORT, _script),
}


def fake_rows(file: str, text: str, source: random.Random) -> Fake:
    """Falsify a CSV file."""
    lines = text.split("\n")[:-1]
    at = source.randrange(1, len(lines))
    kind = source.choice(["nilai", "kunci", "satuan", "hapus", "ganda", "tukar", "kepala", "bita"])
    row, place = lines[at], f"baris {at + 1}"
    cells = row.rsplit(",", 5)
    told = row
    if kind == "nilai":
        lines[at] = ",".join([cells[0], str(float(cells[1] or 0) + 1), *cells[2:]])
    elif kind == "kunci":
        lines[at] = told = row.replace(row.split(",")[1], "tiket.lain", 1)
    elif kind == "satuan":
        lines[at] = told = ",".join([*cells[:2], "orang", *cells[3:]])
    elif kind == "hapus":
        del lines[at]
    elif kind == "ganda":
        lines.insert(at, row)
        place = "baris"
    elif kind == "tukar":
        other = at - 1 if at > 1 else at + 1
        lines[at], lines[other] = lines[other], lines[at]
        place = "baris"
    elif kind == "kepala":
        lines[0], place, told = lines[0].replace("nilai", "angka"), "baris 1", "angka"
    else:
        lines[at], told = row + "\r", row
    return Fake(
        f"ukuran.csv: {kind}",
        file,
        "\n".join([*lines, ""]).encode(),
        place,
        told if kind in ("hapus", "ganda", "satuan") else "",
    )


def fake_provenance(file: str, text: str, source: random.Random) -> Fake:
    """Falsify what is said of the inputs."""
    match = source.choice([*re.finditer(r'"(baris|diambil|bita)": (\d+)', text)])
    new = str(int(match[2]) + source.randint(1, 9))
    content = text[: match.start(2)] + new + text[match.end(2) :]
    return Fake("jejak.json", file, content.encode(), match[1], new)


def draw(files: Mapping[str, bytes], source: random.Random) -> Fake:
    """Draw one falsification."""
    kind = source.choices(["laman", "pdf", "csv", "jejak"], [70, 18, 10, 2])[0]
    if kind == "pdf":
        return Fake(*palsu_pdf.draw(files["laporan.pdf"], source))
    if kind == "csv":
        return fake_rows("ukuran.csv", files["ukuran.csv"].decode(), source)
    if kind == "jejak":
        return fake_provenance("jejak.json", files["jejak.json"].decode(), source)
    while True:
        name = source.choice([*ALL_WAYS])
        names, way = ALL_WAYS[name]
        file = source.choice(names)
        page = files[file].decode()
        edit = way(page, source)
        if edit is not None:
            return edited(name, file, page, edit)


def known(files: Mapping[str, bytes]) -> Iterator[Fake]:
    """Give each way once for each file that it can be met in."""
    source = random.Random(7)
    for name, (names, way) in ALL_WAYS.items():
        for file in names:
            page = files[file].decode()
            edit = way(page, source)
            if edit is not None:
                yield edited(name, file, page, edit)
    page, slides = (files[file].decode() for file in REPORT)
    for file, emptied, told in (
        (REPORT[0], re.sub(DRAWING, '<svg class="luas" role="img"></svg>', page), "gambar kosong"),
        (REPORT[1], re.sub(PICTURE, "", slides), "tidak ada gambar"),
    ):
        yield Fake("semua gambar dikosongkan", file, emptied.encode(), "Gambar 1", told)
    for name in palsu_pdf.WAYS:
        yield Fake(*palsu_pdf.falsify(name, files["laporan.pdf"], source))
    yield from known_of_office(files)


def known_of_office(files: Mapping[str, bytes]) -> Iterator[Fake]:
    """Give each way once for files of Office; they are only there where they were asked for."""
    source = random.Random(7)
    for name, (file, _) in palsu_kantor.WAYS.items():
        made = palsu_kantor.falsify(name, files, source) if file in files else None
        if made is not None:
            yield Fake(*made)


def try_all(
    again: Mapping[str, bytes], fakes: Iterator[Fake]
) -> tuple[Counter[str], list[Fake], list[tuple[Fake, list[Difference]]]]:
    """Give how many were tried by kind, those that were not found, and those not named.

    Parameters
    ----------
    again
        The files that must be there: those of the month made again.
    """
    tried: Counter[str] = Counter()
    missed, unnamed = [], []
    for fake in fakes:
        tried[fake.kind] += 1
        told = compare_file(fake.file, fake.content, again[fake.file])
        if not told:
            missed.append(fake)
        elif not fake.is_named(told):
            unnamed.append((fake, told))
    return tried, missed, unnamed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bulan")
    parser.add_argument("--banyak", type=int, default=500)
    parser.add_argument("--benih", type=int, default=1)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    project = Project.find(given.data, given.out)
    trace, files = read_found(project, Bulan.parse(given.bulan))
    # Made once: each falsification costs no more than a comparison.
    again = make_again(project, trace, files).files
    source, begun = random.Random(given.benih), time.monotonic()
    for what, fakes in {
        "yang dikenal": known(files),
        "yang diundi": (draw(files, source) for _ in range(given.banyak)),
    }.items():
        tried, missed, unnamed = try_all(again, fakes)
        for kind, count in sorted(tried.items()):
            print(f"  {kind}: {count}")
        total = tried.total()
        named = total - len(missed) - len(unnamed)
        print(
            f"Pemalsuan {what}: {total}, ditemukan {total - len(missed)}, "
            f"berkas, tempat, dan kalimatnya disebut {named} ({100 * named / max(total, 1):.1f}%)."
        )
        print(*(f"LOLOS: {fake.kind} di {fake.file}, {fake.place}" for fake in missed), sep="\n")
        for fake, told in unnamed:
            print(
                f"tidak tepat: {fake.kind} di {fake.file}, {fake.place!r}, "
                f"{fake.sentence[:80]!r}: {told[0]}"
            )
    print(f"Selesai dalam {time.monotonic() - begun:.0f} detik.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
