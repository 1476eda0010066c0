"""Email Lapor: a list of the mailbox for routine documents, kept by hand."""

from laporan.read.declaration import Isi, Kolom, Setting, Source, Tipe, WithinMonth, needed, unread

SOURCE = Source(
    name="email_lapor",
    label="Email Lapor",
    dari="daftar Email Lapor, diisi sendiri",
    group="bersih-email",
    pattern="email-lapor*.xls*",
    counted="lapor.jumlah",
    workbook=True,
    columns=(
        needed("Tanggal", "Tgl"),
        needed("Pengirim", isi=Isi.ORANG),
        needed("Jenis Dokumen"),
        *unread("No"),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "tanggal email", "Tanggal"),
        Kolom("pengirim", Tipe.BILANGAN_KOSONG, "nomor urut pengirim, bukan namanya", "Pengirim"),
        Kolom(
            "jenis",
            Tipe.TEKS,
            "jenis dokumen; di luar daftar menjadi Lainnya",
            "Jenis Dokumen",
            Setting("email_lapor.jenis"),
        ),
    ),
    checks=(WithinMonth("tanggal"),),
    followed=(("lapor.jumlah", ""),),
)
