"""Figures that analysts' cells reckon: ``lap.ukur("analis.dau_per_hari", …)``.

They are kept by month while a notebook runs; what writes the figures of a report takes them up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError
from laporan.measure.angka import Angka, figures_of, to_table
from laporan.measure.indikator import Indikator
from laporan.measure.ukuran import Ukuran
from laporan.read.sources import SOURCES

OWN = "analis."
_TYPED = "Diketik di sel analis, tidak dihitung; sumbernya "
_KEY = re.compile(r"analis\.[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class OwnFigure:
    """A figure, and what it is."""

    angka: Angka
    indikator: Indikator

    @property
    def is_typed(self) -> bool:
        """Whether it comes from somewhere else than the month's tables."""
        return not self.indikator.sumber


_KEPT: dict[Bulan, dict[str, OwnFigure]] = {}


def own_figure(
    bulan: Bulan,
    kunci: str,
    nilai: float,
    *,
    satuan: str,
    arti: str,
    dari: str = "",
    sumber: str = "",
) -> OwnFigure:
    """Make a figure of an analyst's cell: reckoned from a table, or typed from somewhere else.

    Raises
    ------
    CallError
        If its name, value, unit, meaning or source can't be.
    """
    if not _KEY.fullmatch(kunci):
        raise CallError(
            f"lap.ukur: nama {kunci!r} tidak dapat dipakai. Nama angka sendiri dimulai dengan "
            "analis., lalu huruf kecil, angka, dan garis bawah, misalnya analis.dau_per_hari."
        )
    for name, text in (("satuan", satuan), ("arti", arti)):
        if not isinstance(text, str) or not text.strip():
            raise CallError(f"lap.ukur: {kunci} tanpa {name}. Isilah {name}= dengan tulisan.")
    if bool(dari) is bool(sumber):
        raise CallError(
            f"lap.ukur: {kunci} memerlukan dari= atau sumber=, salah satu saja. Sebutkan dari= "
            "bila nilainya dihitung dari tabel bersih, sumber= bila diketik dari tempat lain."
        )
    if dari and dari not in SOURCES:
        raise CallError(
            f"lap.ukur: {kunci}, dari={dari!r} tidak dikenal. Yang dikenal: {', '.join(SOURCES)}."
        )
    try:
        value = float(nilai)
    except (TypeError, ValueError):
        value = math.nan
    if isinstance(nilai, bool) or not math.isfinite(value):
        raise CallError(
            f"lap.ukur: nilai {kunci} ialah {nilai!r}; seharusnya satu bilangan. Periksalah "
            "hitungannya, misalnya pembagian dengan nol."
        )
    made, whole = "Dihitung dalam sel analis", f"tabel bersih {SOURCES[dari].label}" if dari else ""
    if sumber:
        made = _TYPED + sumber.strip()
    what = Indikator(kunci, arti.strip(), satuan.strip(), made, whole, (dari,) if dari else ())
    return OwnFigure(what.whole(bulan, value), what)


def keep(figure: OwnFigure, *, replace: bool) -> None:
    """Keep a figure for its month.

    Parameters
    ----------
    replace
        Whether it may take the place of another with its name: while cells are tried out.

    Raises
    ------
    CallError
        If there is another with its name, and it may not.
    """
    kept = _KEPT.setdefault(Bulan.parse(figure.angka.bulan), {})
    name = figure.indikator.kunci
    before = kept.get(name)
    if before is not None and before != figure and not replace:
        raise CallError(
            f"lap.ukur: {name} sudah diberikan dengan nilai {before.angka.nilai:g}, kini "
            f"{figure.angka.nilai:g}, atau dengan arti lain. Berilah salah satunya nama lain."
        )
    kept[name] = figure


def own_figures(bulan: Bulan) -> Mapping[str, OwnFigure]:
    """Give the own figures of a month, by name."""
    return dict(_KEPT.get(bulan, {}))


Kept = Mapping[Bulan, Mapping[str, OwnFigure]]


def all_kept() -> Kept:
    """Give all that is kept now, so that it can be gone back to."""
    return {bulan: dict(figures) for bulan, figures in _KEPT.items()}


def keep_only(kept: Kept) -> None:
    """Keep these own figures, and no others."""
    _KEPT.clear()
    _KEPT.update({bulan: dict(figures) for bulan, figures in kept.items()})


def with_own(ukuran: Ukuran) -> Ukuran:
    """Give the figures of a report with its own ones."""
    own = own_figures(ukuran.bulan)
    if not own:
        return ukuran
    figures = [*figures_of(ukuran.tabel), *(each.angka for each in own.values())]
    return replace(ukuran, tabel=to_table(figures))


def typed_source(indikator: Indikator) -> str:
    """Give where a typed figure is from; an empty text where it was reckoned."""
    return indikator.definisi.removeprefix(_TYPED) if not indikator.sumber else ""


def to_record(figures: Mapping[str, OwnFigure]) -> dict[str, Any]:
    """Write down what own figures are."""
    return {name: asdict(each.indikator) for name, each in figures.items()}


def from_record(record: Mapping[str, Any]) -> dict[str, Indikator]:
    """Read what own figures are."""
    return {
        name: Indikator(**{**each, "sumber": tuple(each["sumber"])})
        for name, each in record.items()
    }
