"""A series of months made of nothing but numbers of tickets."""

from collections.abc import Callable

import pytest

from laporan.dasar.bulan import Bulan
from laporan.measure import Ukuran
from laporan.measure.angka import Angka, Tiada, to_table
from laporan.measure.keputusan.bahan import Bahan
from laporan.measure.keputusan.hari import measure_hari
from laporan.measure.keputusan.perkiraan import measure_perkiraan
from laporan.measure.keputusan.semua import figures_among
from laporan.measure.keputusan.sinyal import measure_sinyal

JULI = Bulan(2023, 7)


@pytest.fixture
def deret(settings) -> Callable[..., Ukuran]:
    """Judge the last of some months in a row by those before: ``deret([100, …])``."""

    def of(values, akhir=JULI, indikator="tiket.jumlah", peristiwa=(), lain=0, **sinyal) -> Ukuran:
        """The first ``lain`` values are on another scale."""
        first = akhir.shift(1 - len(values))
        rows = [
            Angka(
                str(first.shift(at)), indikator, "", "", float(value), "tiket" + "?" * (at < lain)
            )
            for at, value in enumerate(values)
            if value is not None
        ]
        held = {**settings, "sinyal": {**settings["sinyal"], "diikuti": [indikator], **sinyal}}
        bahan = Bahan(akhir, {}, {akhir: held}, tuple(rows), tuple(peristiwa))
        found = [row for step in STEPS for row in step(bahan)]
        reasons = tuple(row for row in found if isinstance(row, Tiada))
        return Ukuran(to_table([*rows, *figures_among(found)]), akhir, reasons)

    return of


STEPS = (measure_hari, measure_sinyal, measure_perkiraan)
