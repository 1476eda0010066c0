"""What was published, held and received: lists kept by hand, and broadcasts."""

from __future__ import annotations

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.angka import TIDAK_TERCATAT, Figure, by_category, counts, single
from laporan.measure.small_groups import merge_small


def series_publikasi(publikasi: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count publications on the website."""
    return [single(bulan, "publikasi.jumlah", len(publikasi), "publikasi")]


def series_webinar(webinar: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count webinars and discussions."""
    return [single(bulan, "webinar.jumlah", len(webinar), "kegiatan")]


def series_video_conference(
    video_conference: pd.DataFrame, bulan: Bulan, settings: Settings
) -> list[Figure]:
    """Count video conferences."""
    return [single(bulan, "video_conference.jumlah", len(video_conference), "pertemuan")]


def detail_kehadiran(kehadiran: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count the meetings with an attendance report, who took part, and how long they lasted."""
    if kehadiran.empty:
        return []
    figures = [
        single(bulan, "video_conference.berlaporan", len(kehadiran), "pertemuan"),
        single(bulan, "video_conference.peserta", kehadiran["peserta"].sum(), "orang"),
    ]
    timed = kehadiran["durasi_detik"].dropna()
    if len(timed):
        figures.append(single(bulan, "video_conference.durasi", timed.mean() / 60, "menit"))
    return figures


def series_tatap_muka(tatap_muka: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count visits, and guests."""
    return [
        single(bulan, "tatap_muka.jumlah", len(tatap_muka), "kunjungan"),
        single(bulan, "tatap_muka.tamu", tatap_muka["tamu"].sum(), "orang"),
    ]


def detail_tatap_muka(tatap_muka: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count topics of visits; a visit about ``DAU, DAK, DID`` counts for each of the three."""
    known = {
        name.casefold(): name
        for name in [*settings["tiket"]["topik_teknis"], *settings["tiket"]["topik_lain"]]
    }
    topics = [
        # A dict and not a set: each once, in the order written.
        list(dict.fromkeys(known.get(part.casefold(), part) for part in _parts(cell)))
        for cell in tatap_muka["topik"].fillna("")
    ]
    topik = counts(pd.Series(topics, dtype="object").explode())
    return by_category(bulan, "tatap_muka.topik", "topik", topik, "kunjungan")


def series_ppid(ppid: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count requests for public information."""
    return [single(bulan, "ppid.jumlah", len(ppid), "permohonan")]


def detail_ppid(ppid: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count their purposes."""
    keperluan = merge_small(counts(ppid["keperluan"]), settings)
    return by_category(bulan, "ppid.jumlah", "keperluan", keperluan, "permohonan")


def series_wa_blast(wa_blast: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count messages: one a campaign and day, however many received it."""
    messages = wa_blast[["kampanye", "tanggal"]].drop_duplicates()
    return [single(bulan, "wa_blast.jumlah", len(messages), "pesan")]


def detail_wa_blast(wa_blast: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Count the recipients that messages went to, and how that ended."""
    status = counts(wa_blast["status"])
    return [
        single(bulan, "wa_blast.penerima", len(wa_blast), "pengiriman"),
        *by_category(bulan, "wa_blast.penerima", "status", status, "pengiriman"),
    ]


def _parts(cell: str) -> list[str]:
    parts = [part.strip() for part in cell.replace(";", ",").split(",")]
    return [part for part in parts if part] or [TIDAK_TERCATAT]
