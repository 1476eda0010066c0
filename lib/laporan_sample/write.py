"""Sample months: which ones, with which figures, and onto the disk."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import CallError, LaporanError
from laporan_sample import sources
from laporan_sample.folder import check_folder, write_file, write_folder
from laporan_sample.history import history_file
from laporan_sample.month import PUBLISHED, Month, published_month, synthetic_month
from laporan_sample.quota import generator
from laporan_sample.sample import Sample
from laporan_sample.tiket_quota import TiketQuota, published_quota, scaled_quota

DEFAULT_SEED = 2023
DEFAULT_TIKET = 1200
HISTORY = "riwayat.csv"
# What the published report says of June 2023; the channels but WhatsApp are made up.
JUNE_TIKET = {"WhatsApp": 1148, "Telepon": 62, "Email": 78, "HAI Kemenkeu": 22, "Live Chat": 5}
JUNE_EMAIL, JUNE_VISITORS = 835, 88792

Months = list[tuple[Month, TiketQuota]]


def write_sample(
    raw: Path, bulan: Bulan, tiket: int | None = None, seed: int = DEFAULT_SEED
) -> list[Path]:
    """Write synthetic exports of a month and of the month before.

    Parameters
    ----------
    raw
        The folder of raw exports; each month gets its folder in it.
    bulan
        The month. July 2023 without ``tiket`` has the figures of the published report, and June
        2023 and ``riwayat.csv`` come with it.
    tiket
        The number of tickets of the month; some more or fewer in the month before.
    seed
        The same seed gives the same bytes.

    Returns
    -------
    list[Path]
        The files written.

    Raises
    ------
    CallError
        If the number of tickets is below 1, or the seed below 0.
    LaporanError
        If a real export is where the sample should go, or the folder cannot be written.
    """
    if tiket is not None and tiket < 1:
        raise CallError(f"Jumlah tiket {tiket} tidak mungkin. Isilah --tiket dengan 1 atau lebih.")
    if seed < 0:
        raise CallError(f"Seed {seed} tidak mungkin. Isilah --seed dengan 0 atau lebih.")
    published = bulan == PUBLISHED and tiket is None
    samples = _published(seed) if published else _synthetic(seed, bulan, tiket or DEFAULT_TIKET)
    folders = {raw / str(month.bulan): (month, quota) for month, quota in samples}
    for folder in folders:
        check_folder(folder)
    history = history_file() if published else b""
    if published:
        _check_history(raw / HISTORY, history)
    written = [
        path
        for folder, sample in folders.items()
        for path in write_folder(folder, month_files(seed, *sample))
    ]
    return [*written, write_file(raw / HISTORY, history)] if published else written


def month_files(seed: int, month: Month, quota: TiketQuota) -> dict[str, bytes]:
    """Give every export of a month, by file name."""
    sample = Sample(seed, month, quota)
    files = {"catatan.md": month.catatan.encode()}
    for module in iter_modules(sources.__path__):
        writer = import_module(f"{sources.__name__}.{module.name}")
        files |= getattr(writer, f"write_{module.name}")(sample)
    return files


def _published(seed: int) -> Months:
    june = PUBLISHED.previous
    total = sum(JUNE_TIKET.values())
    month = synthetic_month(
        generator(seed, june, "bulan"), june, total, email=JUNE_EMAIL, pengunjung=JUNE_VISITORS
    )
    quota = scaled_quota(generator(seed, june, "kuota"), total, JUNE_TIKET)
    return [(month, quota), (published_month(), published_quota())]


def _synthetic(seed: int, bulan: Bulan, tiket: int) -> Months:
    before = max(1, round(tiket * generator(seed, bulan, "sebelum").uniform(0.8, 1.1)))
    return [
        (
            synthetic_month(generator(seed, month, "bulan"), month, total),
            scaled_quota(generator(seed, month, "kuota"), total),
        )
        for month, total in ((bulan.previous, before), (bulan, tiket))
    ]


def _check_history(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() != content:
        raise LaporanError(
            f"{path} sudah ada dan isinya bukan data contoh. Data contoh tidak ditulis di atasnya. "
            "Pakailah folder lain dengan --data, atau pindahkan berkas itu."
        )
