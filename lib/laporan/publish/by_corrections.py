"""Corrections of exports in an issue: which they are, and what they say of figures that change."""

from __future__ import annotations

from collections import Counter

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.dasar import indonesian
from laporan.publish.changes import MISSING
from laporan.publish.issue import Issue
from laporan.publish.issues import Version
from laporan.publish.read_jejak import Correction, Trace
from laporan.publish.site_page import Part, inert, section, table
from laporan.read.folder import is_corrections
from laporan.read.sources import SOURCES

ROW, EMPTY = "*", "(kosong)"


def reason_of_corrections(before: Version | None, issue: Issue) -> str | None:
    """Give the reasons of new corrections, where nothing else could have changed a figure.

    Parameters
    ----------
    before
        The version that the issue follows.
    """
    if before is None or _others(before.trace) != _others(issue.trace):
        return None
    old, now = before.trace.corrections, issue.trace.corrections
    if not {*map(_place, old)} <= {*map(_place, now)}:
        return None  # one that is gone has changed figures, too, and nobody says why
    new = Counter(now) - Counter(old)
    reasons = Counter(each.alasan.rstrip(".") for each in new.elements())
    told = [f"{text} ({indonesian.angka(count)} koreksi)" for text, count in reasons.items()]
    return f"Koreksi atas ekspor: {'; '.join(told)}." if told else None


def _place(each: Correction) -> tuple[object, ...]:
    return each.bulan, each.sumber, each.berkas, each.lembar, each.baris, each.kolom


def _others(trace: Trace) -> tuple[object, ...]:
    """Give what a month was made from, but the corrections."""
    inputs = {file for file in trace.inputs if not is_corrections(file.name)}
    return trace.code["sha256"], dict(trace.libraries), inputs


def corrections_section(version: Version) -> list[HtmlElement]:
    """List what was corrected in the exports of a version; nothing where nothing was."""
    corrections = version.trace.corrections
    if not corrections:
        return []
    head = [("Tempat", "panjang"), ("Kolom", ""), ("Lama", ""), ("Baru", ""),
            ("Alasan", "panjang"), ("Tanggal", "pendek")]  # fmt: skip
    count = indonesian.angka(len(corrections))
    caption = f"{count} koreksi dipakai sebelum angkanya dihitung; ekspornya sendiri tidak diubah."
    return [
        section(
            "Koreksi atas ekspor", "koreksi",
            table(caption, head, map(_row, corrections), of="Koreksi atas ekspor"),
        )
    ]  # fmt: skip


def _row(each: Correction) -> list[Part]:
    label = SOURCES[each.sumber].label if each.sumber in SOURCES else each.sumber
    sheet = f", lembar {each.lembar}" if each.lembar else ""
    file = f"{each.bulan}/{each.berkas}{sheet}, baris {each.baris}"
    place = E.span(inert(label), E.br(), E.span(inert(file), CLASS("redup")))
    cells = (each.kolom, each.lama or EMPTY, each.baru or EMPTY)
    if each.kolom == ROW:
        cells = ("seluruh baris", MISSING, "dikeluarkan")
    day = indonesian.tanggal(each.tanggal)
    return [place, *map(inert, cells), inert(each.alasan), day]
