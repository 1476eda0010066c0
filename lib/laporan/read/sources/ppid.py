"""Requests for public information, kept by hand."""

from laporan.read.declaration import Isi, Kolom, Listed, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="ppid",
    label="Permohonan informasi publik (PPID)",
    dari="daftar permohonan PPID, diisi sendiri",
    group="bersih-kegiatan",
    pattern="ppid*.xls*",
    counted="ppid.jumlah",
    workbook=True,
    columns=(
        needed("Tanggal", "Tgl", "Tgl."),
        needed("Pemohon", isi=Isi.ORANG),
        needed("Keperluan"),
        needed("Data Diminta"),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal permohonan", "Tanggal"),
        Kolom("pemohon", Tipe.BILANGAN_KOSONG, "nomor urut pemohon, bukan namanya", "Pemohon"),
        Kolom("keperluan", Tipe.TEKS, "keperluan", "Keperluan"),
        Kolom("data_diminta", Tipe.TEKS, "data yang diminta", "Data Diminta"),
    ),
    checks=(WithinMonth("tanggal"), Listed(("tanggal", "pemohon", "keperluan", "data_diminta"))),
    followed=(("ppid.jumlah", ""),),
)
