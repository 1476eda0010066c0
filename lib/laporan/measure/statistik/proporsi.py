"""Shares of a whole, and the difference of two: their intervals."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

Selang = tuple[float, float]
# Of 95 percent.
Z = NormalDist().inv_cdf(0.975)


def wilson(part: int, whole: int) -> Selang:
    """Give Wilson's 95 percent interval of a share, between 0 and 1."""
    share, square = part / whole, Z * Z
    centre = share + square / (2 * whole)
    reach = Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    scale = 1 + square / whole
    return max(0.0, (centre - reach) / scale), min(1.0, (centre + reach) / scale)


def newcombe(part: int, whole: int, other_part: int, other_whole: int) -> Selang:
    """Give Newcombe's hybrid 95 percent interval of a share less another share."""
    first, second = part / whole, other_part / other_whole
    (low, high), (other_low, other_high) = wilson(part, whole), wilson(other_part, other_whole)
    difference = first - second
    return (
        difference - sqrt((first - low) ** 2 + (other_high - second) ** 2),
        difference + sqrt((high - first) ** 2 + (second - other_low) ** 2),
    )
