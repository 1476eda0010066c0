"""How much a whole is spread over its parts."""

from __future__ import annotations

from collections.abc import Iterable


def concentration(counts: Iterable[float]) -> float:
    """Give the sum of squared shares in percent (Herfindahl-Hirschman): 10,000 is one part."""
    known = [count for count in counts if count]
    whole = sum(known)
    return sum((100 * count / whole) ** 2 for count in known)


def effective_number(counts: Iterable[float]) -> float:
    """Give how many equal parts would be as concentrated."""
    return 10_000 / concentration(counts)
