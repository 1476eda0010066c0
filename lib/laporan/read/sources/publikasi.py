"""Publications on the website, kept by hand."""

from laporan.read.declaration import Kolom, Listed, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="publikasi",
    label="Publikasi website",
    dari="daftar publikasi situs, diisi sendiri",
    group="bersih-kegiatan",
    pattern="publikasi*.xls*",
    counted="publikasi.jumlah",
    workbook=True,
    listed=True,
    columns=(
        needed("Tanggal", "Tgl"),
        needed("Judul"),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal terbit", "Tanggal"),
        Kolom("judul", Tipe.TEKS, "judul publikasi", "Judul"),
    ),
    checks=(WithinMonth("tanggal"), Listed(("tanggal", "judul"))),
    followed=(("publikasi.jumlah", ""),),
)
