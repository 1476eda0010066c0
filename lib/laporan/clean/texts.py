"""Texts that people typed: trimmed, matched with what the settings know, freed of persons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from laporan.clean.numbers import is_blank

TIDAK_TERCATAT = "Tidak tercatat"
DISAMARKAN = "(disamarkan)"

# An e-mail address, or a run of digits as long as a telephone number or a NIK.
_PERSONAL = r"[^\s@]+@[^\s@]+\.[^\s@]+|\+?\d(?:[\s.\-()]*\d){8,}"


def tidy(texts: pd.Series[str]) -> pd.Series[str]:
    """Trim, make inner white space single spaces, and turn blank and ``-`` into missing."""
    return texts.mask(is_blank(texts)).str.strip().str.replace(r"\s+", " ", regex=True)


def match_known(texts: pd.Series[str], known: Iterable[str]) -> pd.Series[str]:
    """Write values as the settings do, without regard to case and outer space.

    An unknown value keeps its first spelling, so that ``Faks`` and ``faks`` are one.
    """
    tidied = tidy(texts)
    keys = tidied.str.casefold()
    official = {name.casefold(): name for name in known}
    first = pd.Series(tidied.to_numpy(), index=keys).groupby(level=0).first()
    spelling = first.to_dict() | official
    return keys.map(spelling).astype("str")


def hide_persons(texts: pd.Series[str]) -> pd.Series[str]:
    """Replace e-mail addresses and telephone numbers within texts."""
    return texts.str.replace(_PERSONAL, DISAMARKAN, regex=True)


def serial_numbers(keys: pd.Series[str]) -> pd.Series[int]:
    """Give each distinct value a number from 1, in order of appearance; missing stays missing."""
    codes, _ = pd.factorize(keys)
    return pd.Series(codes + 1, index=keys.index, dtype="Int64").mask(codes < 0)


def warn_unknown(
    values: pd.Series[str], known: Sequence[str], *, kolom: str, tempat: str
) -> list[str]:
    """Say which values the settings do not know, and how often each occurs.

    Parameters
    ----------
    values
        Matched values.
    known
        What the settings list.
    kolom
        The column as the file heads it.
    tempat
        The setting to add to.
    """
    unknown = values[values.notna() & ~values.isin([*known, TIDAK_TERCATAT])].value_counts()
    if unknown.empty:
        return []
    named = ", ".join(f"“{value}” ({count})" for value, count in unknown.head(10).items())
    more = f", dan {len(unknown) - 10} nilai lain" if len(unknown) > 10 else ""
    return [
        f"Kolom {kolom!r}: nilai yang tidak ada di pengaturan dipertahankan sebagai kelompok "
        f"tersendiri: {named}{more}. Perbaiki di sumbernya, atau tambahkan ke pengaturan {tempat}."
    ]
