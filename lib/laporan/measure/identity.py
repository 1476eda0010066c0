"""A statement that a figure equals a sum of others, and what finds those that do not hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import figures_of

ALL = None
EACH = "{}"
INI, LALU, TAHUN_LALU, TAHUN_BERJALAN = "ini", "lalu", "tahun lalu", "tahun berjalan"

Values = Mapping[tuple[str, str, str], Mapping[str, float]]


@dataclass(frozen=True)
class Term:
    """A figure, or a sum of figures.

    Attributes
    ----------
    kategori
        A category, ``ALL`` for the sum over the dimension, or ``EACH``: one identity a category.
    bulan
        The month, seen from the report's.
    """

    indikator: str
    dimensi: str = ""
    kategori: str | None = ""
    bulan: str = INI

    def __str__(self) -> str:
        """Give the key as the report's prose writes it."""
        if self.kategori is None:
            place = f"[{self.dimensi}]"
        else:
            place = f"[{self.dimensi}={self.kategori}]" if self.dimensi else ""
        return self.indikator + place + ("" if self.bulan == INI else f" ({self.bulan})")


@dataclass(frozen=True)
class Identity:
    """A whole that equals the sum of its parts.

    Attributes
    ----------
    whole
        The whole, or a number that the parts must give.
    each
        A figure for whose categories the identity holds one by one, where the whole is a number.
    ours
        True if only a defect of ours can break it, and the report must not open; False if it
        rests on what a source says of itself, which is worth a warning.
    always
        False if the parts need not be there: a comparison that a month may lack.
    """

    whole: Term | float
    parts: tuple[Term, ...]
    ours: bool = True
    each: Term | None = None
    always: bool = True


@dataclass(frozen=True)
class Violation:
    """An identity that does not hold, with both figures; None where a figure is not there."""

    identity: Identity
    whole: float | None
    parts: float

    def __str__(self) -> str:
        """Say it in one line."""
        parts = " + ".join(map(str, self.identity.parts))
        whole = self.identity.whole
        name = str(whole) if isinstance(whole, Term) else "seluruhnya"
        figure = "tidak ada" if self.whole is None else f"{self.whole:.12g}"
        return f"{name} = {figure}, tetapi {parts} = {self.parts:.12g}"


def find_violations(
    identities: Iterable[Identity], table: pd.DataFrame, bulan: Bulan
) -> list[Violation]:
    """Find the identities that the figures of a month break.

    An identity holds where neither the whole nor any part is there: what was not supplied has
    no figures. Figures count as equal within rounding of the machine.
    """
    values: dict[tuple[str, str, str], dict[str, float]] = {}
    for row in figures_of(table):
        values.setdefault((row.bulan, row.indikator, row.dimensi), {})[row.kategori] = row.nilai
    months = {
        INI: [bulan],
        LALU: [bulan.previous],
        TAHUN_LALU: [bulan.year_before],
        TAHUN_BERJALAN: bulan.year_to_date,
    }
    names = {name: [str(month) for month in found] for name, found in months.items()}
    return [
        violation
        for identity in identities
        for single in _expand(identity, values, str(bulan))
        if (violation := _check(single, values, names)) is not None
    ]


def _expand(identity: Identity, values: Values, bulan: str) -> Iterator[Identity]:
    """Make one identity a category of the whole; of those alone that the parts speak of."""
    whole = identity.whole
    over = identity.each or whole
    if not isinstance(over, Term) or over.kategori != EACH:
        yield identity
        return
    for kategori in values.get((bulan, over.indikator, over.dimensi), {}):
        parts = tuple(
            replace(
                part,
                dimensi=part.dimensi.replace(EACH, kategori),
                kategori=kategori if part.kategori == EACH else part.kategori,
            )
            for part in identity.parts
        )
        if any((bulan, part.indikator, part.dimensi) in values for part in parts) or any(
            part.bulan != INI for part in parts
        ):
            own = replace(whole, kategori=kategori) if isinstance(whole, Term) else whole
            yield replace(identity, whole=own, parts=parts)


def _check(identity: Identity, values: Values, months: Mapping[str, list[str]]) -> Violation | None:
    found = [_value(part, values, months) for part in identity.parts]
    whole = identity.whole
    wanted = _value(whole, values, months) if isinstance(whole, Term) else whole
    if not identity.always and None in found:
        return None
    if all(value is None for value in found) and (wanted is None or not isinstance(whole, Term)):
        return None
    if wanted is None and any(part.bulan != INI for part in identity.parts):
        return None  # a comparison without a base has no figure
    total = math.fsum(value for value in found if value is not None)
    if wanted is not None and math.isclose(wanted, total, rel_tol=1e-9, abs_tol=1e-9):
        return None
    return Violation(identity, wanted, total)


def _value(term: Term, values: Values, months: Mapping[str, list[str]]) -> float | None:
    """Give the sum of the figures that a term names; None where there is none of them."""
    found = [
        nilai
        for month in months[term.bulan]
        for kategori, nilai in values.get((month, term.indikator, term.dimensi), {}).items()
        if term.kategori in (ALL, kategori)
    ]
    return math.fsum(found) if found else None
