"""Posts on Facebook and Instagram: Meta Business Suite's content export."""

from laporan.read.declaration import Column, Isi, Kolom, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="meta_konten",
    label="Unggahan Facebook dan Instagram (Meta)",
    dari="Meta Business Suite, konten",
    group="bersih-media-sosial",
    pattern="meta-konten*.csv",
    # The columns of this export vary by month; only the needed ones make it countable.
    columns=(
        needed("Publish time"),
        needed("Post type"),
        needed("Reach", count=True),
        Column("Post ID", isi=Isi.TERBUKA),
        Column("Permalink", isi=Isi.TERBUKA),
        Column("Likes", isi=Isi.TERBUKA, count=True),
        Column("Shares", isi=Isi.TERBUKA, count=True),
        Column("Comments", isi=Isi.TERBUKA, count=True),
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
        Kolom("media", Tipe.TEKS, "Instagram atau Facebook"),
        Kolom("jenis", Tipe.TEKS, "Instagram feed, Instagram story, atau Facebook", "Post type"),
        Kolom("jangkauan", Tipe.BILANGAN_KOSONG, "akun yang dijangkau", "Reach"),
        Kolom("suka", Tipe.BILANGAN_KOSONG, "suka", "Likes"),
        Kolom("bagikan", Tipe.BILANGAN_KOSONG, "dibagikan", "Shares"),
        Kolom("komentar", Tipe.BILANGAN_KOSONG, "komentar", "Comments"),
    ),
    checks=(WithinMonth("diterbitkan"),),
    followed=(("media_sosial.unggahan", "media"),),
)
