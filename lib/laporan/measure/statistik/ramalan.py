"""What comes next of a series of rates, how far off it may be, and how good such forecasts were."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import mean, stdev

Selang = tuple[float, float]


def mean_interval(values: Sequence[float], share: float) -> Selang:
    """Give the interval of the mean that holds it with that certainty (Student's t)."""
    reach = _quantile(values, share) * stdev(values) / sqrt(len(values))
    return mean(values) - reach, mean(values) + reach


def next_interval(values: Sequence[float], share: float) -> Selang:
    """Give the interval that holds the next value with that certainty (Student's t)."""
    reach = _quantile(values, share) * stdev(values) * sqrt(1 + 1 / len(values))
    return mean(values) - reach, mean(values) + reach


def _quantile(values: Sequence[float], share: float) -> float:
    from scipy import special

    return float(special.stdtrit(len(values) - 1, (1 + share) / 2))


def naive_error(values: Sequence[float], season: int = 1) -> float:
    """Give the mean error of taking each value for the one a season before."""
    return mean(abs(now - before) for now, before in zip(values[season:], values, strict=False))


def scaled_error(
    expected: Sequence[float], found: Sequence[float], known: Sequence[float], season: int = 1
) -> float:
    """Give the mean error in units of `naive_error` of what was known (MASE)."""
    errors = [abs(one - other) for one, other in zip(expected, found, strict=True)]
    return mean(errors) / naive_error(known, season)


def backtest(counts: Sequence[float], days: Sequence[float], first: int) -> list[float]:
    """Forecast each count after the ``first`` from those before it: their mean rate a day."""
    rates = [count / day for count, day in zip(counts, days, strict=True)]
    return [mean(rates[:at]) * days[at] for at in range(first, len(counts))]
