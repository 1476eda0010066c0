"""Ratings that users give after a consultation: Microsoft Forms, or Google Forms."""

from laporan.read.declaration import (
    Between,
    Column,
    Isi,
    Kolom,
    Setting,
    Source,
    Tipe,
    WithinMonth,
    needed,
    unread,
)

SOURCE = Source(
    name="survei",
    label="Survei kepuasan (Microsoft Forms)",
    dari="Microsoft Forms (buku kerja) atau Google Forms (`survei*.csv`); nilai dari 1 sampai "
    "pengaturan `survei.skala`",
    unduh="Microsoft Forms: Responses (Respons), Open results in Excel (Buka hasil di Excel); "
    "atau Google Forms: Responses, Download responses (.csv)",
    group="bersih-survei",
    nomor="ID",
    pattern="survei*.xls*",
    workbook=True,
    # Google Forms exports a CSV.
    text_pattern="survei*.csv",
    columns=(
        Column("ID", isi=Isi.TERBUKA),
        needed("Completion time", "Timestamp", "Stempel waktu", "Cap waktu"),
        Column(
            "Email",
            ("Username", "Nama Pengguna", "Email Address", "Alamat Email"),
            isi=Isi.ORANG,
        ),
        needed("Agen", isi=Isi.AGEN),
        needed("Kepuasan Layanan", count=True),
        needed("Substansi Jawaban", count=True),
        *unread("Start time"),
        *unread("Name", isi=Isi.ORANG),
    ),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "hari pengisian", "Completion time"),
        Kolom("agen", Tipe.TEKS, "agen yang dinilai; beberapa agen dipisahkan titik koma", "Agen"),
        Kolom("penilai", Tipe.BILANGAN_KOSONG, "nomor urut penilai, bukan alamatnya", "Email"),
        Kolom("kepuasan", Tipe.BILANGAN_KOSONG, "nilai kepuasan layanan", "Kepuasan Layanan"),
        Kolom("substansi", Tipe.BILANGAN_KOSONG, "nilai substansi jawaban", "Substansi Jawaban"),
    ),
    checks=(
        WithinMonth("tanggal"),
        Between("kepuasan", 1, Setting("survei.skala")),
        Between("substansi", 1, Setting("survei.skala")),
    ),
    followed=(("kepuasan.nilai", ""),),
)
