"""What each figure and each listed row of the page is: name, definition, whole, source and rows.

It stands in an attribute, which the style shows to who points at it, taps it, or tabs to it; the
script makes of it a note that stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from laporan.dasar import indonesian
from laporan.dasar.bulan import Bulan
from laporan.measure import INDIKATOR
from laporan.measure.angka import TEPI
from laporan.measure.indikator import Indikator
from laporan.read.sources import SOURCES
from laporan.show import origin

# A tag with the key of a figure or the origin of a row, and what it says of it.
EXPLAINED = re.compile(
    r'(<[a-z]+\b[^<>]*? data-(?:kunci|asal)="(?P<kunci>[^"]*)")'
    r'(?: tabindex="0" data-ket="(?P<ket>[^"]*)")?'
)
_SUFFIXES = {"_bulan_lalu": -1, "_tahun_lalu": -12}


def explain_page(
    page: str, inputs: Iterable[Mapping[str, Any]], own: Mapping[str, Indikator] | None = None
) -> str:
    """Give each figure and each listed row of a page the text that says what it is.

    Parameters
    ----------
    inputs
        The report's inputs with their rows, as ``jejak.json`` lists them.
    own
        What the figures of analysts' cells are, by name.
    """
    listed = list(inputs)
    known = {**INDIKATOR, **(own or {})}

    def explained(match: re.Match[str]) -> str:
        text = explain(unescape(match["kunci"]), listed, known)
        return match[1] + (f' tabindex="0" data-ket="{escape(text)}"' if text else "")

    theme = files("laporan.render") / "theme"
    style = (theme / "keterangan.css").read_text("utf-8")
    script = (theme / "keterangan.js").read_text("utf-8")
    head, found, body = page.rpartition("</head>")
    shown = EXPLAINED.sub(explained, body)
    before, end, after = shown.rpartition("</body>")
    return (
        f"{head}<style>\n{style}</style>\n{found}{before}<script>\n{script}</script>\n{end}{after}"
    )


# What of a figure's interval is meant.
_TEPI = {"bawah": "Batas bawah", "atas": "Batas atas", "n": "Dasar"}


def explain(
    token: str,
    inputs: Iterable[Mapping[str, Any]],
    figures: Mapping[str, Indikator] = INDIKATOR,
) -> str:
    """Say what the key of a figure, or the origin of a row, stands for."""
    parts = [unquote(part) for part in token.split(",")]
    match parts:
        case [origin.ROW, month, name, number]:
            return f"Baris {number} berkas {name}, {Bulan.parse(month).label}."
        case [origin.FILE, month, name]:
            return f"Dirangkum dari berkas {name}, {Bulan.parse(month).label}."
        case [origin.SETTING, name]:
            return f"Pengaturan laporan: {name}."
        case [origin.RULE, sumber]:
            return f"Ditetapkan untuk sumber {SOURCES[sumber].label}."
        case [origin.DEFINITION, kunci]:
            return f"Definisi {kunci}, seperti dalam kamus data."
        case [month, indikator, *part] if indikator.partition(TEPI)[0] in figures:
            name, _, edge = indikator.partition(TEPI)
            told = _figure(Bulan.parse(month), figures[name], _category(*part), inputs)
            return f"{_TEPI[edge]}: {told}" if edge else told
    return ""


def _category(dimensi: str, kategori: str) -> str:
    """Name a category: ``WhatsApp``, ``DAU, kanal WhatsApp``, ``potret 2``."""
    group, _, of = dimensi.partition(":")
    if dimensi == "potret":
        return f"potret {kategori}"
    if dimensi == "hari_jam":
        day, hour = kategori.split("-")
        return f"hari ke-{day} pukul {hour}.00"
    return f"{kategori}, {group} {of}" if of else kategori


def _figure(
    month: Bulan, known: Indikator, kategori: str, inputs: Iterable[Mapping[str, Any]]
) -> str:
    """Say what a figure is: name, definition, whole, source files and their rows."""
    name = f"{known.nama}: {kategori}" if kategori else known.nama
    if not known.sumber:
        return f"{name}, {month.label}. {known.definisi}."
    shift = next((by for end, by in _SUFFIXES.items() if known.kunci.endswith(end)), 0)
    return (
        f"{name}, {month.label}. {known.definisi}. Keseluruhan: {known.keseluruhan}. "
        f"Sumber: {_source(known, month.shift(shift), inputs)}."
    )


def _source(known: Indikator, month: Bulan, inputs: Iterable[Mapping[str, Any]]) -> str:
    own = [
        item
        for item in inputs
        if item.get("sumber") in known.sumber and f"raw/{month}/" in item["berkas"]
    ]
    if not own:
        return f"riwayat.csv, {month.label}"
    names = [item["berkas"].rpartition("/")[2] for item in own]
    rows = sum(int(item.get("diambil", 0)) for item in own)
    return f"{indonesian.daftar(names)} {month.label}, {indonesian.angka(rows)} baris"
