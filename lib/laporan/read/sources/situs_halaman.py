"""Pages of the website and how often they were viewed: Google Analytics 4."""

from laporan.read.declaration import (
    AtMost,
    Column,
    Isi,
    Kolom,
    Source,
    Tipe,
    Unique,
    needed,
    unread,
)

PAGE = "halaman"

SOURCE = Source(
    name="situs_halaman",
    label="Halaman website (Google Analytics)",
    dari="Google Analytics 4, Pages and screens",
    group="bersih-situs",
    pattern="situs-halaman*.csv",
    stacked=True,
    columns=(
        Column("Page path and screen class", need=PAGE, isi=Isi.TERBUKA),
        Column("Page title and screen class", need=PAGE, isi=Isi.TERBUKA),
        needed("Views", count=True),
        needed("Active users", count=True),
        Column("Views per active user", isi=Isi.TERBUKA),
        Column("Average engagement time per active user", isi=Isi.TERBUKA),
        *unread("Event count", "Key events", "Total revenue"),
    ),
    table=(
        Kolom("halaman", Tipe.TEKS, "alamat atau judul halaman", "Page path and screen class"),
        Kolom("tayangan", Tipe.BILANGAN, "tayangan halaman", "Views"),
        Kolom("pengguna", Tipe.BILANGAN_KOSONG, "pengguna aktif halaman", "Active users"),
    ),
    checks=(Unique("halaman"), AtMost("pengguna", "tayangan")),
)
