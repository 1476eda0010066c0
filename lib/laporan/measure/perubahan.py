"""Comparisons: with the month before, the same month a year before, and since January."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laporan.dasar.bulan import Bulan
from laporan.measure import konsultasi, tickets
from laporan.measure.angka import Angka
from laporan.measure.indikator import Indikator, define
from laporan.measure.sources import email_lapor
from laporan.measure.sources.media_sosial import PENGIKUT
from laporan.measure.sources.situs_pengunjung import PENGUNJUNG

# A figure's value by its key.
Known = Mapping[tuple[str, str, str, str], float]


@dataclass(frozen=True)
class Comparison:
    """A series that is compared with the month before: its key, and what the comparison gives."""

    series: Indikator
    lalu: Indikator
    perubahan: Indikator
    dimensi: str = ""


SELISIH = "Selisih dari bulan sebelumnya, dibagi angka bulan sebelumnya"
TIKET_LALU = define(
    "tiket.jumlah_bulan_lalu", "Tiket bulan sebelumnya", "tiket",
    "Tiket pada bulan sebelum bulan laporan", "seluruh tiket bulan sebelumnya", "tiket",
)  # fmt: skip
TIKET_PERUBAHAN = define(
    "tiket.perubahan_bulanan", "Perubahan bulanan", "persen",
    SELISIH, "angka bulan sebelumnya", "tiket",
)  # fmt: skip
KONSULTASI_LALU = define(
    "konsultasi.jumlah_bulan_lalu", "Konsultasi bulan sebelumnya", "konsultasi",
    "Konsultasi pada bulan sebelum bulan laporan", "seluruh konsultasi bulan sebelumnya", "tiket",
)  # fmt: skip
KONSULTASI_PERUBAHAN = define(
    "konsultasi.perubahan_bulanan", "Perubahan bulanan konsultasi", "persen",
    SELISIH, "konsultasi bulan sebelumnya", "tiket",
)  # fmt: skip
LAPOR_LALU = define(
    "lapor.jumlah_bulan_lalu", "Email Lapor bulan sebelumnya", "email",
    "Email Lapor pada bulan sebelumnya", "seluruh Email Lapor bulan sebelumnya", "email_lapor",
)  # fmt: skip
LAPOR_PERUBAHAN = define(
    "lapor.perubahan_bulanan", "Perubahan bulanan", "persen",
    SELISIH, "Email Lapor bulan sebelumnya", "email_lapor",
)  # fmt: skip
PENGUNJUNG_LALU = define(
    "situs.pengunjung_bulan_lalu", "Pengunjung bulan sebelumnya", "pengunjung",
    "Pengguna harian bulan sebelumnya dijumlahkan", "seluruh hari bulan sebelumnya",
    "situs_pengunjung",
)  # fmt: skip
PENGUNJUNG_PERUBAHAN = define(
    "situs.perubahan_bulanan", "Perubahan bulanan", "persen",
    SELISIH, "pengunjung bulan sebelumnya", "situs_pengunjung",
)  # fmt: skip
TOPIK_LALU = define(
    "tiket.topik_bulan_lalu", "Topik bulan sebelumnya", "tiket",
    "Tiket dengan topik itu pada bulan sebelumnya", "seluruh tiket bulan sebelumnya", "tiket",
)  # fmt: skip
TAHUN_LALU = define(
    "tiket.jumlah_tahun_lalu", "Tiket setahun sebelumnya", "tiket",
    "Tiket pada bulan yang sama tahun sebelumnya", "seluruh tiket bulan itu tahun lalu", "tiket",
)  # fmt: skip
PERUBAHAN_TAHUNAN = define(
    "tiket.perubahan_tahunan", "Perubahan tahunan", "persen",
    "Selisih dari bulan yang sama tahun lalu, dibagi angka tahun lalu itu",
    "angka bulan yang sama tahun lalu", "tiket",
)  # fmt: skip
TAHUN_BERJALAN = define(
    "tiket.jumlah_tahun_berjalan", "Tiket tahun berjalan", "tiket",
    "Jumlah tiket dari Januari sampai dengan bulan laporan", "seluruh tiket sejak Januari",
    "tiket",
)  # fmt: skip
PERTAMBAHAN_PENGIKUT = define(
    "media_sosial.pertambahan_pengikut", "Pertambahan pengikut", "akun",
    "Pengikut pada akhir bulan dikurangi pengikut pada akhir bulan sebelumnya",
    "seluruh pengikut media itu", "media_sosial",
)  # fmt: skip

MONTHLY = (
    Comparison(tickets.JUMLAH, TIKET_LALU, TIKET_PERUBAHAN),
    Comparison(tickets.JUMLAH, TIKET_LALU, TIKET_PERUBAHAN, "kanal"),
    Comparison(konsultasi.JUMLAH, KONSULTASI_LALU, KONSULTASI_PERUBAHAN),
    Comparison(email_lapor.JUMLAH, LAPOR_LALU, LAPOR_PERUBAHAN),
    # Kept also over a break in the series; ``series_break`` tells the report not to print it.
    Comparison(PENGUNJUNG, PENGUNJUNG_LALU, PENGUNJUNG_PERUBAHAN),
)


def change(now: float, base: float) -> float | None:
    """Give the change from ``base`` to ``now`` in percent of the base; None for a base of 0."""
    return 100 * (now - base) / base if base else None


def measure_perubahan(bulan: Bulan, figures: Sequence[Angka]) -> list[Angka]:
    """Compare the month with those that are known; no base, no row.

    Parameters
    ----------
    bulan
        The report's month.
    figures
        The series of all months, each figure under its own month.

    Returns
    -------
    list of Angka
        All under the report's month, but for the followers gained in each month of the year.
    """
    known = {figure.key: figure.nilai for figure in figures}
    own = [figure for figure in figures if figure.bulan == str(bulan)]
    return [
        *(row for item in MONTHLY for row in _compare_monthly(item, bulan, own, known)),
        *_compare_topik(bulan, figures, known),
        *_compare_year(bulan, known),
        *_followers_gained(bulan, figures, known),
    ]


def _compare_monthly(
    item: Comparison, bulan: Bulan, own: Sequence[Angka], known: Known
) -> list[Angka]:
    rows = []
    for figure in own:
        if (figure.indikator, figure.dimensi) != (item.series.kunci, item.dimensi):
            continue
        base = _base(figure, bulan.previous, known)
        if base is None:
            continue
        place = (bulan, figure.dimensi, figure.kategori)
        rows.append(item.lalu.part(*place, base))
        difference = change(figure.nilai, base)
        if difference is not None:
            rows.append(item.perubahan.part(*place, difference))
    return rows


def _base(figure: Angka, before: Bulan, known: Known) -> float | None:
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
    total = known.get((prefix[0], tickets.JUMLAH.kunci, "", ""))
    return total == sum(value for key, value in known.items() if key[:3] == prefix)


def _compare_topik(bulan: Bulan, figures: Sequence[Angka], known: Known) -> list[Angka]:
    """Give last month's number of every topic of either month."""
    before = str(bulan.previous)
    topics = dict.fromkeys(
        figure.kategori
        for figure in figures
        if (figure.indikator, figure.dimensi) == (tickets.TOPIK.kunci, "topik")
        and figure.bulan in (before, str(bulan))
    )
    complete = _is_complete((before, tickets.TOPIK.kunci, "topik"), known)
    rows = []
    for topik in topics:
        key = (before, tickets.TOPIK.kunci, "topik", topik)
        base = known.get(key, 0.0 if complete else None)
        if base is not None:
            rows.append(TOPIK_LALU.part(bulan, "topik", topik, base))
    return rows


