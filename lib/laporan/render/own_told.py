"""What every format says of analysts' own figures: how many, and where typed ones are from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from laporan.dasar import indonesian
from laporan.measure.indikator import Indikator
from laporan.measure.own_figures import typed_source
from laporan.render.document import Document

# The line of small print, which the report's title may have begun.
_SMALL_PRINT = re.compile(r"^(?P<name>catatan-kaki:) (?P<told>.+)$", re.MULTILINE)


def tell_own(document: Document, count: int, known: Mapping[str, Indikator]) -> Document:
    """Say in the small print how many figures are analysts' own, and where typed ones are from.

    Parameters
    ----------
    count
        How many figures on the page their cells have made.
    known
        What their figures are, by name.
    """
    markdown = document.markdown
    for name, indikator in known.items():
        if source := typed_source(indikator):
            span = re.compile(rf'\{{\.angka data-kunci="[^",]+,{re.escape(name)},,"')
            quoted = source.replace("\\", r"\\").replace('"', r"\"")
            markdown = f'sumber="{quoted}"'.join(_split(span, markdown))
    if count:
        told = f"{indonesian.angka(count)} angka dari sel analis"
        if _SMALL_PRINT.search(markdown):
            markdown = _SMALL_PRINT.sub(rf"\g<name> \g<told>; {told}", markdown, count=1)
        else:
            markdown += f"\n\n---\ncatatan-kaki: {told}\n---\n"
    return document.rewritten(markdown)


def _split(span: re.Pattern[str], markdown: str) -> list[str]:
    """Part a text where an attribute of the spans goes."""
    places = [match.end() for match in span.finditer(markdown)]
    parts = [markdown[a:b] for a, b in zip([0, *places], [*places, None], strict=True)]
    return [f"{part} " for part in parts[:-1]] + parts[-1:]
