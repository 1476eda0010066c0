"""Twitter: X Analytics' exports by tweet and by day."""

from laporan.read.declaration import (
    AtMost,
    Column,
    Isi,
    Kolom,
    Source,
    Tipe,
    WithinMonth,
    needed,
    unread,
)

WHEN = "waktu"
METRICS = (
    "engagements", "retweets", "replies", "likes", "url clicks", "hashtag clicks",
    "detail expands", "permalink clicks", "app opens", "app installs", "follows", "email tweet",
    "dial phone", "media views", "media engagements",
)  # fmt: skip

SOURCE = Source(
    name="twitter",
    label="Twitter (X Analytics)",
    dari="X Analytics, per unggahan atau per hari",
    unduh="X: Analytics, Overview dan Content menurut masanya, masing-masing Export (tombol "
    "unduh, CSV)",
    group="bersih-media-sosial",
    pattern="twitter*.csv",
    nomor="Tweet id",
    columns=(
        Column("time", need=WHEN, isi=Isi.TERBUKA),
        Column("Date", need=WHEN, isi=Isi.TERBUKA),
        needed("impressions", count=True),
        needed("user profile clicks", "Profile visits", count=True),
        Column("Tweet id", ("Post id",), isi=Isi.TERBUKA),
        Column("Tweets published", ("Create Post", "Posts published"), isi=Isi.TERBUKA),
        Column("engagement rate", isi=Isi.TERBUKA),
        Column("Tweet permalink", ("Post Link",), isi=Isi.TERBUKA),
        *unread(*METRICS),
        *unread(*(f"promoted {name}" for name in METRICS)),
        *unread("promoted impressions", "promoted user profile clicks", "promoted engagement rate"),
    ),
    table=(
        Kolom("bentuk", Tipe.TEKS, "per hari atau per unggahan"),
        Kolom("tanggal", Tipe.TANGGAL, "hari terbit, WIB", "Date"),
        Kolom("unggahan", Tipe.BILANGAN_KOSONG, "banyaknya unggahan", "Tweets published"),
        Kolom("tayangan", Tipe.BILANGAN_KOSONG, "tayangan", "impressions"),
        Kolom("kunjungan_profil", Tipe.BILANGAN_KOSONG, "kunjungan profil", "user profile clicks"),
    ),
    checks=(WithinMonth("tanggal"), AtMost("kunjungan_profil", "tayangan")),
    followed=(("media_sosial.unggahan", "media"),),
)
