"""Identifiers that can be trusted, and those that a spreadsheet rounded: many became one number."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import pandas as pd
import pyarrow as pa

from laporan.clean.numbers import is_blank
from laporan.clean.steps import NILAI_TERBACA, column
from laporan.clean.value_findings import find_rows
from laporan.dasar.temuan import Temuan

# What follows where ids were rounded.
TIDAK_TERBEDAKAN = (
    "barisnya dihitung satu demi satu, dan yang sama di dua berkas dapat terhitung dua kali"
)
# A number that a spreadsheet wrote in powers of ten: many ids became this one.
_POWERS = r"(?i)\d(?:[.,]\d+)?e\+?\d+"
# A number whose decimal part is none.
_WHOLE = r"(\d+)(?:[.,]0+)?"
# So many digits a spreadsheet keeps; so many zeros in a row, and in all ids of a file together,
# are no chance.
KEPT_DIGITS, MANY_ZEROS, FEWEST_ZEROS = 15, 5, 3
# So long a number is written in powers of ten, and comes back with zeros for what was cut off.
LONG = 11
# Numbers beyond this are kept to the nearest multiple of a power of two.
_EXACT = 1 << 53
# A number with zeros before it or after a decimal mark.
_PADDED = r"^0*([0-9]+)(?:[.,]0+)?$"


def plain_numbers(ids: pd.Series[str]) -> pd.Series[str]:
    """Give ids in one form: ``0123``, ``123.0`` and ``123,00`` are ``123``."""
    numbers = ids.str.strip()
    odd = ~numbers.str.fullmatch("[1-9][0-9]*").fillna(True).astype(bool)
    if odd.any():
        numbers = numbers.mask(odd, numbers[odd].str.replace(_PADDED, r"\1", regex=True))
    return numbers


def is_repeated(ids: pd.Series[str]) -> pd.Series[bool]:
    """Tell which ids come more than once, all of them; a missing one does not."""
    doubted = ids.dropna()
    # What differs as a number differs as a text, and a million numbers are compared in no time.
    with suppress(pa.ArrowInvalid):
        numbers = pa.array(doubted, type=pa.large_string()).cast(pa.int64()).to_pandas()
        doubted = doubted[numbers.duplicated(keep=False).to_numpy()]
    return doubted.duplicated(keep=False).reindex(ids.index, fill_value=False)


def is_rounded(rows: pd.DataFrame, kolom: str) -> pd.Series[bool]:
    """Tell which ids or telephone numbers were rounded, with or without a power of ten.

    Parameters
    ----------
    rows
        Rows with ``berkas``.
    kolom
        The column; where no file has it, nothing is rounded.

    Returns
    -------
    Series
        True where a cell is a power of ten or ends in more zeros than chance gives, and for all
        long ids of a file of which most end in zeros after the fifteenth digit, or none of which
        is more exact than a floating-point number.
    """
    written = column(rows, kolom).str.strip()
    # What is short and has no power of ten is exact: of a million tickets each.
    suspect = written.str.len().ge(LONG) | written.str.contains("e", case=False, regex=False)
    ids = written[suspect.fillna(False).astype(bool)]
    digits = ids.str.extract(f"^{_WHOLE}$")[0]
    zeros = digits.str.extract("(0*)$")[0].str.len().fillna(0)
    length = digits.str.len().fillna(0)
    found = ids.str.fullmatch(_POWERS).fillna(False).astype(bool)
    found |= length.ge(LONG) & zeros.ge(MANY_ZEROS) & zeros.lt(length - 1)
    long = digits[length.gt(KEPT_DIGITS)]
    for _, part in long.groupby(rows.loc[long.index, "berkas"], sort=False):
        cut = zeros[part.index] >= length[part.index] - KEPT_DIGITS
        lost = int((length[part.index] - KEPT_DIGITS)[cut].sum())
        most = 2 * cut.sum() > len(part) and lost >= FEWEST_ZEROS
        found[part.index] |= bool(most) or _are_floats(list(part.unique()))
    return found.reindex(rows.index, fill_value=False)


def _are_floats(digits: Sequence[str]) -> bool:
    """Tell whether numbers are all as coarse as floating-point numbers of their size."""
    numbers = [int(text) for text in digits if len(text) <= 2 * KEPT_DIGITS]
    spare = [number.bit_length() - _EXACT.bit_length() + 1 for number in numbers]
    coarse = all(
        number % (1 << max(bits, 0)) == 0 for number, bits in zip(numbers, spare, strict=True)
    )
    # By chance every number of n bits to spare is one in 2^n times.
    return coarse and sum(max(bits, 0) for bits in spare) >= 10


def find_contradicted(ids: pd.Series[str], marks: pd.DataFrame) -> pd.Series[bool]:
    """Tell which ids stand for several things, as their marks say.

    Parameters
    ----------
    ids
        The ids, as written; missing ones contradict nothing.
    marks
        What one id has one of, such as the time at which a post appeared.
    """
    told = marks[ids.notna()].assign(id=ids[ids.notna()])
    kinds = told.drop_duplicates().groupby("id", sort=False).size()
    return ids.isin(kinds.index[kinds.gt(1)]) & ids.notna()


def trusted_ids(rows: pd.DataFrame, kolom: str, marks: pd.DataFrame) -> pd.Series[str]:
    """Give the ids by which rows may be told apart; missing where they can't be trusted.

    Parameters
    ----------
    rows
        Rows with ``berkas``.
    kolom
        The column of ids.
    marks
        As in `find_contradicted`.
    """
    ids = column(rows, kolom).str.strip()
    ids = ids.mask(is_blank(ids) | is_rounded(rows, kolom))
    return ids.mask(find_contradicted(ids, marks.loc[rows.index]))


def warn_rounded(rows: pd.DataFrame, kolom: str, akibat: str) -> list[Temuan]:
    """Say which ids a spreadsheet rounded, and what follows from it."""
    return find_rows(
        rows[is_rounded(rows, kolom)],
        f"nomor dibulatkan Excel (seperti 6,2E+11 atau berakhiran …000), sehingga {akibat}. "
        "Unduh ulang ekspornya dan jangan simpan dari Excel.",
        pemeriksaan=NILAI_TERBACA,
        kolom=kolom,
    )


def warn_untrusted(rows: pd.DataFrame, kolom: str, marks: pd.DataFrame) -> list[Temuan]:
    """Say which ids a spreadsheet rounded, and which ones stand for several things."""
    ids = column(rows, kolom).str.strip()
    ids = ids.mask(is_blank(ids) | is_rounded(rows, kolom))
    return [
        *warn_rounded(rows, kolom, TIDAK_TERBEDAKAN),
        *find_rows(
            rows[find_contradicted(ids, marks.loc[rows.index])],
            "satu nomor dipakai beberapa hal, yang waktunya berbeda, sehingga "
            f"{TIDAK_TERBEDAKAN}. Barangkali nomornya dibulatkan: unduh ulang ekspornya.",
            pemeriksaan=NILAI_TERBACA,
            kolom=kolom,
        ),
    ]
