"""The cleaned tables' columns and types: the data dictionary that the measures rely on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from pointblank import col

from laporan.clean.schema.engine import Aturan, Hasil, run_rules
from laporan.clean.schema.rules import LAPORKAN
from laporan.dasar.settings import Settings

TEKS, YA_TIDAK, YA_TIDAK_KOSONG = "str", "bool", "boolean"
BILANGAN, BILANGAN_KOSONG, PECAHAN = "int64", "Int64", "float64"
TANGGAL, WAKTU = "datetime64[us]", "datetime64[us, Asia/Jakarta]"

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "tiket": {
        "nomor": TEKS,
        "dibuat": WAKTU,
        "dibalas": WAKTU,
        "selesai": WAKTU,
        "status": TEKS,
        "kanal": TEKS,
        "topik": TEKS,
        "kategori": TEKS,
        "pemda": TEKS,
        "pemda_tertulis_dikenal": YA_TIDAK_KOSONG,
        "kode_wilayah": TEKS,
        "provinsi": TEKS,
        "zona": TEKS,
        "eskalasi": YA_TIDAK,
        "jam_layanan": TEKS,
        "agen": TEKS,
    },
    "telepon": {
        "tanggal": TANGGAL,
        "ditawarkan": BILANGAN_KOSONG,
        "dijawab": BILANGAN_KOSONG,
        "ditinggalkan": BILANGAN_KOSONG,
        "kecepatan_detik": PECAHAN,
    },
    "email_lapor": {"tanggal": TANGGAL, "pengirim": BILANGAN_KOSONG, "jenis": TEKS},
    "wa_blast": {
        "kampanye": TEKS,
        "tanggal": TANGGAL,
        "status": TEKS,
        "galat": TEKS,
        "penerima": BILANGAN_KOSONG,
    },
    "situs_pengunjung": {
        "tanggal": TANGGAL,
        "pengguna": BILANGAN,
        "metrik": TEKS,
        "produk": TEKS,
    },
    "situs_halaman": {"halaman": TEKS, "tayangan": BILANGAN, "pengguna": BILANGAN_KOSONG},
    "meta_harian": {"tanggal": TANGGAL, "media": TEKS, "metrik": TEKS, "nilai": BILANGAN},
    "meta_konten": {
        "diterbitkan": WAKTU,
        "media": TEKS,
        "jenis": TEKS,
        "jangkauan": BILANGAN_KOSONG,
        "suka": BILANGAN_KOSONG,
        "bagikan": BILANGAN_KOSONG,
        "komentar": BILANGAN_KOSONG,
    },
    "twitter": {
        "bentuk": TEKS,
        "tanggal": TANGGAL,
        "unggahan": BILANGAN_KOSONG,
        "tayangan": BILANGAN_KOSONG,
        "kunjungan_profil": BILANGAN_KOSONG,
    },
    "media_sosial": {
        "media": TEKS,
        "pengikut": BILANGAN_KOSONG,
        "akun_desa_baru": BILANGAN_KOSONG,
        "akun_desa": BILANGAN_KOSONG,
    },
    "publikasi": {"tanggal": TANGGAL, "judul": TEKS},
    "webinar": {"tanggal": TANGGAL, "kegiatan": TEKS},
    "video_conference": {
        "tanggal": TANGGAL,
        "pengguna_layanan": TEKS,
        "kode_wilayah": TEKS,
        "topik": TEKS,
    },
    "kehadiran": {
        "tanggal": TANGGAL,
        "peserta": BILANGAN,
        "durasi_detik": BILANGAN_KOSONG,
    },
    "tatap_muka": {
        "tanggal": TANGGAL,
        "pengguna_layanan": TEKS,
        "kode_wilayah": TEKS,
        "tamu": BILANGAN_KOSONG,
        "topik": TEKS,
    },
    "ppid": {
        "tanggal": TANGGAL,
        "pemohon": BILANGAN_KOSONG,
        "keperluan": TEKS,
        "data_diminta": TEKS,
    },
    "survei": {
        "tanggal": TANGGAL,
        "agen": TEKS,
        "penilai": BILANGAN_KOSONG,
        "kepuasan": BILANGAN_KOSONG,
        "substansi": BILANGAN_KOSONG,
    },
    # And one a medium of the settings.
    "advokasi": {
        "potret": BILANGAN,
        "tanggal": TANGGAL,
        **dict.fromkeys(
            (
                "pegawai",
                "aktivasi",
                "konten_tersedia",
                "suka_komentar_bagikan",
                "kreasi_mandiri",
                "target",
                "seluruh_pegawai",
            ),
            BILANGAN_KOSONG,
        ),
    },
}


def columns_of_table(sumber: str, settings: Settings) -> dict[str, str]:
    """Give the columns that a source's cleaned table must have, each with its type."""
    media = settings["advokasi"]["media"] if sumber == "advokasi" else []
    return {**COLUMNS[sumber], **dict.fromkeys(media, BILANGAN_KOSONG)}


def check_columns(tabel: pd.DataFrame, sumber: str, settings: Settings) -> Hasil:
    """Check that a cleaned table has its columns, and each its type."""
    wanted = columns_of_table(sumber, settings)
    found = {str(name): str(kind) for name, kind in tabel.dtypes.items()}
    names = list(dict.fromkeys([*wanted, *found]))
    listing = pd.DataFrame(
        {
            "kolom": names,
            "tipe": [found.get(name, "tidak ada") for name in names],
            "seharusnya": [wanted.get(name, "tidak ada") for name in names],
            "berkas": "",
            "baris": 0,
        }
    )
    rule = Aturan(
        "kolom dan tipe",
        lambda v: v.col_vals_eq("tipe", col("seharusnya")),
        ("kolom", "tipe", "seharusnya"),
        lambda row: (
            f"tabel bersih {sumber}, kolom {row['kolom']!r}: tipenya {row['tipe']}, seharusnya "
            f"{row['seharusnya']}. {LAPORKAN}"
        ),
        harapan="Setiap kolom tabel bersih ada, dengan tipe yang ditetapkan.",
        menghentikan=True,
    )
    return run_rules(listing, [rule], sumber)
