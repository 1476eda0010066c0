"""Consultations by video conference, kept by hand."""

from laporan.read.declaration import Kolom, Listed, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="video_conference",
    label="Video conference",
    dari="daftar video conference, diisi sendiri",
    group="bersih-kegiatan",
    pattern="video-conference*.xls*",
    counted="video_conference.jumlah",
    workbook=True,
    listed=True,
    columns=(
        needed("Tanggal", "Tgl"),
        needed("Pengguna Layanan"),
        needed("Topik"),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal pertemuan", "Tanggal"),
        Kolom(
            "pengguna_layanan", Tipe.TEKS, "pemda atau lembaga yang dilayani", "Pengguna Layanan"
        ),
        Kolom("kode_wilayah", Tipe.TEKS, "kode pemda, bila dikenali"),
        Kolom("topik", Tipe.TEKS, "topik yang dibahas", "Topik"),
    ),
    checks=(WithinMonth("tanggal"), Listed(("tanggal", "pengguna_layanan", "topik"))),
    followed=(("video_conference.jumlah", ""),),
)
