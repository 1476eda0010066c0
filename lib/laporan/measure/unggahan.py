"""What is posted on social media, whichever export tells it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from laporan.dasar.bulan import Bulan
from laporan.measure.angka import Angka
from laporan.measure.indikator import define

FEED, STORY = "Instagram feed", "Instagram story"
# What "41 konten (rata-rata)" is the median of; a story lasts a day and is no publication.
TIPIKAL = (FEED, "Twitter", "Facebook")
UNGGAHAN = define(
    "media_sosial.unggahan", "Unggahan", "konten",
    "Konten yang terbit pada bulan itu", "seluruh unggahan media itu", "meta_konten", "twitter",
)  # fmt: skip
KUNJUNGAN_PROFIL = define(
    "media_sosial.kunjungan_profil", "Kunjungan profil", "kunjungan",
    "Kunjungan profil harian dijumlahkan", "seluruh hari bulan itu", "meta_harian", "twitter",
)  # fmt: skip
KONTEN_TIPIKAL = define(
    "media_sosial.konten_tipikal", "Konten tipikal", "konten",
    "Median unggahan Instagram feed, Twitter, dan Facebook", "media yang datanya diserahkan",
    "meta_konten", "twitter",
)  # fmt: skip


def measure_konten_tipikal(bulan: Bulan, figures: Sequence[Angka]) -> list[Angka]:
    """Give the median number of posts a medium, of those media that were supplied."""
    posts = [
        figure.nilai
        for figure in figures
        if figure.bulan == str(bulan)
        and figure.indikator == UNGGAHAN.kunci
        and figure.kategori in TIPIKAL
    ]
    return [KONTEN_TIPIKAL.whole(bulan, median(posts))] if posts else []
