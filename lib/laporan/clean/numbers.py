"""Counts as people and programs write them: ``1.707``, ``1,707``, ``36.0``, ``-``."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from laporan.dasar.errors import LaporanError

# What a cell says where there is no value.
KOSONG = {"", "-", "–", "—"}
_PLAIN = r"\d+"
# More digits are no count of anything, and not all of them would be kept.
MOST_DIGITS = 15
# So many counts with one or two decimals tell of a file whose marks were taken for others.
FEWEST_FRACTIONS = 3
# Groups of three that are set apart by a space, of whatever width.
_SPACED = r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?:\D|$))"


@dataclass(frozen=True)
class Marks:
    """The marks for thousands and decimals of one file.

    Attributes
    ----------
    ribuan, desimal
        A character each.
    bilangan
        A count: in groups of three, or with nothing but zeros after its decimal mark.
    pecahan
        A number that only these marks make one: with one, two, or more than three decimals.
    """

    ribuan: str
    desimal: str

    @property
    def bilangan(self) -> str:
        """The pattern of a count that holds a mark."""
        return rf"\d{{1,3}}(?:[{self.ribuan}]\d{{3}})+(?:[{self.desimal}]0+)?|\d+[{self.desimal}]0+"

    @property
    def pecahan(self) -> str:
        """The pattern of a fraction whose mark cannot be one of thousands."""
        return rf"(?:\d+|\d{{1,3}}(?:[{self.ribuan}]\d{{3}})+)[{self.desimal}](?:\d\d?|\d{{4,}})%?"


INDONESIA, INGGRIS = Marks(".", ","), Marks(",", ".")


def parse_counts(
    counts: pd.DataFrame, *, berkas: str, fractions: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Read the whole numbers of one file.

    Whether ``1.707`` is a thousand or a fraction is told by the file as a whole: under one
    reading of the marks all its cells are numbers.

    Parameters
    ----------
    counts
        The columns of counts, cells as written; the index is ``baris``.
    berkas
        Named in the error.
    fractions
        Columns of shares and means, whose decimals tell the marks, too.

    Returns
    -------
    DataFrame of Int64
        Missing for an empty cell, ``-``, and what is no count under the file's reading.

    Raises
    ------
    LaporanError
        If some cells are numbers under the one reading only, and others under the other.
    """
    cells = counts.apply(lambda texts: _join_groups(texts.str.strip()).mask(is_blank(texts)))
    marks = _find_marks(_stack(cells), _stack(fractions), berkas)
    return pd.DataFrame({name: _read(cells[name], marks) for name in cells}, index=cells.index)


def _join_groups(texts: pd.Series[str]) -> pd.Series[str]:
    """Take ``114 183`` as ``114183``; ``12 34 567`` stays as it is."""
    spaced = _matches(texts, rf"\d{{1,3}}(?:{_SPACED}\d{{3}})+")
    return texts.mask(spaced, texts.str.replace(_SPACED, "", regex=True))


def is_blank(texts: pd.Series[str]) -> pd.Series[bool]:
    """Tell which cells hold no value: missing, blank or a dash."""
    return texts.isna() | texts.str.strip().isin(KOSONG)


def _stack(columns: pd.DataFrame | None) -> pd.Series[str]:
    """Put the filled cells of all columns under each other, each with its row and column."""
    if columns is None or columns.empty:
        return pd.Series(dtype="str")
    by_column = {str(name): columns[name].str.strip().dropna() for name in columns}
    return pd.concat(by_column).astype("str")


def _find_marks(counts: pd.Series[str], fractions: pd.Series[str], berkas: str) -> Marks:
    indonesian, english = _matches(counts, INDONESIA.bilangan), _matches(counts, INGGRIS.bilangan)
    only_indonesian = pd.concat(
        [counts[indonesian & ~english], fractions[_matches(fractions, INDONESIA.pecahan)]]
    )
    only_english = pd.concat(
        [counts[english & ~indonesian], fractions[_matches(fractions, INGGRIS.pecahan)]]
    )
    only_indonesian = _with_fractions(only_indonesian, counts, INDONESIA)
    only_english = _with_fractions(only_english, counts, INGGRIS)
    if only_indonesian.empty and only_english.empty:
        # 1.000 and 1,000 are counts under both; a group of three is likelier than three zeros.
        both = counts[indonesian & english]
        only_indonesian = both[both.str.contains(".", regex=False)]
        only_english = both[both.str.contains(",", regex=False)]
    if len(only_indonesian) and len(only_english):
        raise LaporanError(
            f"{berkas}: tanda ribuan dan desimal tidak dapat ditentukan, karena "
            f"{_place(only_indonesian)} dan {_place(only_english)} mengikuti aturan yang berbeda. "
            "Unduh ulang ekspornya, atau tulislah semua angka di berkas itu dengan cara yang "
            "sama, misalnya 1.707."
        )
    return INGGRIS if len(only_english) else INDONESIA


def _with_fractions(found: pd.Series[str], counts: pd.Series[str], marks: Marks) -> pd.Series[str]:
    """Add the fractions among counts, if they are no slips: 2.68 is what became of 2.680."""
    odd = counts[_matches(counts, marks.pecahan)]
    return pd.concat([found, odd]) if len(odd) >= FEWEST_FRACTIONS else found


def _matches(cells: pd.Series[str], pattern: str) -> pd.Series[bool]:
    return cells.str.fullmatch(pattern).fillna(False).astype(bool)


def _place(cells: pd.Series[str]) -> str:
    """Say what the first of the cells holds, and where it stands."""
    kolom, baris = cells.index[0]
    return f"{cells.iloc[0]!r} (baris {baris}, kolom {kolom!r})"


def _read(cells: pd.Series[str], marks: Marks) -> pd.Series[int]:
    readable = _matches(cells, f"{marks.bilangan}|{_PLAIN}")
    digits = (
        cells.where(readable)
        .str.replace(marks.ribuan, "", regex=False)
        .str.replace(rf"[{marks.desimal}].*", "", regex=True)
    )
    fits = digits.str.len().le(MOST_DIGITS).fillna(False).astype(bool)
    return pd.to_numeric(digits.where(fits), errors="coerce").astype("Int64")
