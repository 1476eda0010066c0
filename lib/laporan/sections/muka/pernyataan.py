"""At most six statements, each what happened and what it means, with its base."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from laporan.sections.muka.aturan import ATURAN
from laporan.sections.report import Report
from laporan.show import Markdown, box, bullets, sentence

TERBANYAK = 6


def sentence_pernyataan(lap: Report) -> Markdown:
    """Say what the rules have to say, in their order."""
    found = list(islice(_said(lap), TERBANYAK))
    if not found:
        return sentence("Belum ada yang dapat dinyatakan untuk {bulan}.", bulan=lap.bulan)
    return box("sorotan", bullets(found))


def _said(lap: Report) -> Iterator[Markdown]:
    for rule in ATURAN:
        yield from rule(lap)
