"""Figures that Markdown cells of the report name: ``{tiket.jumlah}``, filled in when it is made."""

from __future__ import annotations

import json
import re
from pathlib import Path

from rapidfuzz import fuzz, process

from laporan.check.catatan.named import find_named, nearest_names, parse_name, write_named
from laporan.check.prepared import read_prepared
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.measure import INDIKATOR, Ukuran
from laporan.measure.own_figures import with_own
from laporan.render.notebook.numbered_cells import numbered_cells

NOT_THERE = "tidak tersedia"
# Of a hundred: as near as a slip of a finger is.
_SLIP = 85
# What looks like a name, and before it the places in which it isn't one: front matter, code,
# formulas, raw HTML, attributes, commands of LaTeX, and what is escaped.
_NAMED = re.compile(
    r"""
      \A\s*---\n.*?\n---\s*$
    | ^(?P<fence>\s*(?P<tick>`|~)(?P=tick){2,})[^\n]*\n.*?(?:^\s*(?P=tick){3,}\s*$|\Z)
    | (?P<code>`+)(?!`).*?(?<!`)(?P=code)(?!`)
    | \$\$.*?\$\$ | \$(?=\S)[^$\n]*?(?<=\S)\$(?!\d)
    | <!--.*?--> | <(?P<raw>style|script)\b.*?</(?P=raw)> | <[a-z/][^<>]*>
    | \\[A-Za-z]+(?:\{[^{}]*\})+ | \\.
    | \{\{<.*?>\}\} | \{[^{}"]*(?:"[^"]*"[^{}"]*)+\}
    | \]\([^()\s]*\)
    | \{(?P<name>\s*[a-z_]+\.\w+\s*(?:\[[^\]{}]+\]\s*)?)\}
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def fill_report(bulan: str, notebook: str) -> None:
    """Fill in the figures that the Markdown cells of an executed report name.

    Texts instead of paths: this is called in the report's kernel, where the libraries are loaded.

    Raises
    ------
    LaporanError
        If a cell names a figure that no measure gives.
    """
    path = Path(notebook)
    content = json.loads(path.read_text("utf-8"))
    named = [
        (number, cell, "".join(cell["source"]))
        for number, cell in numbered_cells(content["cells"])
        if cell["cell_type"] == "markdown"
    ]
    if not any(match["name"] for _, _, text in named for match in _NAMED.finditer(text)):
        return
    project, month = Project.find(), Bulan.parse(bulan)
    prepared = read_prepared(project, month)
    if prepared is None:
        raise LaporanError(f"Masukan {month.label} berubah selagi laporannya disusun. Ulangi.")
    ukuran = with_own(prepared.ukuran)
    for number, cell, text in named:
        cell["source"] = fill(text, ukuran, f"laporan.ipynb, sel ke-{number}")
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def fill(markdown: str, ukuran: Ukuran, place: str) -> str:
    """Put figures, with their keys, in place of their names in a cell's Markdown.

    A figure that isn't there in that month is told so.

    Raises
    ------
    LaporanError
        If a name is none that a measure gives; ``place`` is where.
    """

    def written(match: re.Match[str]) -> str:
        name = match["name"]
        if name is None:
            return match[0]
        figure = find_named(name, ukuran)
        if figure is not None:
            return write_named(figure)
        if _is_wrong(name, ukuran):
            raise LaporanError(
                f"{place}: {{{name}}} tidak dikenal. Yang paling dekat: "
                f"{nearest_names(name, ukuran)}. Perbaiki namanya, atau tulislah \\{{ bila itu "
                "tulisan biasa."
            )
        return NOT_THERE

    return _NAMED.sub(written, markdown)


def _is_wrong(name: str, ukuran: Ukuran) -> bool:
    """Tell whether no measure gives a name, or its category is a slip away from one there."""
    key = parse_name(name)
    if key is None or key[0] not in INDIKATOR:
        return True
    indikator, dimensi, kategori = key
    there = list(ukuran.kategori(indikator, dimensi).index) if dimensi else []
    slip = process.extractOne(kategori, there, scorer=fuzz.ratio, score_cutoff=_SLIP)
    return slip is not None
