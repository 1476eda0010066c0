"""Sentences for templates: runs of plain text, of which figures carry their keys.

What a Typst or an HTML template fills in is text and nothing else, so that it needs no escapes:
each template sets a run as its own form of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from string import Formatter
from typing import TypedDict

from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.dasar.inert import visible
from laporan.measure.angka import Angka


class Run(TypedDict):
    """A piece of text, and the key where it is a figure."""

    teks: str
    kunci: str


Runs = list[Run]
RunPart = str | Angka | Bulan | date | Runs


def runs(template: str, **parts: RunPart) -> Runs:
    """Fill a template of our own with named holes, as `sentence` does.

    Parameters
    ----------
    template
        Plain text with holes: ``"{n} tiket"``.
    **parts
        Figures keep their key; text of strangers is made visible. A bare number is refused.
    """
    told: Runs = []
    for text, name, spec, _ in Formatter().parse(template):
        told += _plain(text)
        if name is not None:
            told += _filled(parts[name], spec or "")
    return told


def run_text(told: Iterable[Run]) -> str:
    """Give the text alone."""
    return "".join(each["teks"] for each in told)


def _filled(part: object, spec: str) -> Runs:
    match part:
        case Angka():
            return [Run(teks=part.text(spec), kunci=part.token)]
        case list():
            return part
        case Bulan():
            return _plain(part.label)
        case date():
            return _plain(indonesian.tanggal(part))
        case str():
            return _plain(visible(part))
        case _:
            # A bare number has no key: it can't be traced to a measure.
            raise TypeError(f"{part!r} can't stand in a sentence")


def _plain(text: str) -> Runs:
    return [Run(teks=text, kunci="")] if text else []
