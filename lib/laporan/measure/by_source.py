"""Which function measures which source, and what of it is followed over months."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.measure.advokasi import detail_advokasi
from laporan.measure.angka import Figure
from laporan.measure.kegiatan import (
    detail_kehadiran,
    detail_ppid,
    detail_tatap_muka,
    detail_wa_blast,
    series_ppid,
    series_publikasi,
    series_tatap_muka,
    series_video_conference,
    series_wa_blast,
    series_webinar,
)
from laporan.measure.kepuasan import detail_kepuasan, series_kepuasan
from laporan.measure.lapor import detail_lapor, series_lapor
from laporan.measure.media_sosial import (
    detail_media_sosial,
    detail_meta_harian,
    detail_meta_konten,
    detail_twitter,
    series_media_sosial,
    series_meta_konten,
    series_twitter,
)
from laporan.measure.situs import detail_halaman, series_pengunjung
from laporan.measure.telepon import detail_telepon, series_telepon
from laporan.measure.tiket import detail_tiket, series_tiket

Measure = Callable[[pd.DataFrame, Bulan, Settings], list[Figure]]


def nothing(table: pd.DataFrame, bulan: Bulan, settings: Settings) -> list[Figure]:
    """Measure nothing: the part that a topic does not have."""
    return []


@dataclass(frozen=True)
class Topic:
    """The measures of one source.

    Attributes
    ----------
    series
        What is measured in every month, for trends and comparisons.
    detail
        What is measured in the report's own month only.
    keys
        ``(indikator, dimensi)`` of all that ``series`` gives; of older months, published figures
        under these keys stand in for the source.
    """

    series: Measure = nothing
    detail: Measure = nothing
    keys: tuple[tuple[str, str], ...] = ()


TOPICS: Mapping[str, Topic] = {
    "tiket": Topic(
        series_tiket,
        detail_tiket,
        (("tiket.jumlah", ""), ("tiket.jumlah", "kanal"), ("tiket.topik", "topik")),
    ),
    "telepon": Topic(
        series_telepon,
        detail_telepon,
        (("telepon.ditawarkan", ""), ("telepon.dijawab", ""), ("telepon.ditinggalkan", "")),
    ),
    "email_lapor": Topic(series_lapor, detail_lapor, (("lapor.jumlah", ""),)),
    "situs_pengunjung": Topic(
        series_pengunjung,
        keys=(
            ("situs.pengunjung", ""),
            ("situs.pengunjung", "produk"),
            ("situs.pengunjung", "metrik"),
        ),
    ),
    "situs_halaman": Topic(detail=detail_halaman),
    "meta_harian": Topic(detail=detail_meta_harian),
    "meta_konten": Topic(
        series_meta_konten, detail_meta_konten, (("media_sosial.unggahan", "media"),)
    ),
    "twitter": Topic(series_twitter, detail_twitter, (("media_sosial.unggahan", "media"),)),
    "media_sosial": Topic(
        series_media_sosial, detail_media_sosial, (("media_sosial.pengikut", "media"),)
    ),
    "wa_blast": Topic(series_wa_blast, detail_wa_blast, (("wa_blast.jumlah", ""),)),
    "publikasi": Topic(series_publikasi, keys=(("publikasi.jumlah", ""),)),
    "webinar": Topic(series_webinar, keys=(("webinar.jumlah", ""),)),
    "video_conference": Topic(series_video_conference, keys=(("video_conference.jumlah", ""),)),
    "kehadiran": Topic(detail=detail_kehadiran),
    "tatap_muka": Topic(
        series_tatap_muka,
        detail_tatap_muka,
        (("tatap_muka.jumlah", ""), ("tatap_muka.tamu", "")),
    ),
    "ppid": Topic(series_ppid, detail_ppid, (("ppid.jumlah", ""),)),
    "survei": Topic(series_kepuasan, detail_kepuasan, (("kepuasan.nilai", ""),)),
    "advokasi": Topic(detail=detail_advokasi),
}


def sources_of(indikator: str, dimensi: str) -> frozenset[str]:
    """Name the sources that the series of a key comes from; none if it is no series."""
    key = (indikator, dimensi)
    return frozenset(name for name, topic in TOPICS.items() if key in topic.keys)
