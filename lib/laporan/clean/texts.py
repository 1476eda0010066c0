"""Texts that people typed: trimmed, matched with what the settings know, freed of persons."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from laporan.clean.numbers import is_blank
from laporan.dasar.inert import BULLETS, shorten, visible

TIDAK_TERCATAT = "Tidak tercatat"
DISAMARKAN = "(disamarkan)"
# So much of a text is kept, and so much of a name of a category.
LONGEST_TEXT, LONGEST_NAME = 1000, 120

# Signs that say nothing: not those of which another thing is made (A+, C#, 50%, 1.5).
_PUNCTUATION = r"(?<!\d)[^\w+#%&]+|[^\w+#%&]+(?!\d)|_+"
# An e-mail address, an Indonesian telephone number, or a NIK.
_GAP = r"[\s.\-()]*"
_PERSONAL = (
    r"[^\s@]+@[^\s@]+\.[^\s@]+"
    rf"|(?<!\d)(?:\+?62|0){_GAP}[1-9](?:{_GAP}\d){{7,11}}(?!\d)"
    r"|(?<!\d)\d{16}(?!\d)"
)


def tidy(texts: pd.Series[str]) -> pd.Series[str]:
    """Trim, make inner white space single spaces, and turn blank and ``-`` into missing.

    Control characters and marks of direction go, and what is longer than any text of a list is
    cut.
    """
    return _per_spelling(texts, _tidy)


def _tidy(cells: pd.Series[str], longest: int = LONGEST_TEXT) -> pd.Series[str]:
    shown = cells.map(lambda text: shorten(visible(text), longest), na_action="ignore")
    shown = shown.astype("str")
    return shown.mask(is_blank(shown))


def match_known(texts: pd.Series[str], known: Iterable[str]) -> pd.Series[str]:
    """Write values as the settings do, without regard to case and outer space.

    An unknown value keeps its first spelling, so that ``Faks`` and ``faks`` are one.
    """
    return _per_spelling(texts, _matcher(known))


def fold_spellings(texts: pd.Series[str]) -> pd.Series[str]:
    """Write what differs in case, blanks and punctuation alone in its most frequent spelling."""
    tidied = tidy(texts)
    keys = tidied.str.casefold().str.replace(_PUNCTUATION, " ", regex=True).str.strip()
    # What is made of signs alone is told apart by them.
    return usual_spelling(tidied, keys.mask(keys.eq(""), tidied))


def usual_spelling(texts: pd.Series[str], keys: pd.Series[str]) -> pd.Series[str]:
    """Write texts of one key in their most frequent spelling; what has no key is missing."""
    usual = texts.groupby(keys).agg(lambda part: part.mode().iloc[0])
    return keys.map(usual).astype("str")


def match_category(texts: pd.Series[str], known: Iterable[str]) -> pd.Series[str]:
    """Write values as `match_known` does, with persons hidden as `hide_persons` does."""
    match = _matcher(known)
    return _per_spelling(texts, lambda cells: _hide(match(cells)))


def _matcher(known: Iterable[str]) -> Callable[[pd.Series[str]], pd.Series[str]]:
    official = {name.casefold(): name for name in known}

    def match(cells: pd.Series[str]) -> pd.Series[str]:
        tidied = _tidy(cells, LONGEST_NAME)
        # A bullet that was pasted with a name is no part of it.
        tidied = tidied.str.lstrip(f"{BULLETS} ")
        tidied = tidied.mask(tidied.eq(""))
        keys = tidied.str.casefold()
        first = tidied.groupby(keys).transform("first")
        return keys.map(official).astype("str").fillna(first)

    return match


def hide_persons(texts: pd.Series[str]) -> pd.Series[str]:
    """Replace e-mail addresses and telephone numbers within texts, and what cannot be printed."""
    return _per_spelling(texts, _hide)


def _hide(cells: pd.Series[str]) -> pd.Series[str]:
    shown = _beginnings(cells).map(visible, na_action="ignore").astype("str")
    return shown.str.replace(_PERSONAL, DISAMARKAN, regex=True)


def may_name_persons(texts: pd.Series[str]) -> pd.Series[bool]:
    """Tell which cells of a column of dates or numbers hold something else, such as a name."""
    cells = _beginnings(texts)
    return ~cells.str.contains(r"\d") | cells.str.contains(_PERSONAL) | cells.ne(texts)


def _beginnings(texts: pd.Series[str]) -> pd.Series[str]:
    """Cut what is too long to be searched, and too long to be a date, a number or a name."""
    return texts.mask(texts.str.len() > LONGEST_TEXT, texts.str.slice(0, LONGEST_TEXT) + "…")


def serial_numbers(keys: pd.Series[str]) -> pd.Series[int]:
    """Give each distinct value a number from 1, in order of appearance; missing stays missing."""
    codes, _ = pd.factorize(keys)
    return pd.Series(codes + 1, index=keys.index, dtype="Int64").mask(codes < 0)


def _per_spelling(
    texts: pd.Series[str], change: Callable[[pd.Series[str]], pd.Series[str]]
) -> pd.Series[str]:
    """Change each spelling once: a column has many rows and few spellings."""
    codes, spellings = pd.factorize(texts)
    changed = change(pd.Series(spellings, dtype="str"))
    # A missing text has code -1, the last row.
    with_missing = pd.concat([changed, pd.Series([None], dtype="str")])
    return pd.Series(with_missing.iloc[codes].array, index=texts.index, dtype="str")
