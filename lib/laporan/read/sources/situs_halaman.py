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

# How Google Analytics heads pages, in its languages and versions.
PATHS = (
    "Page path", "Page path + query string", "Page path + query string and screen class",
    "Jalur halaman", "Jalur halaman dan kelas layar", "Jalur laman dan kelas layar",
)  # fmt: skip
TITLES = (
    "Page title", "Page title and screen name", "Judul halaman", "Judul halaman dan kelas layar",
    "Judul halaman dan nama layar", "Judul laman dan kelas layar",
)  # fmt: skip

SOURCE = Source(
    name="situs_halaman",
    label="Halaman website (Google Analytics)",
    dari="Google Analytics 4, Pages and screens",
    unduh="GA4: Reports (Laporan), Engagement, Pages and screens (Halaman dan layar) menurut "
    "masanya, lalu Share this report, Download file, Download CSV",
    group="bersih-situs",
    pattern="situs-halaman*.csv",
    stacked=True,
    columns=(
        Column("Page path and screen class", PATHS, need=PAGE, isi=Isi.TERBUKA),
        Column("Page title and screen class", TITLES, need=PAGE, isi=Isi.TERBUKA),
        needed("Views", "Tayangan", "Penayangan", "Tampilan", count=True),
        needed("Active users", "Pengguna aktif", count=True),
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
