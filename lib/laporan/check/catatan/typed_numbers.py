"""Numbers that were typed into the notes are claims: each is held against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from laporan.dasar import indonesian
from laporan.dasar.arah import KATA, Arah
from laporan.dasar.bulan import NAMA_BULAN
from laporan.measure import Angka

_SPAN = re.compile(r"\[([^\]]*)\]\{(?:\.angka|\.bersumber|bukti-)[^}]*\}")
_LIST_MARK = re.compile(r"^\s*(?:\d+\.|-)\s+", re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+")
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:\.\d{3})*(?:,\d+|\.\d{1,2}(?!\d))?(?![\w/-])")
_WAYS = {word: arah for arah in (Arah.NAIK, Arah.TURUN) for word in KATA[arah]}
_WAY = re.compile(
    rf"(?<!\w)({'|'.join(_WAYS)})(?:\s+(?:sebesar|sebanyak|sekitar|hampir|lebih dari))*\s*$"
)
_ABOUT = re.compile(r"\b(sekitar|kurang lebih|hampir|lebih dari|kira-kira)\s*$")
_MONTHS = "|".join(NAMA_BULAN)
# By what stands before or after, a number is a date, a rule's number, a time, and no claim.
_BEFORE = re.compile(
    rf"(?:\b(?:{_MONTHS}|tahun|ta|nomor|no\.?|pasal|ayat|angka|huruf|butir|tahap|periode|semester"
    r"|triwulan|kuartal|pukul|jam|tanggal|versi|lantai|halaman|hal\.?|tabel|gambar|potret|kelas"
    r"|pmk|kmk|pp|uu|perpres|permendagri|telepon|telp\.?|wa)\s*\(?|ke-)$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^\)?\s*(?:{_MONTHS}\b|(?:WIB|WITA|WIT)\b)|^[./]\w", re.IGNORECASE)
_UNITS = {
    "konsultasi": ("tiket", "kunjungan", "pertemuan", "layanan"),
    "pengguna": ("tiket", "pengunjung", "orang"),
    "pertanyaan": ("tiket",),
    "tamu": ("orang",),
    "pegawai": ("orang",),
    "pemda": ("pemda",),
    "pengikut": ("akun",),
    "unggahan": ("konten",),
}
_ABOUT_TOLERANCE = 0.02


@dataclass(frozen=True)
class Claim:
    """A number typed by hand, with what its sentence says of it.

    Attributes
    ----------
    text
        As it is written, with its direction: ``menurun 34,73%``.
    value, decimals
        What it is, and how exactly.
    unit
        The word behind it, or ``persen``.
    sign
        1 where it is said to have gone up, -1 down, 0 where nothing is said.
    about
        Whether it is said to be rough.
    sentence
        The sentence that it stands in.
    """

    text: str
    value: float
    decimals: int
    unit: str
    sign: int
    about: bool
    sentence: str


def unmatched_claims(prose: Iterable[str], figures: Sequence[Angka]) -> list[tuple[Claim, str]]:
    """Find the claims that no figure bears out, each with the nearest figure in words.

    Parameters
    ----------
    prose
        Notes as Markdown, with the figures that were asked for by name in their spans.
    figures
        The figures of the report.
    """
    return [
        (claim, _nearest(claim, figures))
        for text in prose
        for claim in find_claims(text)
        if not any(_matches(claim, figure) for figure in figures)
    ]


def find_claims(markdown: str) -> Iterator[Claim]:
    """Find the numbers that were typed, but for dates, times and the numbers of rules."""
    text = plain_text(_LIST_MARK.sub("", markdown), hole="□")
    for sentence in _SENTENCE.split(" ".join(text.split())):
        for match in _NUMBER.finditer(sentence):
            before, after = sentence[: match.start()], sentence[match.end() :]
            if (
                not _BEFORE.search(before)
                and not _AFTER.search(after)
                and not _is_year_or_telephone(match[0])
            ):
                yield _claim(match[0], before, after, sentence)


def plain_text(markdown: str, hole: str = r"\1") -> str:
    """Give the notes' Markdown as the text that it shows; figures by name become the hole."""
    return _ESCAPED.sub(r"\1", re.sub(r"(?<!\\)\*", "", _SPAN.sub(hole, markdown)))


