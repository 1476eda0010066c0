"""Letters that no font of the paper has: where they stand, and what is printed for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from laporan.clean.ledger import Cleaned
from laporan.clean.schema.engine import Hasil
from laporan.clean.value_findings import find_values
from laporan.dasar.letters import USUAL, lacking
from laporan.dasar.temuan import Pemeriksaan, Temuan

HURUF = "huruf dapat dicetak"
# What stands for a letter that has a shape in no font but its own, such as a symbol font's.
_NAMED = re.compile(r"\[U\+([0-9A-F]{4,6})\]")


def check_letters(cleaned: Cleaned, titles: Mapping[str, str], placed: pd.DataFrame) -> Hasil:
    """Check that the paper has a font for all that a source says.

    Parameters
    ----------
    cleaned
        The source.
    titles
        How its columns are headed.
    placed
        Its table with the ``berkas`` and ``baris`` of each row.
    """
    found: list[Temuan] = []
    for name in cleaned.tabel.select_dtypes(["str", "object", "category"]):
        texts = placed[name].astype("str")
        # Of a million numbers of tickets none has to be looked at letter by letter.
        written = texts.dropna()
        odd = written[~written.str.fullmatch(USUAL) | written.str.contains("[U+", regex=False)]
        told = {text: letters for text in odd.unique() if (letters := told_letters(text))}
        if told:
            found += find_values(
                placed,
                texts.map(told).dropna(),
                letters_text,
                pemeriksaan=HURUF,
                kolom=titles.get(str(name), str(name)),
            )
    told_of = tuple(replace(finding, sumber=cleaned.sumber) for finding in found)
    harapan = "Setiap huruf ada di salah satu font untuk PDF dan gambar."
    failed = sum(finding.jumlah for finding in found)
    check = Pemeriksaan(HURUF, harapan, cleaned.sumber, diperiksa=len(cleaned.tabel), gagal=failed)
    return Hasil(told_of, (check,))


def told_letters(text: str) -> str:
    """Tell which letters of a text are shown by their names; nothing if all are shown."""
    codes = dict.fromkeys(_NAMED.findall("".join(lacking([text]).values()) + text))
    return ", ".join(f"[U+{code}] {_name_of(code)}".strip() for code in codes)


def _name_of(code: str) -> str:
    return unicodedata.name(chr(int(code, 16)), "").lower()


def letters_text(told: str) -> str:
    """Say what is shown for letters, as :func:`told_letters` gives them, and what to do."""
    return (
        f"ada huruf yang tidak ada di font mana pun untuk PDF dan gambar; di sana ditulis: {told}. "
        "Bila itu salah ketik atau salah tempel, perbaiki di sumbernya."
    )
