"""What is printed whoever asks: the program's own texts, names of regions, the settings' lists.

A name of one word that is such a word, too ("Bima", "April"), is no finding where the word is the
program's own: where it is all that the program says there, or stands beside the same word as in
the program's text ("Kab. Intan Jaya" says nothing of somebody called Intan). What somebody typed
into an export explains nothing.
"""

from __future__ import annotations

import ast
import csv
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from laporan.dasar.brand import reveal_folder
from laporan.dasar.settings import Settings
from laporan.prove.privacy.compared_words import Words, words_of
from laporan.prove.privacy.detect import strings_of

_PACKAGE = Path(__file__).parents[2]
# Pages carry these as they are.
_CARRIED = {".html", ".css", ".js", ".typ", ".lua"}
# Beside these, the names of columns that the analysts open, which no report prints.
_PRINTED_OF_PRIVACY = ("undang_undang", "kelompok_lembaga", "bukan_pribadi")


class Sayings:
    """Texts that explain why words stand in a finished file."""

    def __init__(self, texts: Iterable[str]) -> None:
        said = {words_of(text) for text in texts}
        self._alone = {words for words in said if len(words) == 1}
        self._text = "\n".join(f" {' '.join(words)} " for words in said)
        self._holds = lru_cache(1 << 16)(lambda words: f" {' '.join(words)} " in self._text)

    def hold(self, words: Words) -> bool:
        """Tell whether words follow one another in one of the texts."""
        return self._holds(words)

    def explain(self, words: Words, place: int) -> bool:
        """Tell whether the word at a place is the texts' own."""
        before, after = words[max(place - 1, 0) : place + 1], words[place : place + 2]
        return words[place : place + 1] in self._alone or any(
            len(pair) > 1 and self.hold(pair) for pair in (before, after)
        )


def settings_texts(settings: Settings) -> Iterator[str]:
    """Give what the settings let the report print."""
    for name, table in settings.items():
        if name == "data_pribadi":
            table = {key: table[key] for key in _PRINTED_OF_PRIVACY}
        yield from strings_of(table)


@cache
def program_sayings() -> Sayings:
    """Give what the program says by itself, the names of regions among it."""
    return Sayings(text for path in _files() for text in _texts(path))


def _files() -> Iterator[Path]:
    yield from _PACKAGE.rglob("*.*")
    for slides in ("dist/*.css", "dist/reveal.js", "plugin/notes/*.js", "plugin/zoom/*.js"):
        yield from reveal_folder().glob(slides)


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        yield from _strings_in_code(path.read_bytes())
    elif path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    yield cell
                    # "Kab. Bima" is Bima in a chart.
                    yield cell.removeprefix("Kab. ").removeprefix("Kota ").removeprefix("Prov. ")
    elif path.suffix == ".toml":
        yield from strings_of(tomllib.loads(path.read_text("utf-8")))
    elif path.suffix in _CARRIED:
        yield from path.read_text("utf-8").splitlines()


def _strings_in_code(code: bytes) -> Iterator[str]:
    """Give the texts of a module but what it says to who reads the code."""
    tree = ast.parse(code)
    nodes = list(ast.walk(tree))
    remarks = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    constants = (
        node for node in nodes if isinstance(node, ast.Constant) and id(node) not in remarks
    )
    yield from (node.value for node in constants if isinstance(node.value, str))
