"""Consultations face to face, kept by hand."""

from laporan.read.declaration import (
    Between,
    Kolom,
    Listed,
    Setting,
    Source,
    Tipe,
    WithinMonth,
    needed,
    unread,
)

SOURCE = Source(
    name="tatap_muka",
    label="Konsultasi tatap muka",
    dari="daftar konsultasi tatap muka, diisi sendiri",
    group="bersih-kegiatan",
    pattern="tatap-muka*.xls*",
    counted="tatap_muka.jumlah",
    workbook=True,
    listed=True,
    columns=(
        needed("Tanggal", "Tgl"),
        needed("Pengguna Layanan"),
        needed("Jumlah Tamu", count=True),
        needed("Topik"),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal kunjungan", "Tanggal"),
        Kolom(
            "pengguna_layanan", Tipe.TEKS, "pemda atau lembaga yang dilayani", "Pengguna Layanan"
        ),
        Kolom("kode_wilayah", Tipe.TEKS, "kode pemda, bila dikenali"),
        Kolom("tamu", Tipe.BILANGAN_KOSONG, "banyaknya tamu", "Jumlah Tamu"),
        Kolom("topik", Tipe.TEKS, "topik yang dibahas; beberapa dipisah koma", "Topik"),
    ),
    checks=(
        WithinMonth("tanggal"),
        Listed(("tanggal", "pengguna_layanan", "tamu", "topik")),
        Between("tamu", 1, Setting("pemeriksaan.tamu_terbanyak")),
    ),
    followed=(("tatap_muka.jumlah", ""), ("tatap_muka.tamu", "")),
)
