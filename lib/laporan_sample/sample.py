"""A sample month: all that the writers of its exports are given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from laporan.dasar.bulan import Bulan
from laporan_sample.month import Month
from laporan_sample.quota import generator
from laporan_sample.tiket_quota import TiketQuota


@dataclass(frozen=True)
class Sample:
    """The figures and lists of a month, its tickets' quota, and a seed."""

    seed: int
    month: Month
    quota: TiketQuota

    @property
    def bulan(self) -> Bulan:
        """The month."""
        return self.month.bulan

    def random(self, name: str) -> np.random.Generator:
        """Give the random numbers of a part of the sample, the same each time."""
        return generator(self.seed, self.bulan, name)
