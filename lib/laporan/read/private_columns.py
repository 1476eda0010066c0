"""What the columns of the raw exports hold of persons.

What is not declared open is looked for in everything that leaves ``data/raw/``: a column
that an export gains, or that an analyst adds to a list, is private until somebody says otherwise.
"""

from __future__ import annotations

import re

from laporan.dasar.settings import Settings
from laporan.read.declaration import Isi
from laporan.read.header import fold
from laporan.read.sources import SOURCES

_NAMES_PERSONS = re.compile(
    r"nama|name\b|_name|orang|person|kontak|contact|pengirim|pemohon|sender|user|mail|surel|alamat"
    r"|address|phone|telp|telepon|\bhp\b|\bwa\b|nik\b|npwp|ktp|identitas|oleh\b"
)


def kind_of(sumber: str, kolom: str, settings: Settings) -> Isi:
    """Tell what the cells of a source's column hold of persons."""
    name, source = fold(kolom), SOURCES[sumber]
    opened = (*source.titles(settings), *settings["data_pribadi"]["kolom_terbuka"])
    if name in map(fold, opened):
        return Isi.TERBUKA
    for column in source.columns:
        if name in map(fold, (column.name, *column.also)) and column.isi is not Isi.TEKS:
            return column.isi
    return Isi.ORANG if _NAMES_PERSONS.search(name) else Isi.TEKS
