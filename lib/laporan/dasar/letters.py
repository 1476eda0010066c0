"""Letters of every script: which of the report's fonts have them, and what stands for the others.

Paper carries its own letters, and a chart draws them, so both need a font for each. All fonts come
from installed packages: what a machine has of its own plays no part.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

from laporan.dasar.brand import font_folder
from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import named

BRAND_FACES = ("regular", "italic", "semibold")
# After the brand's, in this order. Of the same letter the first font counts: Latin and its
# neighbours, emoji with their sequences, signs and arrows, the other scripts, letters of
# mathematics; the large one of East Asia comes last.
_MATPLOTLIB, _SCRIPTS, _EAST_ASIA = "matplotlib", "manimgx_fonts", "manimgx_fonts_cjk"
_BEFORE_SCRIPTS = (
    (_SCRIPTS, "NotoSans[[]wght].ttf"),
    (_SCRIPTS, "NotoEmoji*.ttf"),
    (_MATPLOTLIB, "mpl-data/fonts/ttf/DejaVuSans.ttf"),
    (_SCRIPTS, "NotoSans[A-Z]*.ttf"),
    (_MATPLOTLIB, "mpl-data/fonts/ttf/STIXGeneral.ttf"),
    (_EAST_ASIA, "NotoSansCJK*"),
)
# What the brand's fonts have for sure: almost all text, which is then not looked at twice.
USUAL = (
    "[ -~\xa0-\xac\xae-\u0131\u0134-\u0149\u014c-\u0165\u0168-\u017e\u2010-\u2015\u2018-\u201a"
    "\u201c-\u201e\u2026\u2212]*"
)
_USUAL = re.compile(USUAL)
# What changes the letter before it, and needs the same font as that: marks, colours of skin, the
# voiced marks of halfwidth Katakana.
_CHANGERS = "\U0001f3fb-\U0001f3ff\uff9e\uff9f"
# What has no shape of its own and a meaning only between others: breaks of lines, joiners, choices
# of a form, tags.
_SHAPELESS = re.compile(
    "[\t\n\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# What no paper may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\ufeff\ufff0-\ufffb]")


@dataclass(frozen=True)
class Face:
    """A font: its file, the name of its family, and the letters that it has."""

    path: Path
    family: str
    letters: frozenset[str]

    def has(self, cluster: str) -> bool:
        """Tell whether it has all of a letter and what changes it."""
        return self.letters.issuperset(_SHAPELESS.sub("", cluster))


@dataclass(frozen=True)
class Typeset:
    """What a text needs to be set.

    Attributes
    ----------
    faces
        The fonts besides the brand's.
    replaced
        What no font has, or no paper may hold, by what is shown for it.
    """

    faces: tuple[Face, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the fonts' families."""
        return tuple(dict.fromkeys(face.family for face in self.faces))

    def shown(self, text: str) -> str:
        """Give a text of that kind with names for the letters that no font has."""
        return "".join(self.replaced.get(each, each) for each in clusters(text))


@cache
def typeset(text: str) -> Typeset:
    """Find the fonts for a text, and what is shown where there is none."""
    strange = {
        each for each in clusters(text) if not brand_face().has(each) or _FORBIDDEN.search(each)
    }
    faces, left = _faces_for({each for each in strange if not _FORBIDDEN.search(each)})
    lost = {each for each in strange if each in left or _FORBIDDEN.search(each)}
    # What stands together here may be parted by markup.
    lost |= {each for each in set("".join(lost)) if not _is_known(each)}
    replaced = {each: _replaced(each) for each in sorted(lost)}
    kept, _ = _faces_for({shown[:1] for shown in replaced.values()} - brand_face().letters)
    used = faces | kept
    return Typeset(tuple(face for face in _faces() if face in used) if used else (), replaced)


def _faces_for(wanted: set[str]) -> tuple[set[Face], set[str]]:
    """Give the first font of each letter, and the letters that no font has."""
    used, left = set(), {each for each in wanted if each}
    for face in _faces() if left else ():
        if found := {each for each in left if face.has(each)}:
            used.add(face)
            left -= found
        if not left:
            break
    return used, left


def lacking(texts: Iterable[str]) -> Mapping[str, str]:
    """Give what no font has of many texts, by what is shown for it."""
    # Blanks of all kinds set text, and are no letters of it.
    together = " ".join(
        word for text in texts for word in text.split() if not _USUAL.fullmatch(word)
    )
    replaced = typeset(together).replaced if together else {}
    return {each: shown for each, shown in replaced.items() if shown}


def clusters(text: str) -> Iterator[str]:
    """Give the letters of a text, each with what changes it; usual ones as they stand together."""
    start = 0
    while start < len(text):
        usual = _USUAL.match(text, start)
        end = usual.end() if usual else start
        # The last usual letter may be changed by what comes after it.
        if end > start and end < len(text) and _changes(text[end]) and not text[end - 1].isspace():
            end -= 1
        if end == start:
            end += 1
            while not text[start].isspace() and end < len(text) and _changes(text[end]):
                end += 1
        yield text[start:end]
        start = end


def _changes(letter: str) -> bool:
    if letter.isascii():
        return False
    return bool(
        unicodedata.category(letter).startswith("M")
        or _SHAPELESS.match(letter)
        or re.match(f"[{_CHANGERS}]", letter)
    )


def _replaced(cluster: str) -> str:
    """Name what no font has of a letter, and what changes it in no font that has the letter."""
    first, rest = _FORBIDDEN.sub("", cluster[:1]), _FORBIDDEN.sub("", cluster[1:])
    rest = _SHAPELESS.sub("", rest)
    return (first if _is_known(first) else named(first)) + "".join(map(named, rest))


def _is_known(letter: str) -> bool:
    if _FORBIDDEN.match(letter):
        return False
    return any(face.has(letter) for face in (brand_face(), *_faces()))


@cache
def brand_face() -> Face:
    """Give what all faces of the brand's family have."""
    files = [font_folder() / f"source-sans-pro-{name}.ttf" for name in BRAND_FACES]
    faces = [_read_face(file) for file in files]
    letters = frozenset.intersection(*(face.letters for face in faces))
    return Face(files[0], faces[0].family, letters)


def _faces() -> Iterator[Face]:
    """Give the other fonts, each read when it is asked for."""
    seen = set()
    for package, pattern in _BEFORE_SCRIPTS:
        for path in _files(package, pattern):
            if path not in seen:
                seen.add(path)
                yield _read_face(path)


@cache
def _files(package: str, pattern: str) -> tuple[Path, ...]:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LaporanError(
            f"Paket {package.replace('_', '-')}, yang memuat huruf laporan, tidak terpasang. "
            "Jalankan lagi pemasangan menurut README."
        )
    return tuple(sorted(Path(spec.origin).parent.glob(pattern)))


@cache
def _read_face(path: Path) -> Face:
    # Of a collection the first: all have the same letters.
    with TTFont(path, fontNumber=0, lazy=True) as font:
        names = font["name"]
        family = names.getDebugName(16) or names.getDebugName(1)
        # What fonts have for private use means something else in each.
        codes = (code for code in font.getBestCmap() if not _is_private(code))
        return Face(path, str(family), frozenset(map(chr, codes)))


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000
