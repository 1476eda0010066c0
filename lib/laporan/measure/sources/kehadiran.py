"""Attendance of video conferences, where Teams' reports tell it."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

SUMBER, BERLAPOR = "kehadiran", "pertemuan yang berlaporan kehadiran"
BERLAPORAN = define(
    "video_conference.berlaporan", "Pertemuan berlaporan", "pertemuan",
    "Laporan kehadiran Microsoft Teams, satu berkas satu pertemuan",
    "seluruh laporan kehadiran bulan itu", SUMBER,
)  # fmt: skip
PESERTA = define(
    "video_conference.peserta", "Peserta video conference", "orang",
    "Peserta yang berbeda di setiap pertemuan, dijumlahkan", BERLAPOR, SUMBER,
)  # fmt: skip
DURASI = define(
    "video_conference.durasi", "Lama pertemuan", "menit",
    "Rata-rata lama pertemuan dalam menit", BERLAPOR, SUMBER,
)  # fmt: skip


def detail_kehadiran(kehadiran: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Angka]:
    """Count the meetings with an attendance report, who took part, and how long they lasted."""
    if kehadiran.empty:
        return []
    figures = [
        BERLAPORAN.whole(bulan, len(kehadiran)),
        PESERTA.whole(bulan, kehadiran["peserta"].sum()),
    ]
    timed = kehadiran["durasi_detik"].dropna()
    return [*figures, DURASI.whole(bulan, timed.mean() / 60)] if len(timed) else figures
