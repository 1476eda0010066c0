"""Requests for public information, kept by hand."""

from laporan.read.declaration import (
    Column,
    Isi,
    Known,
    Kolom,
    Listed,
    NotBefore,
    Source,
    Tipe,
    WithinMonth,
    needed,
    unread,
)

HASIL = ("Diberikan", "Sebagian", "Ditolak")

SOURCE = Source(
    name="ppid",
    label="Permohonan informasi publik (PPID)",
    dari="daftar permohonan PPID, diisi sendiri",
    group="bersih-kegiatan",
    pattern="ppid*.xls*",
    counted="ppid.jumlah",
    workbook=True,
    columns=(
        needed("Tanggal", "Tgl"),
        needed("Pemohon", isi=Isi.ORANG),
        needed("Keperluan"),
        needed("Data Diminta"),
        Column("Tanggal Jawab", ("Tgl Jawab", "Dijawab"), isi=Isi.TERBUKA),
        Column("Diperpanjang", ("Tanggal Perpanjangan",), isi=Isi.TERBUKA),
        Column("Hasil", isi=Isi.TERBUKA),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal permohonan", "Tanggal"),
        Kolom("pemohon", Tipe.BILANGAN_KOSONG, "nomor urut pemohon, bukan namanya", "Pemohon"),
        Kolom("keperluan", Tipe.TEKS, "keperluan", "Keperluan"),
        Kolom("data_diminta", Tipe.TEKS, "data yang diminta", "Data Diminta"),
        Kolom("tanggal_jawab", Tipe.TANGGAL, "tanggal jawaban tertulis", "Tanggal Jawab"),
        Kolom(
            "diperpanjang",
            Tipe.TANGGAL,
            "tanggal perpanjangan; yang tertulis Ya dianggap tepat pada tanggal permohonan",
            "Diperpanjang",
        ),
        Kolom("hasil", Tipe.TEKS, "Diberikan, Sebagian, atau Ditolak", "Hasil"),
    ),
    checks=(
        WithinMonth("tanggal"),
        Listed(("tanggal", "pemohon", "keperluan", "data_diminta")),
        NotBefore("tanggal_jawab", "tanggal"),
        Known("hasil", HASIL),
        Known("keperluan", settings=("ppid.keperluan",)),
    ),
    followed=(("ppid.jumlah", ""),),
)
