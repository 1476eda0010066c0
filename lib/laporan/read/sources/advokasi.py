"""Employee advocacy: Power BI's snapshots, one row each."""

from laporan.read.declaration import (
    AtMost,
    Kolom,
    Setting,
    Source,
    Tipe,
    Unique,
    WithinMonth,
    needed,
)

SOURCE = Source(
    name="advokasi",
    label="Employee advocacy (Power BI)",
    dari="Power BI, satu baris satu potret",
    unduh="Power BI: pada tabelnya, More options (Opsi lainnya), Export data (Ekspor data), "
    "Summarized data (.xlsx)",
    group="bersih-survei",
    pattern="advokasi*.xls*",
    workbook=True,
    headings=Setting("advokasi.media"),
    columns=(
        needed("Potret", count=True),
        needed("Tanggal"),
        needed("Jumlah Pegawai", count=True),
        needed("Jumlah Aktivasi", count=True),
        needed("Konten Tersedia", count=True),
        needed("Suka/Komentar/Bagikan", count=True),
        needed("Kreasi Mandiri", count=True),
        needed("Target", count=True),
        needed("Seluruh Pegawai", count=True),
    ),
    table=(
        Kolom("potret", Tipe.BILANGAN, "nomor potret", "Potret"),
        Kolom("tanggal", Tipe.TANGGAL, "tanggal potret", "Tanggal"),
        Kolom("pegawai", Tipe.BILANGAN_KOSONG, "pegawai pelaku advokasi", "Jumlah Pegawai"),
        Kolom("aktivasi", Tipe.BILANGAN_KOSONG, "aktivasi konten", "Jumlah Aktivasi"),
        Kolom(
            "konten_tersedia", Tipe.BILANGAN_KOSONG, "aktivasi konten tersedia", "Konten Tersedia"
        ),
        Kolom(
            "suka_komentar_bagikan",
            Tipe.BILANGAN_KOSONG,
            "suka, komentar, dan bagikan",
            "Suka/Komentar/Bagikan",
        ),
        Kolom("kreasi_mandiri", Tipe.BILANGAN_KOSONG, "kreasi mandiri", "Kreasi Mandiri"),
        Kolom("target", Tipe.BILANGAN_KOSONG, "pegawai yang ditargetkan", "Target"),
        Kolom("seluruh_pegawai", Tipe.BILANGAN_KOSONG, "seluruh pegawai", "Seluruh Pegawai"),
    ),
    checks=(Unique("potret"), WithinMonth("tanggal"), AtMost("pegawai", "seluruh_pegawai")),
)
