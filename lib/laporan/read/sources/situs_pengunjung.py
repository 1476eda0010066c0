"""Visitors of the website by day: Google Analytics, old and new."""

from laporan.read.declaration import Column, Isi, Kolom, Source, Tipe, WithinMonth

DAY, USERS = "hari", "pengguna"

SOURCE = Source(
    name="situs_pengunjung",
    label="Pengunjung website (Google Analytics)",
    dari="Google Analytics menurut tanggal",
    unduh="GA4: Explore (Eksplorasi), Free form, baris Date, nilai Total users dan Active "
    "users, menurut masanya, lalu Export data (Ekspor data) sebagai CSV",
    group="bersih-situs",
    pattern="situs-pengunjung*.csv",
    stacked=True,
    columns=(
        Column("Date", ("Tanggal",), need=DAY, isi=Isi.TERBUKA),
        Column("Day Index", need=DAY, isi=Isi.TERBUKA),
        Column("Nth day", ("Hari ke-N",), need=DAY, isi=Isi.TERBUKA),
        Column(
            "Total users",
            ("Total pengguna", "Pengguna total", "Jumlah pengguna"),
            need=USERS,
            isi=Isi.TERBUKA,
            count=True,
        ),
        Column("Active users", ("Pengguna aktif",), need=USERS, isi=Isi.TERBUKA, count=True),
        Column("Users", ("Pengguna",), need=USERS, isi=Isi.TERBUKA, count=True),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "hari kunjungan", "Date"),
        Kolom("pengguna", Tipe.BILANGAN, "pengguna hari itu"),
        Kolom("metrik", Tipe.TEKS, "yang dihitung: total users, active users, atau users"),
        Kolom("produk", Tipe.TEKS, "GA4 atau Universal Analytics"),
    ),
    checks=(WithinMonth("tanggal"),),
    followed=(
        ("situs.pengunjung", ""),
        ("situs.pengunjung", "produk"),
        ("situs.pengunjung", "metrik"),
    ),
)
