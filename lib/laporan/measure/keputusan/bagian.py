"""A share of a base that bears it, with its interval; else the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping

from laporan.dasar.bulan import Bulan
from laporan.measure.indikator import Indikator
from laporan.measure.keputusan.bahan import SEDIKIT, Satu
from laporan.measure.statistik.proporsi import wilson

PERSEN = 100


def share(
    indikator: Indikator,
    bulan: Bulan,
    counted: tuple[int, int],
    minimum: Mapping[str, int],
    place: tuple[str, str] = ("", ""),
) -> Satu:
    """Give a part of a whole in percent with Wilson's interval; none of too small a whole.

    Parameters
    ----------
    counted
        The part, and the whole.
    minimum
        The settings that say how large a whole must be.
    place
        Dimension and category.
    """
    part, whole = counted
    if whole < minimum["persen"]:
        return indikator.none(bulan, SEDIKIT, *place, n=whole, perlu=minimum["persen"])
    low, high = wilson(part, whole)
    return indikator.part(
        bulan, *place, PERSEN * part / whole, selang=(PERSEN * low, PERSEN * high), n=whole
    )
