"""What a spreadsheet spoilt: results of formulas that failed, numbers turned into dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from laporan.dasar.errors import LaporanError
from laporan.dasar.indonesian import angka

# A number that a spreadsheet took for a date: 3.4 became 3.Apr or 3-Apr, 4.23 became Apr-23.
DATED_NUMBER = re.compile(r"\s*(?:\d{1,2}[.\-/][^\W\d_]{3,9}|[^\W\d_]{3,9}[.\-/]\d{2,4})\.?\s*")
# The same in a column of numbers, where a whole date is none either.
WHOLE_DATE = re.compile(
    r"\s*(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?\s*"
)


# What a spreadsheet writes where a formula failed.
FORMULA_ERRORS = (
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#GETTING_DATA",
)  # fmt: skip


def refuse_formula_errors(berkas: str, data: pd.DataFrame) -> None:
    """Refuse a file with results of formulas that failed in a column that is read.

    Raises
    ------
    LaporanError
        If a cell is such an error: what should stand there is lost.
    """
    for kolom in data:
        found = data[kolom].isin(FORMULA_ERRORS)
        if found.any():
            first = data[kolom][found]
            raise LaporanError(
                f"{berkas}, baris {first.index[0]}, kolom {str(kolom)!r}: {first.iloc[0]!r} adalah "
                f"galat rumus Excel, seperti di {angka(int(found.sum()))} sel kolom ini, dan nilai "
                "aslinya hilang. Perbaiki rumusnya atau isi nilainya, lalu simpan kembali; bila "
                "ini ekspor, unduh ulang dan jangan simpan dari Excel."
            )


def refuse_dated_numbers(berkas: str, baris: int, cells: Iterable[str], *, kolom: str = "") -> None:
    """Refuse a file in which a spreadsheet turned numbers into dates.

    Parameters
    ----------
    berkas, baris
        Named in the error.
    cells
        Cells that hold no date.
    kolom
        The column, if it is one of numbers: then no cell of it is a date of any form.

    Raises
    ------
    LaporanError
        If a cell is such a number: its value is lost, and so may be that of others.
    """
    place = f"{berkas}, baris {baris}" + (f", kolom {kolom!r}" if kolom else "")
    for cell in cells:
        if DATED_NUMBER.fullmatch(cell) or (kolom and WHOLE_DATE.fullmatch(cell)):
            raise LaporanError(
                f"{place}: {cell.strip()!r} adalah angka yang diubah Excel menjadi tanggal, dan "
                "nilai aslinya hilang. Unduh ulang ekspornya dan jangan simpan dari Excel; di "
                "daftar yang ditulis tangan, isi kembali angkanya."
            )
