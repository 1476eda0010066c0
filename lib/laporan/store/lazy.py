"""A mapping whose values are made when they are asked for: opening a month reads no table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lazy(Mapping[K, V]):
    """Values by key, each made once.

    Parameters
    ----------
    keys
        All keys.
    make
        Gives the value of a key.
    """

    def __init__(self, keys: Iterable[K], make: Callable[[K], V]) -> None:
        self._keys, self._make = dict.fromkeys(keys), cache(make)

    def __getitem__(self, key: K) -> V:
        """Give the value, made now if it was not asked for before."""
        if key not in self._keys:
            raise KeyError(key)
        return self._make(key)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a value; it is not made."""
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        """Give the keys in their order."""
        return iter(self._keys)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._keys)
