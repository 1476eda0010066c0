"""All figures of a report, from the cleaned tables of its months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka, Tiada, figures_of, to_table
from laporan.measure.by_source import detail_of, series_of
from laporan.measure.keputusan.bahan import Bahan
from laporan.measure.keputusan.peristiwa import Peristiwa
from laporan.measure.keputusan.semua import figures_among, measure_keputusan, series_keputusan
from laporan.measure.layanan import measure_layanan
from laporan.measure.perubahan import measure_perubahan
from laporan.measure.riwayat import used_riwayat, window
from laporan.measure.ukuran import Ukuran
from laporan.measure.unggahan import measure_konten_tipikal


def measure(
    bulan: Bulan,
    months: Mapping[Bulan, Mapping[str, pd.DataFrame]],
    riwayat: pd.DataFrame | None,
    settings: Mapping[Bulan, Settings],
    peristiwa: Sequence[Peristiwa] = (),
) -> Ukuran:
    """Measure all that the report prints.

    Parameters
    ----------
    bulan
        The report's month.
    months
        The cleaned tables of each month, by source; a source that was not supplied is absent.
        The report's month must be there; those after it, or before January of the year before,
        are not looked at.
    riwayat
        Published figures of earlier months, for sources that these months do not have.
    settings
        Lists and thresholds, as they hold in each of these months, in those of ``riwayat``, and
        in the one that follows; in a month that is not there, what holds in the report's.
    peristiwa
        What happened, and where a series begins anew.

    Returns
    -------
    Ukuran
        The figures, sorted, and why others are not there. Series of other months carry their own
        month, comparisons the report's.
    """
    earlier = sorted(window(bulan) & set(months) - {bulan})
    figures = [
        figure for month in earlier for figure in _series(month, months[month], settings[month])
    ]
    found = [
        row
        for month in (*earlier, bulan)
        for row in series_keputusan(months[month], month, settings[month])
    ]
    if riwayat is not None:
        figures += figures_of(used_riwayat(bulan, months, riwayat))
    figures += _series(bulan, months[bulan], settings[bulan])
    figures += [
        figure
        for source, table in months[bulan].items()
        for figure in detail_of(source)(table, bulan, settings[bulan])
    ]
    figures += measure_layanan(bulan, figures)
    figures += measure_konten_tipikal(bulan, figures)
    figures += measure_perubahan(bulan, figures)
    known = (*figures, *figures_among(found))
    found += measure_keputusan(Bahan(bulan, months, settings, known, tuple(peristiwa)))
    reasons = tuple(sorted(row for row in found if isinstance(row, Tiada)))
    return Ukuran(to_table([*figures, *figures_among(found)]), bulan, reasons)


def _series(bulan: Bulan, tables: Mapping[str, pd.DataFrame], settings: Settings) -> list[Angka]:
    return [
        figure
        for source, table in tables.items()
        for figure in series_of(source)(table, bulan, settings)
    ]
