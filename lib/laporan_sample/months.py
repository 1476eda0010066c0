"""Which months a sample has, and with how many tickets."""

from __future__ import annotations

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError
from laporan_sample.clock import Clock
from laporan_sample.history import told_in_history
from laporan_sample.month import PUBLISHED, Month, published_month, synthetic_month
from laporan_sample.quota import generator
from laporan_sample.tiket_quota import KANAL, TiketQuota, published_quota, scaled_quota

DEFAULT_TIKET = 1200
MOST_MONTHS = 60
FIRST = Bulan(2000, 1)
# What the published report says of June 2023; the channels but WhatsApp are made up.
JUNE_TIKET = {"WhatsApp": 1148, "Telepon": 62, "Email": 78, "HAI Kemenkeu": 22, "Live Chat": 5}
JUNE_EMAIL, JUNE_VISITORS = 835, 88792
# How much the tickets of a service day differ from month to month.
VARIATION = 0.07

Sampled = tuple[Month, TiketQuota]


def is_published(bulan: Bulan, tiket: int | None) -> bool:
    """Tell whether the sample has the figures of the published report."""
    return bulan == PUBLISHED and tiket is None


def sampled_months(
    seed: int, bulan: Bulan, tiket: int | None, count: int | None = None
) -> list[Sampled]:
    """Make up a month and those before it, in their order.

    Parameters
    ----------
    seed, bulan, tiket
        As `write_sample` takes them.
    count
        How many months in a row; without it, the month and the one before.
    """
    published = is_published(bulan, tiket)
    if count is None and not published:
        return _pair(seed, bulan, tiket or DEFAULT_TIKET)
    rows = [*_published(seed)] if published else [_scaled(seed, bulan, tiket or DEFAULT_TIKET)]
    if count is None:
        return rows
    rate = rows[-1][1].jumlah / len(Clock(bulan).workdays)
    earlier = bulan.shift(1 - count).until(bulan.shift(-len(rows)))
    return [*(_earlier(seed, month, rate, published) for month in earlier), *rows[-count:]]


def check_count(bulan: Bulan, count: int | None) -> None:
    """Refuse a number of months that can't be written.

    Raises
    ------
    CallError
        If it is below 1, too large, or goes back to where no month is.
    """
    if count is None:
        return
    if not 1 <= count <= MOST_MONTHS:
        raise CallError(
            f"Banyaknya bulan {count} tidak mungkin. Isilah --bulan dengan 1 s.d. {MOST_MONTHS}."
        )
    if bulan.shift(1 - count) < FIRST:
        raise CallError(
            f"{count} bulan sampai {bulan} dimulai sebelum {FIRST}. Kurangilah isi --bulan."
        )


def _published(seed: int) -> list[Sampled]:
    june = PUBLISHED.previous
    total = sum(JUNE_TIKET.values())
    month = synthetic_month(
        generator(seed, june, "bulan"), june, total, email=JUNE_EMAIL, pengunjung=JUNE_VISITORS
    )
    quota = scaled_quota(generator(seed, june, "kuota"), total, JUNE_TIKET)
    return [(month, quota), (published_month(), published_quota())]


def _pair(seed: int, bulan: Bulan, tiket: int) -> list[Sampled]:
    before = max(1, round(tiket * generator(seed, bulan, "sebelum").uniform(0.8, 1.1)))
    return [_scaled(seed, bulan.previous, before), _scaled(seed, bulan, tiket)]


def _scaled(seed: int, bulan: Bulan, total: int) -> Sampled:
    month = synthetic_month(generator(seed, bulan, "bulan"), bulan, total)
    return month, scaled_quota(generator(seed, bulan, "kuota"), total)


def _earlier(seed: int, bulan: Bulan, rate: float, published: bool) -> Sampled:
    """Make up a month by its service days; what the history tells of it is kept."""
    told = told_in_history(bulan) if published else {}
    days = len(Clock(bulan).workdays)
    drift = generator(seed, bulan, "laju").lognormal(0, VARIATION)
    total = told.get(("tiket.jumlah", ""), max(1, round(rate * days * drift)))
    channels = {name: told[key] for name in KANAL if (key := ("tiket.jumlah", name)) in told}
    month = synthetic_month(
        generator(seed, bulan, "bulan"), bulan, total,
        email=told.get(("lapor.jumlah", "")), pengunjung=told.get(("situs.pengunjung", "")),
    )  # fmt: skip
    return month, scaled_quota(generator(seed, bulan, "kuota"), total, channels or None)