def _compare_year(bulan: Bulan, known: Known) -> list[Angka]:
    def total(month: Bulan) -> float | None:
        return known.get((str(month), tickets.JUMLAH.kunci, "", ""))

    now, base = total(bulan), total(bulan.year_before)
    if now is None:
        return []
    rows = []
    if base is not None:
        rows.append(TAHUN_LALU.whole(bulan, base))
        difference = change(now, base)
        if difference is not None:
            rows.append(PERUBAHAN_TAHUNAN.whole(bulan, difference))
    months = [total(month) for month in bulan.year_to_date]
    # With a month missing, the sum would be less than the year to date.
    if all(nilai is not None for nilai in months):
        rows.append(TAHUN_BERJALAN.whole(bulan, sum(nilai for nilai in months if nilai)))
    return rows


def _followers_gained(bulan: Bulan, figures: Sequence[Angka], known: Known) -> list[Angka]:
    """Give what each month of the year added to the followers; a level hides what moved it."""
    months = {str(month): month for month in bulan.year_to_date}
    return [
        PERTAMBAHAN_PENGIKUT.part(month, figure.dimensi, figure.kategori, figure.nilai - before)
        for figure in figures
        if figure.indikator == PENGIKUT.kunci
        and (month := months.get(figure.bulan)) is not None
        and (before := known.get((str(month.previous), *figure.key[1:]))) is not None
    ]
