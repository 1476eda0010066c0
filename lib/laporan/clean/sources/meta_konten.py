"""Posts on Facebook and Instagram: Meta Business Suite's content export."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from laporan.clean.dates import parse_us_times
from laporan.clean.ids import warn_untrusted
from laporan.clean.ledger import Cleaned, Ledger
from laporan.clean.other_months import exclude_other_months
from laporan.clean.repeats import exclude_same_ids
from laporan.clean.steps import (
    NILAI_DIKENAL,
    column,
    count_columns,
    find_unread_counts,
    reject_missing,
)
from laporan.clean.texts import hide_persons, tidy
from laporan.clean.unsupplied import drop_unsupplied, find_blanks
from laporan.clean.value_findings import find_rows, find_values
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import Temuan
from laporan.read.raw_table import RawTable

ID = "Post ID"
NILAI = {"jangkauan": "Reach", "suka": "Likes", "bagikan": "Shares", "komentar": "Comments"}
FEED, STORY, FACEBOOK = "Instagram feed", "Instagram story", "Facebook"
TIDAK_DIKENAL = "Tidak dikenal"
# What Meta counts in place of others since 2024.
PENGGANTI = {"Reach": "Viewers", "Likes": "Reactions"}
DERET = "deret berlanjut"
# The words of post types, in English and Indonesian. Only Instagram's are told by their medium.
INSTAGRAM, CERITA = {"ig", "instagram"}, {"story", "stories", "cerita", "kisah"}
DI_FACEBOOK = {
    "facebook", "fb", "photo", "photos", "foto", "album", "video", "videos", "live", "langsung",
    "siaran", "link", "links", "tautan", "text", "teks", "status", "reel", "reels", "multi",
    "media", "event", "events", "acara", "share", "shares", "shared", "post", "postingan",
    "kiriman", "cover", "sampul", "profile", "profil", "poll", "offer", "music",
}  # fmt: skip
DI_INSTAGRAM = {
    "image", "images", "gambar", "photo", "photos", "foto", "video", "videos", "reel", "reels",
    "carousel", "carousels", "korsel", "album", "feed", "post", "postingan", "kiriman", "igtv",
    "live", "langsung", "siaran", "grid",
}  # fmt: skip


def clean_meta_konten(tables: Sequence[RawTable], bulan: Bulan, settings: Settings) -> Cleaned:
    """Keep the month's posts: ``diterbitkan, media, jenis, jangkauan, suka, bagikan, komentar``.

    ``jenis`` is ``Instagram feed``, ``Instagram story``, ``Facebook`` or ``Tidak dikenal``.
    """
    ledger = Ledger.open(tables)
    published = parse_us_times(
        ledger.rows["Publish time"], settings["media_sosial"]["zona_waktu_meta"]
    )
    counts = count_columns(ledger.rows, [*NILAI.values(), *PENGGANTI.values()])
    for name, other in PENGGANTI.items():
        counts[name] = counts[name].fillna(counts[other])
    values = {name: counts[header] for name, header in NILAI.items()}
    kinds = _kind(ledger.rows["Post type"])
    ledger = reject_missing(ledger, published, kolom="Publish time", apa="waktu terbit")
    # Likes grow from one export to the next, so they are no part of what makes a post itself.
    marks = pd.DataFrame({"terbit": published, "jenis": kinds})
    ledger = exclude_same_ids(ledger, ID, marks)
    ledger = exclude_other_months(ledger, published, bulan, "Publish time")
    rows = ledger.rows
    jenis = kinds.loc[rows.index]
    values, unsupplied = drop_unsupplied(rows, values, NILAI)
    unsupplied += find_blanks(rows, values, NILAI)
    unsupplied = _but_comments_on_stories(unsupplied, jenis.groupby(rows["berkas"], sort=False))
    tabel = pd.DataFrame(
        {
            "diterbitkan": published.loc[rows.index],
            "media": pd.Series("Instagram", rows.index, dtype="str").mask(
                jenis.isin([FACEBOOK, TIDAK_DIKENAL]), jenis
            ),
            "jenis": jenis,
            **{name: value.loc[rows.index] for name, value in values.items()},
        }
    ).sort_values("diterbitkan", kind="stable")
    warnings = warn_untrusted(rows, ID, marks)
    warnings += find_unread_counts(rows, values, NILAI)
    warnings += [*unsupplied, *_warn_of_kinds(rows, jenis), *_warn_of_break(rows)]
    return ledger.close("meta_konten", tabel, warnings)


def _but_comments_on_stories(
    found: list[Temuan], kinds: Iterable[tuple[object, pd.Series[str]]]
) -> list[Temuan]:
    """Leave out what is no lack: a story has no comments, whatever the export has a column for."""
    stories = {berkas for berkas, part in kinds if part.eq(STORY).all()}
    return [each for each in found if each.berkas not in stories or each.kolom != NILAI["komentar"]]


def _kind(post_types: pd.Series[str]) -> pd.Series[str]:
    """Tell stories and feed of Instagram and posts on Facebook by the words of their types."""
    names = tidy(post_types).fillna("")
    kinds = {name: _kind_of(set(re.findall(r"\w+", name.casefold()))) for name in names.unique()}
    return names.map(kinds).astype("str")


def _kind_of(words: set[str]) -> str:
    rest = words - INSTAGRAM
    if rest != words:
        if rest & CERITA:
            return STORY
        return FEED if rest <= DI_INSTAGRAM else TIDAK_DIKENAL
    return FACEBOOK if words and words <= DI_FACEBOOK else TIDAK_DIKENAL


def _warn_of_kinds(rows: pd.DataFrame, kinds: pd.Series[str]) -> list[Temuan]:
    """Name the post types that nobody knows; they are put to no medium."""
    unknown = tidy(rows["Post type"]).fillna("(kosong)")[kinds.eq(TIDAK_DIKENAL)]
    return find_values(
        rows,
        hide_persons(unknown),
        lambda name: (
            f"jenis unggahan “{name}” tidak dikenal; dihitung tersendiri, bukan sebagai unggahan "
            "Instagram atau Facebook. Yang dikenal misalnya IG reel, IG story, Photos, dan Links: "
            "periksa ekspornya, dan laporkan jenis yang baru kepada pengembang."
        ),
        pemeriksaan=NILAI_DIKENAL,
        kolom="Post type",
    )


def _warn_of_break(rows: pd.DataFrame) -> list[Temuan]:
    """Say where Meta counts viewers in place of those reached."""
    viewers = column(rows, "Viewers").notna() & column(rows, "Reach").isna()
    return find_rows(
        rows[viewers],
        "Meta menghitung Viewers (penonton) sebagai ganti Reach (jangkauan) sejak 2024. Dibaca "
        "sebagai jangkauan, tetapi deretnya terputus: jangan bandingkan dengan bulan-bulan "
        "sebelumnya.",
        pemeriksaan=DERET,
        kolom="Viewers",
    )