def _is_year_or_telephone(text: str) -> bool:
    return re.fullmatch(r"(19|20)\d\d|0\d+|\d{6,}", text) is not None


def _claim(number: str, before: str, after: str, sentence: str) -> Claim:
    way = _WAY.search(before.lower())
    percent = re.match(r"\s*(%|persen\b)", after)
    word = re.match(r"\s*([A-Za-z]+)", after)
    unit = "persen" if percent else word[1].lower() if word else ""
    sign = _WAYS[way[1]].value if way else 0
    # A point before one or two digits is how a foreign export writes decimals.
    plain = number if re.search(r"\.\d{1,2}$", number) else number.replace(".", "")
    plain = plain.replace(",", ".")
    written = number + ("%" if percent else "")
    return Claim(
        f"{way[1]} {written}" if way else written,
        float(plain),
        len(plain.partition(".")[2]),
        unit,
        sign,
        _ABOUT.search(before.lower()) is not None,
        sentence,
    )


def _matches(claim: Claim, figure: Angka) -> bool:
    if not _comparable(claim, figure):
        return False
    change = ".perubahan_" in figure.indikator
    if change and claim.sign and (figure.nilai > 0) != (claim.sign > 0):
        return False
    value = abs(figure.nilai)
    if claim.about:
        return abs(value - claim.value) <= _ABOUT_TOLERANCE * max(value, 1)
    return float(indonesian.round_half_up(value, claim.decimals)) == claim.value


def _comparable(claim: Claim, figure: Angka) -> bool:
    """Tell whether a figure is of the claim's kind: a change, a share, or a count of that unit."""
    percent = figure.satuan == "persen"
    if (claim.unit == "persen") != percent:
        return False
    if percent and claim.sign:
        return ".perubahan_" in figure.indikator
    units = _UNITS.get(claim.unit, (claim.unit,))
    return percent or figure.satuan in units or claim.unit not in _KNOWN_UNITS


_KNOWN_UNITS = {*_UNITS, *(unit for units in _UNITS.values() for unit in units), "email", "kali"}


def _nearest(claim: Claim, figures: Sequence[Angka]) -> str:
    """Name the figure that the sentence most likely means: by its words, then by its size."""
    likely = [figure for figure in figures if _comparable(claim, figure)]
    if not likely:
        return "tidak ada angka sejenis"
    figure = min(likely, key=lambda each: (-_likeness(claim, each), _distance(claim, each)))
    return f"{f'{{{figure.name}}}'} = {_written(figure)}"


def _likeness(claim: Claim, figure: Angka) -> int:
    """Count what the sentence and the figure's name have in common."""
    words = claim.sentence.lower()
    hits = 2 * (bool(figure.kategori) and fuzz.partial_ratio(figure.kategori.lower(), words) >= 95)
    year_ago = bool(re.search(r"tahun (lalu|sebelumnya)", words)) or _other_year(figure, words)
    hits += "tahun" in figure.indikator and year_ago
    hits += "bulanan" in figure.indikator and not year_ago
    hits += not figure.dimensi
    group = figure.indikator.partition(".")[0]
    return hits + (_GROUPS.get(group, group) in words)


_GROUPS = {"tiket": "konsultasi", "situs": "website", "lapor": "lapor"}


def _other_year(figure: Angka, words: str) -> bool:
    return str(int(figure.bulan[:4]) - 1) in words


def _distance(claim: Claim, figure: Angka) -> float:
    return abs(abs(figure.nilai) - claim.value) / max(claim.value, 1)


def _written(figure: Angka) -> str:
    if figure.satuan != "persen":
        return indonesian.angka(figure.nilai, 0 if float(figure.nilai).is_integer() else 2)
    text = indonesian.persen(abs(figure.nilai))
    if ".perubahan_" not in figure.indikator:
        return text
    return f"{Arah.of(figure.nilai)} {text}" if figure.nilai else f"{Arah.TETAP} ({text})"
