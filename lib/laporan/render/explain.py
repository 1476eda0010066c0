"""What each figure of the page is: shown to who points at it, taps it, or tabs to it.

Nothing runs for it: the text stands in an attribute, and the style shows it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape, unescape
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from laporan import formats
from laporan.bulan import Bulan

FIGURE = re.compile(r'<span class="angka" data-kunci="([^"]*)"( tabindex="0" data-ket="([^"]*)")?>')
STYLE = """<style>
.angka[data-ket] { text-decoration: underline dotted from-font; text-underline-offset: .2em; }
@media screen {
.angka[data-ket]:hover::after, .angka[data-ket]:focus::after {
content: attr(data-ket); position: fixed; inset: auto 0 0 0; z-index: 9; padding: .8rem 1rem;
font-size: 1rem; font-weight: 400; line-height: 1.4; text-align: left; white-space: normal;
color: Canvas; background: CanvasText; } }
@media print { .angka[data-ket] { text-decoration: none; } }
</style>
"""
_SUFFIXES = {"_bulan_lalu": -1, "_tahun_lalu": -12}


@dataclass(frozen=True)
class Definition:
    """The definition of an indicator; ``sumber`` names its sources, parted by spaces."""

    indikator: str
    nama: str
    definisi: str
    keseluruhan: str
    sumber: str


@cache
def load_definitions() -> Mapping[str, Definition]:
    """Read the definitions that the package ships, by indicator."""
    text = (files("laporan.render") / "definisi.csv").read_text("utf-8")
    rows = [Definition(**row) for row in csv.DictReader(text.splitlines())]
    return {row.indikator: row for row in rows}


def explain_page(page: str, inputs: Iterable[Mapping[str, Any]]) -> str:
    """Give each figure of a page the text that says what it is.

    Parameters
    ----------
    inputs
        The report's inputs with their rows, as ``jejak.json`` lists them.
    """
    listed = list(inputs)

    def explained(match: re.Match[str]) -> str:
        text = explain(unescape(match[1]), listed)
        more = f' tabindex="0" data-ket="{escape(text)}"' if text else ""
        return f'<span class="angka" data-kunci="{match[1]}"{more}>'

    return FIGURE.sub(explained, page).replace("</head>", STYLE + "</head>", 1)


def explain(key: str, inputs: Iterable[Mapping[str, Any]]) -> str:
    """Say what a figure is: name, definition, whole, source files and their rows."""
    parts = [unquote(part) for part in key.split(",")]
    known = load_definitions().get(parts[1]) if len(parts) == 4 else None
    if known is None:
        return ""
    month = Bulan.parse(parts[0])
    name = f"{known.nama}: {parts[3]}" if parts[3] else known.nama
    shift = next((by for end, by in _SUFFIXES.items() if parts[1].endswith(end)), 0)
    return (
        f"{name}, {month.label}. {known.definisi}. Keseluruhan: {known.keseluruhan}. "
        f"Sumber: {_source(known, month.shift(shift), inputs)}."
    )


def _source(known: Definition, month: Bulan, inputs: Iterable[Mapping[str, Any]]) -> str:
    own = [
        item
        for item in inputs
        if item.get("sumber") in known.sumber.split() and f"raw/{month}/" in item["berkas"]
    ]
    if not own:
        return f"riwayat.csv, {month.label}"
    names = [item["berkas"].rpartition("/")[2] for item in own]
    rows = sum(int(item.get("diambil", 0)) for item in own)
    return f"{formats.daftar(names)} {month.label}, {formats.angka(rows)} baris"
