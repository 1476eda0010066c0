"""Counts that are possible but unlikely: many blanks, and a month unlike those before."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

import pandas as pd

from laporan.clean.schema import Aturan, Hasil, other_column, run_rules
from laporan.dasar.indonesian import angka, persen
from laporan.dasar.settings import Settings
from laporan.measure import Ukuran, series_break
from laporan.measure.angka import TIDAK_TERCATAT

TERCATAT, BIASA = "isian tercatat", "jumlah seperti biasa"
PENGUNJUNG = "situs.pengunjung"
# The figures that are followed, by what readers call them, and the source that is to be checked.
FOLLOWED = {
    "tiket.jumlah": ("tiket konsultasi", "tiket"),
    "lapor.jumlah": ("Email Lapor", "email_lapor"),
    PENGUNJUNG: ("pengunjung website", "situs_pengunjung"),
    "publikasi.jumlah": ("publikasi website", "publikasi"),
    "webinar.jumlah": ("webinar", "webinar"),
    "video_conference.jumlah": ("video conference", "video_conference"),
    "tatap_muka.jumlah": ("konsultasi tatap muka", "tatap_muka"),
    "ppid.jumlah": ("permohonan PPID", "ppid"),
}


def check_untold(ukuran: Ukuran, settings: Settings) -> Hasil:
    """Check that few tickets lack what their fields should say."""
    total = ukuran.nilai("tiket.jumlah")
    if not total:
        return Hasil()
    limit, titles = settings["pemeriksaan"]["tidak_tercatat_persen"], settings["kolom_tiket"]
    keys = {
        "kanal": ("tiket.jumlah", "kanal"),
        "topik": ("tiket.topik", "topik"),
        "kategori": ("tiket.jumlah", "kategori"),
    }
    untold = {name: ukuran.nilai(*key, TIDAK_TERCATAT) or 0 for name, key in keys.items()}
    table = pd.DataFrame(
        {
            "isian": [titles[name] for name in untold],
            "tiket": list(untold.values()),
            "persen": [100 * count / total for count in untold.values()],
            "berkas": "",
            "baris": 0,
        }
    )
    rule = Aturan(
        TERCATAT,
        lambda v: v.col_vals_le("persen", limit),
        ("isian", "tiket", "persen"),
        lambda row: (
            f"isian {row['isian']!r} kosong pada {angka(row['tiket'])} dari {angka(total)} tiket "
            f"({persen(row['persen'])}), lebih dari {limit}% yang wajar (pengaturan "
            "pemeriksaan.tidak_tercatat_persen). Lengkapi di Deskpro, lalu ekspor ulang."
        ),
        harapan=f"Kanal, topik, dan kategori kosong pada paling banyak {limit}% tiket.",
    )
    return run_rules(table, [rule], "tiket")


def check_levels(ukuran: Ukuran, settings: Settings) -> Hasil:
    """Check that counts are not far off those of the months before.

    Measured against the median of the months before. Where a break in the series lies before
    the month, visitors are not compared.
    """
    limits = settings["pemeriksaan"]
    factor = limits["jauh_dari_biasa_kali"]
    rows = [
        {"apa": what, "sumber": sumber, "nilai": float(now), "biasa": usual, "bulan": months}
        for what, sumber, now, usual, months in _followed(ukuran, settings)
        if max(now, usual) >= limits["minimum_jumlah_pembanding"]
    ]
    if not rows:
        return Hasil()
    table = pd.DataFrame(rows).assign(berkas="", baris=0)
    table = table.assign(bawah=table["biasa"] / factor, atas=table["biasa"] * factor)
    rule = Aturan(
        BIASA,
        lambda v: v.col_vals_between("nilai", other_column("bawah"), other_column("atas")),
        ("apa", "nilai", "biasa", "bulan"),
        lambda row: (
            f"{row['apa']} {angka(row['nilai'])}, "
            f"{_compared(row['nilai'], row['biasa'], factor)} biasanya, "
            f"{angka(row['biasa'])} (median {angka(row['bulan'])} bulan sebelumnya). Pastikan "
            "ekspornya lengkap dan tidak ganda."
        ),
        harapan=f"Jumlah sebulan antara 1/{factor} dan {factor} kali biasanya.",
    )
    return run_rules(table, [rule])


def _compared(now: float, usual: float, factor: int) -> str:
    return f"lebih dari {factor} kali" if now > usual else f"kurang dari 1/{factor}"


def _followed(ukuran: Ukuran, settings: Settings) -> Iterator[tuple[str, str, float, float, int]]:
    """Give each count that has enough months before: its name, source, value, median, months."""
    limits = settings["pemeriksaan"]
    broken = series_break(ukuran.tabel, ukuran.bulan.previous, ukuran.bulan)
    keys = [(key, "", "", *told) for key, told in FOLLOWED.items()]
    if broken is not None:
        keys = [key for key in keys if key[0] != PENGUNJUNG]
    keys += [
        ("tiket.jumlah", "kanal", str(kanal), f"tiket melalui {kanal}", "tiket")
        for kanal in ukuran.kategori("tiket.jumlah", "kanal").index
    ]
    for indikator, dimensi, kategori, what, sumber in keys:
        series = ukuran.deret(indikator, dimensi, kategori)
        earlier = series[series.index < str(ukuran.bulan)].tail(limits["bulan_pembanding"])
        now = ukuran.nilai(indikator, dimensi, kategori)
        if now is not None and len(earlier) >= limits["minimum_bulan_pembanding"]:
            yield what, sumber, float(now), float(median(earlier)), len(earlier)
