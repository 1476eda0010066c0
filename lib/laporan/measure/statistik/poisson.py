"""Counts of two spans compared exactly, and many such comparisons held against chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

Selang = tuple[float, float]


def probability(now: int, before: int, days: float, days_before: float) -> float:
    """Give the two-sided probability that two counts of one rate differ so much.

    The exact conditional test: of both together, ``now`` is binomial by the days. As likely as it
    or less are all results that count.
    """
    import numpy as np
    from scipy import special

    total, share = now + before, days / (days + days_before)
    if not total:
        return 1.0
    counts = np.arange(total + 1)
    others = total - counts
    logs = special.gammaln(total + 1) - special.gammaln(counts + 1) - special.gammaln(others + 1)
    logs += special.xlogy(counts, share) + special.xlog1py(others, -share)
    likely = np.exp(logs)
    return float(min(1.0, likely[likely <= likely[now] * (1 + 1e-7)].sum()))


def probability_above(now: int, before: int, days: float, days_before: float) -> float:
    """Give the one-sided probability that a count of the same rate is as large or larger."""
    from scipy import special

    total, share = now + before, days / (days + days_before)
    return float(special.betainc(now, total - now + 1, share)) if now else 1.0


def ratio_interval(now: int, before: int, days: float, days_before: float) -> Selang:
    """Give the 95 percent interval of the ratio of two rates, after Clopper and Pearson."""
    from scipy import special

    low = float(special.betaincinv(now, before + 1, 0.025)) if now else 0.0
    high = float(special.betaincinv(now + 1, before, 0.975)) if before else 1.0
    return _odds(low) * days_before / days, _odds(high) * days_before / days


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else inf


def adjusted(probabilities: Sequence[float]) -> list[float]:
    """Give the q of each probability among all of them, after Benjamini and Hochberg."""
    count, smallest = len(probabilities), 1.0
    found = [0.0] * count
    order = sorted(range(count), key=lambda at: probabilities[at], reverse=True)
    for rank, at in zip(range(count, 0, -1), order, strict=True):
        smallest = min(smallest, probabilities[at] * count / rank)
        found[at] = smallest
    return found
