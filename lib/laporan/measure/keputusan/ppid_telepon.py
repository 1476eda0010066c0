"""Requests that were answered in the time the law gives, and calls answered in time."""

from __future__ import annotations

import pandas as pd

from laporan.clean.hours import working_day
from laporan.measure.indikator import define
from laporan.measure.keputusan.bagian import share
from laporan.measure.keputusan.bahan import BELUM_DISERAHKAN, Bahan, Hasil
from laporan.measure.sources.telepon import TINGKAT_LAYANAN

TEPAT_WAKTU = define(
    "ppid.tepat_waktu", "Permohonan PPID yang dijawab tepat waktu", "permohonan",
    "Permohonan yang dijawab tertulis dalam 10 hari kerja sesudah diterima, atau 17 bila "
    "perpanjangannya dicatat dalam 10 hari itu (UU 14/2008 Pasal 22)",
    "permohonan bulan itu yang jatuh tempo sampai akhir bulan", "ppid",
)  # fmt: skip
HARI_KERJA, PERPANJANGAN = 10, 7
TANPA_JAWABAN = "daftarnya tidak memuat tanggal jawaban"
BELUM_JATUH_TEMPO = "belum ada permohonan yang jatuh tempo"
TANPA_BATAS = "laporan teleponnya tidak memuat panggilan yang dijawab dalam batas waktu"


def measure_ppid_telepon(bahan: Bahan) -> Hasil:
    """Measure what is answered in time, where the lists tell it."""
    return [*_requests(bahan), *_calls(bahan)]


def _requests(bahan: Bahan) -> Hasil:
    ppid = bahan.table("ppid")
    if ppid is None:
        return [TEPAT_WAKTU.none(bahan.bulan, BELUM_DISERAHKAN)]
    if ppid.empty:
        return [TEPAT_WAKTU.none(bahan.bulan, BELUM_JATUH_TEMPO)]
    if ppid["tanggal_jawab"].isna().all():
        return [TEPAT_WAKTU.none(bahan.bulan, TANPA_JAWABAN)]
    until = pd.Timestamp(bahan.bulan.last_day)
    limits = deadlines(ppid, bahan)
    due = ppid[limits.le(until)]
    if due.empty:
        return [TEPAT_WAKTU.none(bahan.bulan, BELUM_JATUH_TEMPO)]
    in_time = due["tanggal_jawab"].le(limits[due.index])
    return [TEPAT_WAKTU.whole(bahan.bulan, int(in_time.sum()), n=len(due))]


def deadlines(ppid: pd.DataFrame, bahan: Bahan) -> pd.Series[pd.Timestamp]:
    """Give the last day on which each request is answered in time."""
    hours = bahan.own["jam_layanan"]
    found = []
    for asked, extended in ppid[["tanggal", "diperpanjang"]].itertuples(index=False, name=None):
        first = working_day(asked, HARI_KERJA, hours)
        longer = pd.notna(extended) and extended <= first
        found.append(working_day(asked, HARI_KERJA + PERPANJANGAN, hours) if longer else first)
    return pd.Series(found, index=ppid.index, dtype="datetime64[us]")


def _calls(bahan: Bahan) -> Hasil:
    telepon = bahan.table("telepon")
    if telepon is None:
        return [TINGKAT_LAYANAN.none(bahan.bulan, BELUM_DISERAHKAN)]
    told = telepon[telepon["dalam_batas"].notna() & telepon["ditawarkan"].notna()]
    if told.empty:
        return [TINGKAT_LAYANAN.none(bahan.bulan, TANPA_BATAS)]
    counted = (int(told["dalam_batas"].sum()), int(told["ditawarkan"].sum()))
    return [share(TINGKAT_LAYANAN, bahan.bulan, counted, bahan.minimum)]
