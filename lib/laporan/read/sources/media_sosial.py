"""Followers of the social media, kept by hand: what no export gives."""

from laporan.read.declaration import AtMost, Known, Kolom, Source, Tipe, Unique, needed, unread

SOURCE = Source(
    name="media_sosial",
    label="Pengikut media sosial",
    dari="daftar pengikut dan akun desa, diisi sendiri",
    group="bersih-media-sosial",
    pattern="media-sosial*.xls*",
    workbook=True,
    columns=(
        needed("Media"),
        needed("Pengikut", count=True),
        needed("Akun Desa Baru", count=True),
        needed("Akun Desa", count=True),
        *unread("No"),
    ),
    table=(
        Kolom("media", Tipe.TEKS, "nama media", "Media"),
        Kolom("pengikut", Tipe.BILANGAN_KOSONG, "pengikut pada akhir bulan", "Pengikut"),
        Kolom(
            "akun_desa_baru",
            Tipe.BILANGAN_KOSONG,
            "akun desa yang mulai mengikuti",
            "Akun Desa Baru",
        ),
        Kolom("akun_desa", Tipe.BILANGAN_KOSONG, "akun desa di antara pengikut", "Akun Desa"),
    ),
    checks=(
        Unique("media"),
        Known("media", settings=("media_sosial.media",)),
        AtMost("akun_desa_baru", "akun_desa"),
    ),
    followed=(("media_sosial.pengikut", "media"),),
)
