"""How many tickets the next month brings, by those of a service day, and how good that was."""

from __future__ import annotations

from statistics import mean

from laporan.clean.hours import joint_leave_known
from laporan.dasar.bulan import Bulan
from laporan.measure import tickets
from laporan.measure.indikator import define
from laporan.measure.keputusan.bahan import Bahan, Hasil, with_neighbour
from laporan.measure.statistik.ramalan import backtest, next_interval, scaled_error

TIKET = define(
    "perkiraan.tiket", "Perkiraan tiket bulan depan", "tiket",
    "Rata-rata tiket per hari layanan dikalikan hari layanan bulan depan; selangnya 80%",
    "bulan-bulan yang diketahui sejak deretnya terakhir putus", "tiket",
)  # fmt: skip
MASE = define(
    "perkiraan.mase", "Galat perkiraan", "kali galat naif",
    "Rata-rata galat perkiraan bulan-bulan yang lalu, dibagi galat bila setiap bulan dikira sama "
    "dengan bulan sebelumnya; di bawah 1 lebih baik daripada itu",
    "bulan yang diperkirakan dari bulan-bulan sebelumnya", "tiket",
)  # fmt: skip
SELANG, AWAL = 0.8, 3
BELUM_CUKUP = "belum cukup riwayat untuk memperkirakan ({n} bulan; perlu {perlu})"
HARI_BELUM_DIKETAHUI = "cuti bersama tahun bulan depan belum diketahui"


def measure_perkiraan(bahan: Bahan) -> Hasil:
    """Forecast the tickets of the month after the report's."""
    rates = bahan.rates(tickets.JUMLAH.kunci)
    if bahan.bulan not in rates:
        return []
    months = with_neighbour(bahan.since_break(tickets.JUMLAH.kunci, rates))
    least, after = bahan.minimum["bulan_perkiraan"], bahan.bulan.shift(1)
    if len(months) < least:
        return [
            each.none(bahan.bulan, BELUM_CUKUP, n=len(months), perlu=least)
            for each in (TIKET, MASE)
        ]
    if not joint_leave_known(after.tahun):
        return [each.none(bahan.bulan, HARI_BELUM_DIKETAHUI) for each in (TIKET, MASE)]
    known, days = [rates[month] for month in months], bahan.days(after)
    low, high = (days * end for end in next_interval(known, SELANG))
    figure = TIKET.whole(
        bahan.bulan, days * mean(known), selang=(max(0.0, low), high), n=len(months)
    )
    return [figure, *_tested(bahan, months)]


def _tested(bahan: Bahan, months: list[Bulan]) -> Hasil:
    found = bahan.series(tickets.JUMLAH.kunci)
    counts = [found[month] for month in months]
    if len(set(counts)) == 1:
        return [MASE.none(bahan.bulan, "tiketnya sama pada semua bulan")]
    forecasts = backtest(counts, [bahan.days(month) for month in months], AWAL)
    error = scaled_error(forecasts, counts[AWAL:], counts)
    return [MASE.whole(bahan.bulan, error, n=len(forecasts))]
