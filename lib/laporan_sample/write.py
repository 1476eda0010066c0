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
from laporan_sample.month import Month
from laporan_sample.months import check_count, is_published, sampled_months
from laporan_sample.sample import Sample
from laporan_sample.tiket_quota import TiketQuota

DEFAULT_SEED = 2023
HISTORY = "riwayat.csv"


def write_sample(
    raw: Path,
    bulan: Bulan,
    tiket: int | None = None,
    seed: int = DEFAULT_SEED,
    count: int | None = None,
) -> list[Path]:
    """Write synthetic exports of a month and of the month before, or of months in a row.

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
    count
        How many months in a row, up to the month; they have tickets by their service days.

    Returns
    -------
    list[Path]
        The files written.

    Raises
    ------
    CallError
        If the number of tickets is below 1, the seed below 0, or the months are too few or many.
    LaporanError
        If a real export is where the sample should go, or the folder cannot be written.
    """
    if tiket is not None and tiket < 1:
        raise CallError(f"Jumlah tiket {tiket} tidak mungkin. Isilah --tiket dengan 1 atau lebih.")
    if seed < 0:
        raise CallError(f"Seed {seed} tidak mungkin. Isilah --seed dengan 0 atau lebih.")
    check_count(bulan, count)
    samples = sampled_months(seed, bulan, tiket, count)
    folders = {raw / str(month.bulan): (month, quota) for month, quota in samples}
    for folder in folders:
        check_folder(folder)
    published = is_published(bulan, tiket)
    if published:
        _check_history(raw / HISTORY)
    written = [
        path
        for folder, sample in folders.items()
        for path in write_folder(folder, month_files(seed, *sample))
    ]
    if not published:
        return written
    history = history_file(without={month.bulan for month, _ in samples})
    return [*written, write_file(raw / HISTORY, history)]


def month_files(seed: int, month: Month, quota: TiketQuota) -> dict[str, bytes]:
    """Give every export of a month, by file name."""
    sample = Sample(seed, month, quota)
    files = {"catatan.md": month.catatan.encode()}
    for module in iter_modules(sources.__path__):
        writer = import_module(f"{sources.__name__}.{module.name}")
        files |= getattr(writer, f"write_{module.name}")(sample)
    return files


def _check_history(path: Path) -> None:
    """Refuse a history that holds any line but those of the sample's."""
    if path.exists() and set(path.read_bytes().splitlines()) - set(history_file().splitlines()):
        raise LaporanError(
            f"{path} sudah ada dan isinya bukan data contoh. Data contoh tidak ditulis di atasnya. "
            "Pakailah folder lain dengan --data, atau pindahkan berkas itu."
        )
