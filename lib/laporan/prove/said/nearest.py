"""Which figure a typed number or direction most likely means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from laporan.dasar import indonesian
from laporan.dasar.arah import Arah, find_arah
from laporan.measure import INDIKATOR, Angka

# What people call things that have another unit in the figures.
_UNITS = {
    "konsultasi": ("tiket", "kunjungan", "pertemuan", "layanan"),
    "pengguna": ("tiket", "pengunjung", "orang"),
    "pertanyaan": ("tiket",),
    "tamu": ("orang",),
    "pegawai": ("orang",),
    "pengikut": ("akun",),
    "unggahan": ("konten",),
}
_KNOWN = {*_UNITS, *(unit for units in _UNITS.values() for unit in units), "email", "kali", "pemda"}
_GROUPS = {"tiket": "konsultasi", "situs": "website"}
_BETWEEN = re.compile(r"(?:\s+(?:sebesar|sebanyak|sekitar|hampir|lebih dari))*\s*")
_YEAR_AGO = re.compile(r"tahun (?:lalu|sebelumnya)")
_CHANGE = ".perubahan_"
_SAME = 95  # of a hundred: a category is named


@dataclass(frozen=True)
class Meant:
    """What a sentence claims.

    Attributes
    ----------
    before, after
        The sentence up to the claim, and from its end on.
    value
        What a number is; nothing where it is a direction.
    percent
        Whether the number is one of percent.
    """

    before: str
    after: str
    value: float | None
    percent: bool

    @property
    def words(self) -> str:
        """The sentence around the claim, in small letters."""
        return f"{self.before} {self.after}".lower()

    @property
    def unit(self) -> str:
        """The word behind the number."""
        word = re.match(r"\s*([a-z]+)", self.after.lower())
        return word[1] if word else ""

    @property
    def is_change(self) -> bool:
        """Whether it says how a figure went: a direction, or a percentage behind one."""
        if self.value is None:
            return True
        small = self.before.lower()
        ends = [end for _, end, arah in find_arah(small) if arah is not None]
        return self.percent and bool(ends) and bool(_BETWEEN.fullmatch(small, ends[-1]))


def nearest_figure(meant: Meant, figures: Iterable[Angka]) -> str:
    """Name the figure that a sentence most likely means: by its words, then by its size."""
    likely = [each for each in figures if _is_comparable(meant, each)]
    if not likely:
        return ""
    figure = min(likely, key=lambda each: (-_likeness(meant, each), _far(meant.value, each)))
    return f"{{{figure.name}}} = {_written(figure)}"


def _is_comparable(meant: Meant, figure: Angka) -> bool:
    """Tell whether a figure is of the claim's kind: a change, a share, or a count of that unit."""
    if meant.is_change:
        return _CHANGE in figure.indikator
    if (figure.satuan == "persen") != meant.percent:
        return False
    unit = meant.unit
    return meant.percent or unit not in _KNOWN or figure.satuan in _UNITS.get(unit, (unit,))


def _likeness(meant: Meant, figure: Angka) -> int:
    """Count what the sentence and the figure have in common."""
    known = INDIKATOR.get(figure.indikator)
    words = meant.words
    named = bool(figure.kategori) and fuzz.partial_ratio(figure.kategori.lower(), words) >= _SAME
    own = set(re.findall(r"\w{3,}", f"{known.nama if known else ''} {figure.satuan}".lower()))
    common = own & set(re.findall(r"\w{3,}", words))
    year_ago = bool(_YEAR_AGO.search(words)) or str(int(figure.bulan[:4]) - 1) in words
    period = "tahun" if year_ago else "bulanan"
    group = figure.indikator.partition(".")[0]
    of_group = _GROUPS.get(group, group) in words
    whole = not figure.dimensi
    return 2 * len(common) + 4 * named + 2 * (period in figure.indikator) + whole + 2 * of_group


def _far(value: float | None, figure: Angka) -> float:
    return 0.0 if value is None else abs(abs(figure.nilai) - value) / max(value, 1)


def _written(figure: Angka) -> str:
    if _CHANGE in figure.indikator and figure.satuan == "persen":
        text = indonesian.persen(abs(figure.nilai))
        return f"{Arah.of(figure.nilai)} {text}" if figure.nilai else f"{Arah.TETAP} ({text})"
    return figure.text("" if figure.nilai.is_integer() else "2")
