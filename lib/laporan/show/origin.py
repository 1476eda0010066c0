"""Where what is listed comes from: a row of a file, a file's account, a setting, a definition.

An origin is a token that is safe in any attribute; :mod:`laporan.render.explain` says it in words.
"""

from __future__ import annotations

from urllib.parse import quote

from laporan.dasar.bulan import Bulan
from laporan.show.display import Markdown
from laporan.show.markup import escape

ROW, FILE, SETTING, RULE, DEFINITION = "baris", "berkas", "pengaturan", "aturan", "definisi"
# What is quoted: what the checks found, and why a figure is not there.
QUOTED = "periksa"


def row_origin(bulan: Bulan, berkas: str, baris: int) -> str:
    """Name a row of a raw file, by the number that the analyst sees."""
    return _token(ROW, bulan, berkas, baris)


def file_origin(bulan: Bulan, berkas: str) -> str:
    """Name what the cleaning wrote down on a raw file."""
    return _token(FILE, bulan, berkas)


def accounted(text: str, bulan: Bulan, berkas: str) -> Markdown:
    """Write what the cleaning wrote down, so that it carries the file that says so."""
    return Markdown(f'[{escape(text)}]{{.angka data-asal="{file_origin(bulan, berkas)}"}}')


def setting_origin(name: str) -> str:
    """Name a setting: ``layanan.media``."""
    return _token(SETTING, name)


def setting(text: str, name: str) -> Markdown:
    """Write what a setting says, so that it carries its name."""
    return Markdown(f'[{escape(text)}]{{.angka data-asal="{setting_origin(name)}"}}')


def rule_origin(sumber: str) -> str:
    """Name what is declared of a source, such as the scale of its values."""
    return _token(RULE, sumber)


def ruled(text: str, sumber: str) -> Markdown:
    """Write what is declared of a source, so that it carries its name."""
    return Markdown(f'[{escape(text)}]{{.angka data-asal="{rule_origin(sumber)}"}}')


def definition_origin(kunci: str) -> str:
    """Name the definition of a figure, which the data dictionary has, too."""
    return _token(DEFINITION, kunci)


def quoted(text: str) -> Markdown:
    """Write what the checks of the data say, word for word."""
    return Markdown(f'[{escape(text)}]{{bukti-teks="{QUOTED}"}}')


def _token(*parts: object) -> str:
    return ",".join(quote(str(part), safe="") for part in parts)
