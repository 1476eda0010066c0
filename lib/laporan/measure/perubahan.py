"""Comparisons: with the month before, the same month a year before, and since January."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Figure

# A figure's value by its key.
Known = Mapping[tuple[str, str, str, str], float]


@dataclass(frozen=True)
class Comparison:
    """A series that is compared with the month before: its key and the change's name."""

    indikator: str
    perubahan: str
    dimensi: str = ""


MONTHLY = (
    Comparison("tiket.jumlah", "tiket.perubahan_bulanan"),
    Comparison("tiket.jumlah", "tiket.perubahan_bulanan", "kanal"),
    Comparison("lapor.jumlah", "lapor.perubahan_bulanan"),
    # Kept also over a break in the series; ``series_break`` tells the report not to print it.
    Comparison("situs.pengunjung", "situs.perubahan_bulanan"),
)


def change(now: float, base: float) -> float | None:
    """Give the change from ``base`` to ``now`` in percent of the base; None for a base of 0."""
    return 100 * (now - base) / base if base else None


def measure_perubahan(bulan: Bulan, figures: Sequence[Figure]) -> list[Figure]:
    """Compare the month with those that are known; no base, no row.

    Parameters
    ----------
    bulan
        The report's month.
    figures
        The series of all months, each figure under its own month.

    Returns
    -------
    list of Figure
        All under the report's month.
    """
    known = {figure.key: figure.nilai for figure in figures}
    own = [figure for figure in figures if figure.bulan == str(bulan)]
    return [
        *(row for item in MONTHLY for row in _compare_monthly(item, bulan, own, known)),
        *_compare_topik(bulan, figures, known),
        *_compare_year(bulan, known),
    ]


def _compare_monthly(
    item: Comparison, bulan: Bulan, own: Sequence[Figure], known: Known
) -> list[Figure]:
    rows = []
    for figure in own:
        if (figure.indikator, figure.dimensi) != (item.indikator, item.dimensi):
            continue
        base = _base(figure, bulan.previous, known)
        if base is None:
            continue
        rows.append(figure._replace(indikator=f"{item.indikator}_bulan_lalu", nilai=base))
        difference = change(figure.nilai, base)
        if difference is not None:
            rows.append(
                figure._replace(indikator=item.perubahan, nilai=difference, satuan="persen")
            )
    return rows


def _base(figure: Figure, before: Bulan, known: Known) -> float | None:
    """Give the figure of the month before.

    A category without a row was at 0 if the others make up the whole; else it is not known.
    """
    key = (str(before), *figure.key[1:])
    if key in known or not figure.dimensi:
        return known.get(key)
    prefix = (str(before), figure.indikator, figure.dimensi)
    return 0.0 if _is_complete(prefix, known) else None


def _is_complete(prefix: tuple[str, str, str], known: Known) -> bool:
    """Tell whether the categories of tickets add up to all tickets of their month."""
    total = known.get((prefix[0], "tiket.jumlah", "", ""))
    return total == sum(value for key, value in known.items() if key[:3] == prefix)


def _compare_topik(bulan: Bulan, figures: Sequence[Figure], known: Known) -> list[Figure]:
    """Give last month's number of every topic of either month."""
    before = str(bulan.previous)
    satuan = {
        figure.kategori: figure.satuan
        for figure in figures
        if (figure.indikator, figure.dimensi) == ("tiket.topik", "topik")
        and figure.bulan in (before, str(bulan))
    }
    complete = _is_complete((before, "tiket.topik", "topik"), known)
    rows = []
    for topik, unit in satuan.items():
        base = known.get((before, "tiket.topik", "topik", topik), 0.0 if complete else None)
        if base is not None:
            rows.append(Figure(str(bulan), "tiket.topik_bulan_lalu", "topik", topik, base, unit))
    return rows


def _compare_year(bulan: Bulan, known: Known) -> list[Figure]:
    def total(month: Bulan) -> float | None:
        return known.get((str(month), "tiket.jumlah", "", ""))

    def row(indikator: str, nilai: float, satuan: str = "tiket") -> Figure:
        return Figure(str(bulan), f"tiket.{indikator}", "", "", nilai, satuan)

    now, base = total(bulan), total(bulan.year_before)
    if now is None:
        return []
    rows = []
    if base is not None:
        rows.append(row("jumlah_tahun_lalu", base))
        difference = change(now, base)
        if difference is not None:
            rows.append(row("perubahan_tahunan", difference, "persen"))
    months = [total(month) for month in bulan.year_to_date]
    # With a month missing, the sum would be less than the year to date.
    if all(nilai is not None for nilai in months):
        rows.append(row("jumlah_tahun_berjalan", sum(nilai for nilai in months if nilai)))
    return rows
