"""Posts on Facebook and Instagram: Meta Business Suite's content export."""

from laporan.read.declaration import Column, Isi, Kolom, Source, Tipe, WithinMonth, needed, unread

REACH = "jangkauan"

SOURCE = Source(
    name="meta_konten",
    label="Unggahan Facebook dan Instagram (Meta)",
    dari="Meta Business Suite, konten",
    unduh="Meta Business Suite: Insights (Insight), Content (Konten) menurut masanya, lalu "
    "Export data (Ekspor data) untuk Posts (Postingan) dan Stories (Cerita)",
    group="bersih-media-sosial",
    pattern="meta-konten*.csv",
    nomor="Post ID",
    # The columns of this export vary by month; only the needed ones make it countable.
    columns=(
        needed("Publish time", "Waktu publikasi", "Waktu terbit", "Waktu penerbitan"),
        needed("Post type", "Jenis postingan", "Tipe postingan", "Jenis kiriman"),
        Column("Reach", ("Jangkauan",), need=REACH, isi=Isi.TERBUKA, count=True),
        # What Meta counts in place of it since 2024.
        Column("Viewers", ("Penonton", "Pemirsa"), need=REACH, isi=Isi.TERBUKA, count=True),
        Column("Reactions", ("Tanggapan", "Reaksi"), isi=Isi.TERBUKA, count=True),
        Column("Post ID", ("ID postingan", "ID kiriman"), isi=Isi.TERBUKA),
        Column("Permalink", ("Tautan permanen",), isi=Isi.TERBUKA),
        Column("Likes", ("Suka",), isi=Isi.TERBUKA, count=True),
        Column("Shares", ("Dibagikan", "Bagikan"), isi=Isi.TERBUKA, count=True),
        Column("Comments", ("Komentar",), isi=Isi.TERBUKA, count=True),
        *unread(
            "Page ID",
            "Page name",
            "Account ID",
            "Account username",
            "Account name",
            "Duration (sec)",
            "Date",
            "Impressions",
            "Saves",
            "Follows",
        ),
    ),
    table=(
        Kolom("diterbitkan", Tipe.WAKTU, "waktu terbit, WIB", "Publish time"),
        Kolom("media", Tipe.TEKS, "Instagram, Facebook, atau Tidak dikenal"),
        Kolom(
            "jenis",
            Tipe.TEKS,
            "Instagram feed, Instagram story, Facebook, Tidak dikenal",
            "Post type",
        ),
        Kolom("jangkauan", Tipe.BILANGAN_KOSONG, "akun yang dijangkau", "Reach"),
        Kolom("suka", Tipe.BILANGAN_KOSONG, "suka", "Likes"),
        Kolom("bagikan", Tipe.BILANGAN_KOSONG, "dibagikan", "Shares"),
        Kolom("komentar", Tipe.BILANGAN_KOSONG, "komentar", "Comments"),
    ),
    checks=(WithinMonth("diterbitkan"),),
    followed=(("media_sosial.unggahan", "media"),),
)
