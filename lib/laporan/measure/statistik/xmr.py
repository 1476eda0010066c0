"""The chart of single values and moving ranges: limits of chance, and the rules of a signal.

A month that is missing is None: it has no range with its neighbours, and it ends a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

LUAR, TREN, DUA_DARI_TIGA, SISI = 1, 2, 3, 4
# 3 / 1,128: limits are three standard deviations off, as far as mean ranges tell them.
REACH, REACH_MEDIAN = 2.66, 3.145
RANGE_LIMIT = 3.267
_TRIPLE = 3

Value = float | None


@dataclass(frozen=True)
class Batas:
    """The centre of a series, how far it varies by chance, and the mean range behind it."""

    tengah: float
    jarak: float
    rentang: float

    @property
    def bawah(self) -> float:
        """The lower limit."""
        return self.tengah - self.jarak

    @property
    def atas(self) -> float:
        """The upper limit."""
        return self.tengah + self.jarak


@dataclass(frozen=True)
class Panjang:
    """How long runs must be to be signals."""

    tren: int
    sisi: int


# What the rules say of a value: which of them hold, and on which side.
Tanda = tuple[int, int]


def ranges(values: Sequence[Value]) -> list[float]:
    """Give the range of each pair of neighbours that are both known."""
    return [abs(now - old) for old, now in pairwise(values) if old is not None and now is not None]


def limits(values: Sequence[Value], *, screened: bool = False) -> Batas:
    """Give the limits that a series sets itself; it has two neighbours at least.

    Parameters
    ----------
    screened
        Whether ranges beyond their own limit are left out once, as Nelson (1982) has it.
    """
    moving = ranges(values)
    if screened:
        most = RANGE_LIMIT * mean(moving)
        moving = [each for each in moving if each < most]
    known = [value for value in values if value is not None]
    return Batas(mean(known), REACH * mean(moving), mean(moving))


def median_limits(values: Sequence[Value]) -> Batas:
    """Give limits by medians, which one wild value does not widen."""
    known = [value for value in values if value is not None]
    moving = median(ranges(values))
    return Batas(median(known), REACH_MEDIAN * moving, moving)


def signals(
    values: Sequence[Value], batas: Batas, panjang: Panjang, *, above_zero: bool = False
) -> list[list[Tanda]]:
    """Give the rules that hold at each value, the first of them first.

    Parameters
    ----------
    above_zero
        Whether no value can be below 0: a lower limit there tells nothing.
    """
    found: list[list[Tanda]] = [[] for _ in values]
    tests: tuple[Callable[[], Iterator[tuple[int, Tanda]]], ...] = (
        lambda: _outside(values, batas, above_zero=above_zero),
        lambda: _trend(values, panjang.tren),
        lambda: _two_of_three(values, batas),
        lambda: _side(values, batas.tengah, panjang.sisi),
    )
    for test in tests:
        for at, sign in test():
            if sign not in found[at]:
                found[at].append(sign)
    return found


def _outside(
    values: Sequence[Value], batas: Batas, *, above_zero: bool
) -> Iterator[tuple[int, Tanda]]:
    for at, value in enumerate(values):
        if value is not None and value > batas.atas:
            yield at, (LUAR, 1)
        elif value is not None and value < batas.bawah and not (above_zero and batas.bawah <= 0):
            yield at, (LUAR, -1)


def _trend(values: Sequence[Value], length: int) -> Iterator[tuple[int, Tanda]]:
    """Find runs of steps that all go one way; equal neighbours break them."""
    steps = [0 if old is None or now is None else _sign(now - old) for old, now in pairwise(values)]
    for start, end, side in _runs(steps):
        if end - start + 1 >= length:  # so many steps join one value more
            yield from ((at, (TREN, side)) for at in range(start, end + 1))


def _side(values: Sequence[Value], centre: float, length: int) -> Iterator[tuple[int, Tanda]]:
    """Find runs on one side of the centre; a value on it breaks them."""
    sides = [0 if value is None else _sign(value - centre) for value in values]
    for start, end, side in _runs(sides):
        if end - start >= length:
            yield from ((at, (SISI, side)) for at in range(start, end))


def _two_of_three(values: Sequence[Value], batas: Batas) -> Iterator[tuple[int, Tanda]]:
    """Find threes on one side of which two are beyond two thirds of the way to the limit."""
    off = [None if value is None else value - batas.tengah for value in values]
    for start in range(len(off) - _TRIPLE + 1):
        three = off[start : start + _TRIPLE]
        sides = {0 if each is None else _sign(each) for each in three}
        far = [
            start + place
            for place, each in enumerate(three)
            if each is not None and abs(each) > batas.jarak * 2 / 3
        ]
        if len(far) >= _TRIPLE - 1 and sides in ({1}, {-1}):
            yield from ((at, (DUA_DARI_TIGA, next(iter(sides)))) for at in far)


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Give start, end and sign of each run of one sign other than 0."""
    start = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or signs[at] != signs[start]:
            if signs[start]:
                yield start, at, signs[start]
            start = at


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
