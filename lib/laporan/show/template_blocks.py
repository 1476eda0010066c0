"""What templates of editions know how to set: paragraphs, cards, tables, lists, and a band.

A block is plain data that JSON can hold, so that it reaches Typst and HTML alike, and as text only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from laporan.measure.angka import Angka
from laporan.show.runs import Run, Runs, run_text, runs

Block = dict[str, Any]
# Beyond what is farthest right on a band's scale: room for its label.
_ROOM = 1.25


def from_setting(text: str, name: str) -> Runs:
    """Give a text of the settings, with the setting that it is from."""
    return [Run(teks=text, kunci=f"pengaturan:{name}")]


def part(judul: str, *blocks: Block | None) -> Block:
    """Set blocks under a heading; those that are ``None`` have nothing to say."""
    return {"judul": judul, "isi": [block for block in blocks if block is not None]}


def paragraph(told: Runs, *, muted: bool = False) -> Block:
    """Set a paragraph; a muted one is a note."""
    return {"jenis": "alinea", "teks": told, "redup": muted}


def listing(items: Iterable[Runs]) -> Block:
    """Set a list."""
    return {"jenis": "daftar", "butir": list(items)}


def card(label: str, value: Runs, told: Runs) -> Block:
    """Set a figure with its name, and what is said of it."""
    return {"label": label, "nilai": value, "ket": told}


def card_row(items: Iterable[Block]) -> Block:
    """Set cards in a row."""
    return {"jenis": "kartu", "kartu": list(items)}


def small_table(
    heads: Sequence[str],
    rows: Iterable[Sequence[Runs]],
    *,
    numbers: Sequence[int] = (),
    summed: bool = False,
) -> Block:
    """Set a table; the first cell of a row is its head.

    Parameters
    ----------
    numbers
        The columns, from 0, that hold figures.
    summed
        Whether the last row is the sum of the others.
    """
    return {
        "jenis": "tabel",
        "kepala": list(heads),
        "baris": [list(row) for row in rows],
        "angka": list(numbers),
        "berjumlah": summed,
    }


def terms(items: Iterable[tuple[str, str]]) -> Block:
    """Set names with what they mean."""
    return {"jenis": "arti", "arti": [{"nama": name, "isi": told} for name, told in items]}


def band(
    low: Angka, middle: Angka, high: Angka, own: Angka | None, names: tuple[str, str], told: Runs
) -> Block:
    """Draw a value beside the band in which the middle half of all lie.

    Parameters
    ----------
    low, middle, high
        The band's ends and the median of all.
    own
        The value that stands beside it; None where there is none.
    names
        Those of all and of whose the value is.
    told
        What is to be seen, in words.
    """
    farthest = max(each.nilai for each in (high, middle, own) if each is not None) * _ROOM

    def place(figure: Angka) -> float:
        return round(figure.nilai / farthest, 4) if farthest else 0.0

    def label(name: str, figure: Angka) -> Runs:
        return runs("{nama} {nilai:1}", nama=name, nilai=figure)

    return {
        "jenis": "pita",
        "dari": place(low),
        "sampai": place(high),
        "tengah": {"letak": place(middle), "teks": label(names[0], middle)},
        "sendiri": {"letak": place(own), "teks": label(names[1], own)} if own else None,
        "ket": told,
        "alt": run_text(told),
    }
