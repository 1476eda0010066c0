"""Attendance of video conferences: Microsoft Teams' reports, a file a meeting."""

from laporan.read.declaration import Isi, Kolom, Source, Tipe, WithinMonth, unread

SOURCE = Source(
    name="kehadiran",
    label="Kehadiran video conference (Microsoft Teams)",
    dari="laporan kehadiran Microsoft Teams, satu berkas satu pertemuan",
    unduh="Teams: buka rapatnya di kalender, Attendance (Kehadiran), Download (Unduh); satu "
    "berkas setiap rapat",
    group="bersih-kegiatan",
    pattern="video-conference*.csv",
    extra=True,
    attendance=True,
    # Its tables are found by their shape: their headings are in the language of who exports.
    columns=(*unread("Masuk", "Keluar", "Lama"), *unread("Nama", "Alamat", isi=Isi.ORANG)),
    table=(
        Kolom("tanggal", Tipe.TANGGAL, "hari pertemuan", "Masuk"),
        Kolom("peserta", Tipe.BILANGAN, "peserta yang berbeda"),
        Kolom("durasi_detik", Tipe.BILANGAN_KOSONG, "lama pertemuan"),
    ),
    checks=(WithinMonth("tanggal"),),
)
