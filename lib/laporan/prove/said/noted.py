"""Where in ``catatan.md`` stands what a section of the report quotes from it."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from laporan.prove.said.own_cells import is_section
from laporan.prove.said.said import Spoken, Unproven
from laporan.read.folder import CATATAN


def placed(found: Unproven, document: Spoken) -> Unproven:
    """Name the line of the notes that says what is not proven, if it is one of the notes."""
    if not is_section(document.sources.get(found.cell, "?")):
        return found
    lines = [
        (fuzz.partial_ratio(line, found.sentence), -number)
        for number, line in enumerate(document.notes.splitlines(), start=1)
        if found.text in line
    ]
    return replace(found, place=f"{CATATAN} baris {-max(lines)[1]}") if lines else found
