"""Days for which something must be there: service days without tickets, gaps in daily series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import pandas as pd

from laporan.clean.hours import service_days
from laporan.clean.schema import Aturan, Hasil, run_rules
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import daftar
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan

TANPA_TIKET, LENGKAP = "tiket setiap hari layanan", "hari lengkap"
# The series that have a value a day, and what tells one from another within a source.
DAILY = {
    "situs_pengunjung": ("metrik",),
    "meta_harian": ("media", "metrik"),
    "twitter": ("bentuk",),
}
# What their tables count.
VALUES = ("pengguna", "nilai", "tayangan")
# Where so many days usually have so many, so many days without any are an export cut short.
ENOUGH, USUAL, MANY = 7, 10, 4
# Rows a post, not a day.
NOT_DAILY = {"per unggahan"}


def check_days(tables: Mapping[str, pd.DataFrame], bulan: Bulan, settings: Settings) -> Hasil:
    """Check all days of the month.

    Parameters
    ----------
    tables
        The month's cleaned tables.
    bulan
        The month.
    settings
        With the service hours, which know holidays.
    """
    result = Hasil()
    if "tiket" in tables:
        result += _tickets(tables["tiket"], bulan, settings)
    for sumber, columns in DAILY.items():
        if sumber in tables:
            result += _series(tables[sumber], sumber, columns, bulan)
    return result


def days_text(days: Sequence[pd.Timestamp], bulan: Bulan) -> str:
    """Write days of a month, neighbours as a span: ``3–5 dan 10 Juli 2023``."""
    numbers = sorted({day.day for day in days})
    spans = []
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        span = [number for _, number in run]
        spans.append(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}")
    return f"{daftar(spans)} {bulan.label}"


def _tickets(tiket: pd.DataFrame, bulan: Bulan, settings: Settings) -> Hasil:
    counts = tiket["dibuat"].dt.tz_localize(None).dt.normalize().value_counts()
    days = pd.Series(service_days(bulan, settings["jam_layanan"]), dtype="datetime64[us]")
    table = pd.DataFrame(
        {"tanggal": days, "tiket": days.map(counts).fillna(0), "berkas": "", "baris": 0}
    )
    counted = table.loc[table["tiket"].gt(0), "tiket"]
    rule = Aturan(
        TANPA_TIKET,
        lambda v: v.col_vals_gt("tiket", 0),
        ("tanggal",),
        lambda row: (
            f"tidak ada tiket pada hari layanan {days_text(row['tanggal'], bulan)}. Pastikan semua "
            "halaman ekspor terunduh; bila hari itu libur, tambahkan ke pengaturan "
            "jam_layanan.libur_tambahan."
        ),
        harapan="Setiap hari layanan ada tiketnya.",
        menghentikan=_cannot_be(counted, len(table) - len(counted)),
        bersama=True,
    )
    return run_rules(table, [rule], "tiket")


def _series(table: pd.DataFrame, sumber: str, columns: tuple[str, ...], bulan: Bulan) -> Hasil:
    daily = table[~table[columns[0]].isin(NOT_DAILY)]
    if daily.empty and table.empty:
        return Hasil((Temuan(LENGKAP, _nothing(bulan), menghentikan=True, sumber=sumber),))
    values = next((name for name in VALUES if name in daily), "")
    names = daily[list(columns)].agg(", ".join, axis=1) if len(daily) else pd.Series(dtype="str")
    days = pd.Series(pd.date_range(bulan.first_day, bulan.last_day, unit="us"))
    listing = pd.DataFrame(
        [
            (name, day, int(day in present), "", 0)
            for name, dates in daily["tanggal"].groupby(names, sort=False)
            for present in [set(dates)]
            for day in days
        ],
        columns=["deret", "tanggal", "ada", "berkas", "baris"],
    )
    cut = {
        name
        for name, part in (daily.groupby(names, sort=False) if values else ())
        if _cannot_be(part[values], bulan.last_day.day - part["tanggal"].nunique())
    }
    result = Hasil()
    for blocks in (False, True):
        part = listing[listing["deret"].isin(cut) == blocks]
        result += run_rules(part, [_whole_month(bulan, menghentikan=blocks)], sumber)
    return result


def _nothing(bulan: Bulan) -> str:
    return (
        f"ekspornya ada, tetapi tidak memuat satu hari pun dari {bulan.label}, sehingga jumlahnya "
        "akan tercetak 0. Ekspor ulang, atau keluarkan berkasnya."
    )


def _cannot_be(values: pd.Series[int], missing: int) -> bool:
    """Tell whether missing days are no chance: the others have many, and there are enough."""
    return len(values) >= ENOUGH and missing >= MANY and float(values.median()) >= USUAL


def _whole_month(bulan: Bulan, *, menghentikan: bool) -> Aturan:
    return Aturan(
        LENGKAP,
        lambda v: v.col_vals_eq("ada", 1),
        ("deret", "tanggal"),
        lambda row: (
            f"deret “{row['deret'][0]}” tanpa nilai pada {days_text(row['tanggal'], bulan)}, "
            "sehingga jumlah sebulannya terlalu kecil bila hari itu bukan nol. Ekspor ulang untuk "
            "sebulan penuh."
        ),
        harapan=f"Setiap deret harian punya nilai untuk setiap hari {bulan.label}.",
        menghentikan=menghentikan,
        bersama=True,
        per=("deret",),
    )
