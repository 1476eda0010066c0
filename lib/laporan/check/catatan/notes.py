"""The notes of a month, divided by their headings."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pypandoc

from laporan.check.catatan.prose import Writer, text_of
from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import BULLETS
from laporan.measure import Ukuran
from laporan.read.folder import CATATAN, check_inside
from laporan.show import Markdown

# An item of a list as Word copies it.
_BULLET = re.compile(rf"(?m)^([ \t]*)[{BULLETS}\uf000-\uf0ff][ \t]+")
BAGIAN = ("Diminta", "Topik teknis", "Pengaduan", "Keluhan", "Evaluasi dan saran")


@dataclass(frozen=True)
class Catatan:
    """The notes of a month.

    Attributes
    ----------
    bagian
        Heading, as in ``BAGIAN``, to prose; headings that were not written are absent.
    peringatan
        Sentences on what was not taken.
    """

    bagian: Mapping[str, Markdown] = field(default_factory=dict)
    peringatan: tuple[str, ...] = ()

    def get(self, name: str) -> Markdown | None:
        """Give the prose under a heading, or nothing where none was written."""
        return self.bagian.get(name)


def read_catatan(folder: Path, ukuran: Ukuran) -> Catatan:
    """Read the notes in a month's folder of raw exports; no file is no notes.

    Raises
    ------
    LaporanError
        If the file is not UTF-8, is a link out of its folder or to itself, or names a figure that
        does not exist.
    """
    path = folder / CATATAN
    # What a link leads to would be printed in the report.
    check_inside(path)
    if not path.exists():
        return Catatan()
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LaporanError(
            f"{CATATAN} tidak tersimpan sebagai UTF-8 (byte ke-{error.start + 1}). "
            "Simpan ulang berkas itu dengan pengodean UTF-8."
        ) from error
    return parse_catatan(text, ukuran)


def parse_catatan(text: str, ukuran: Ukuran) -> Catatan:
    """Turn notes into safe Markdown, with the figures of the month in place of their names.

    Paragraphs, lists and emphasis stay; links, images, HTML and code become the text they are.
    """
    text = _BULLET.sub(r"\1- ", text)
    writer = Writer(text, ukuran)
    tree = json.loads(pypandoc.convert_text(text, "json", format="commonmark+bracketed_spans"))
    known = {_normal(name): name for name in BAGIAN}
    prose: dict[str, list[str]] = {}
    warnings: list[str] = []
    current, level, lost = "", 0, ""
    for block in tree["blocks"]:
        if block["t"] == "Header":
            depth, _, inlines = block["c"]
            title = text_of(inlines)
            if _normal(title) in known:
                current, level, lost = known[_normal(title)], depth, ""
                prose.setdefault(current, [])
            elif current and depth > level:
                prose[current].append(f"**{writer.inlines(inlines)}**")
            else:
                current, lost = "", title
        elif current:
            prose[current].extend(writer.block(block))
        else:
            warnings.append(_not_taken(lost))
    filled = {name: Markdown("\n\n".join(parts)) for name, parts in prose.items() if parts}
    return Catatan(filled, tuple(dict.fromkeys(warnings)))


def _normal(title: str) -> str:
    return " ".join(title.split()).rstrip(":").casefold()


def _not_taken(title: str) -> str:
    place = f"di bawah judul {title!r}" if title else "sebelum judul pertama"
    return f"{CATATAN}: tulisan {place} tidak dimuat. Judul yang dikenal: {', '.join(BAGIAN)}."
