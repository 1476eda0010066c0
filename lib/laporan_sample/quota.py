"""Whole numbers that add up: quotas, their random parts, and their dealing out."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np

from laporan.dasar.bulan import Bulan


def generator(seed: int, bulan: Bulan, name: str) -> np.random.Generator:
    """Give each source of each month its own stream, so that none depends on another."""
    return np.random.default_rng([seed, bulan.tahun, bulan.nomor, zlib.crc32(name.encode())])


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Divide a total by weights into whole parts (largest remainder; ties to the first)."""
    exact = np.asarray(weights, dtype=float) / sum(weights) * total
    parts = np.floor(exact).astype(int)
    order = np.argsort(parts - exact, kind="stable")
    parts[order[: total - int(parts.sum())]] += 1
    return [int(part) for part in parts]


def apportion_like(total: int, template: Mapping[str, float]) -> dict[str, int]:
    """Divide a total in the proportions of a table."""
    return dict(zip(template, apportion(total, list(template.values())), strict=True))


def spread(rng: np.random.Generator, total: int, parts: int, variation: float = 0.25) -> list[int]:
    """Divide a total into random parts of about the same size."""
    return apportion(total, list(rng.lognormal(0, variation, parts)))


def deck(counts: Mapping[str, int]) -> list[str]:
    """Write each name as often as its count says."""
    return [name for name, count in counts.items() for _ in range(count)]


def shuffled(rng: np.random.Generator, items: Sequence[str]) -> list[str]:
    """Give the items in random order."""
    return [items[index] for index in rng.permutation(len(items))]
