"""Webinars and discussions, kept by hand."""

from laporan.read.declaration import Kolom, Listed, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="webinar",
    label="Webinar",
    dari="daftar webinar/FGD, diisi sendiri",
    group="bersih-kegiatan",
    pattern="webinar*.xls*",
    counted="webinar.jumlah",
    workbook=True,
    listed=True,
    columns=(
        needed("Tanggal", "Tgl"),
        needed("Kegiatan"),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal kegiatan", "Tanggal"),
        Kolom("kegiatan", Tipe.TEKS, "nama kegiatan", "Kegiatan"),
    ),
    checks=(WithinMonth("tanggal"), Listed(("tanggal", "kegiatan"))),
    followed=(("webinar.jumlah", ""),),
)
