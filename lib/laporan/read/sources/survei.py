"""Ratings that users give after a consultation: Microsoft Forms."""

from laporan.read.declaration import Between, Isi, Kolom, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="survei",
    label="Survei kepuasan (Microsoft Forms)",
    dari="Microsoft Forms; nilai 1 sampai 5",
    group="bersih-survei",
    pattern="survei*.xls*",
    workbook=True,
    columns=(
        needed("ID"),
        needed("Completion time"),
        needed("Email", isi=Isi.ORANG),
        needed("Agen", isi=Isi.AGEN),
        needed("Kepuasan Layanan", count=True),
        needed("Substansi Jawaban", count=True),
        *unread("Start time"),
        *unread("Name", isi=Isi.ORANG),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "hari pengisian", "Completion time"),
        Kolom("agen", Tipe.TEKS, "agen yang dinilai", "Agen"),
        Kolom("penilai", Tipe.BILANGAN_KOSONG, "nomor urut penilai, bukan alamatnya", "Email"),
        Kolom("kepuasan", Tipe.BILANGAN_KOSONG, "nilai kepuasan layanan", "Kepuasan Layanan"),
        Kolom("substansi", Tipe.BILANGAN_KOSONG, "nilai substansi jawaban", "Substansi Jawaban"),
    ),
    checks=(WithinMonth("tanggal"), Between("kepuasan", 1, 5), Between("substansi", 1, 5)),
    followed=(("kepuasan.nilai", ""),),
)
