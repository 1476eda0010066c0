from dataclasses import replace

import pandas as pd
import pytest

from laporan.clean.ledger import Cleaned
from laporan.clean.schema import check_source
from laporan.clean.schema.dictionary import columns_of_table
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings

JULI = Bulan(2023, 7)
SETTINGS = load_settings()

# A row of each source as the cleaners give it: nothing to be found.
ROWS = {
    "tiket": {
        "nomor": "1", "dibuat": "2023-07-03 10:00+07:00", "dibalas": "2023-07-03 10:05+07:00",
        "selesai": "2023-07-03 11:00+07:00", "balas_deskpro_detik": None,
        "status": "resolved", "kanal": "WhatsApp", "topik": "DAU",
        "kategori": "Akademisi", "pemda": "Kab. Brebes",
        "pemda_tertulis_dikenal": True, "kode_wilayah": "33.29", "provinsi": "Prov. Jawa Tengah",
        "zona": "Barat", "eskalasi": False, "jam_layanan": "Dalam", "agen": "Agen Contoh A",
    },
    "belum_selesai": {
        "nomor": "1", "dibuat": "2023-05-03 10:00+07:00", "status": "awaiting_agent",
        "topik": "DAU",
    },
    "telepon": {
        "tanggal": "2023-07-03", "ditawarkan": 10, "dijawab": 9, "ditinggalkan": 1,
        "dalam_batas": None, "kecepatan_detik": 12.5,
    },
    "email_lapor": {"tanggal": "2023-07-03", "pengirim": 1, "jenis": "DBH"},
    "wa_blast": {
        "kampanye": "Contoh", "tanggal": "2023-07-03", "status": "read", "galat": None,
        "penerima": 1,
    },
    "situs_pengunjung": {
        "tanggal": "2023-07-03", "pengguna": 5, "metrik": "total users", "produk": "GA4",
    },
    "situs_halaman": {"halaman": "/a", "tayangan": 5, "pengguna": 3},
    "meta_harian": {
        "tanggal": "2023-07-03", "media": "Facebook", "metrik": "jangkauan", "nilai": 5,
    },
    "meta_konten": {
        "diterbitkan": "2023-07-03 10:00+07:00", "media": "Facebook", "jenis": "Facebook",
        "jangkauan": 5, "suka": 1, "bagikan": None, "komentar": 0,
    },
    "twitter": {
        "bentuk": "per hari", "tanggal": "2023-07-03", "unggahan": 1, "tayangan": 50,
        "kunjungan_profil": 5,
    },
    "media_sosial": {
        "media": "Twitter", "pengikut": 500, "akun_desa_baru": None, "akun_desa": None,
    },
    "publikasi": {"tanggal": "2023-07-03", "judul": "Buku"},
    "webinar": {"tanggal": "2023-07-03", "kegiatan": "Sosialisasi"},
    "video_conference": {
        "tanggal": "2023-07-03", "pengguna_layanan": "Kota Kendari", "kode_wilayah": "74.71",
        "topik": "DAU",
    },
    "kehadiran": {"tanggal": "2023-07-03", "peserta": 7, "durasi_detik": 1267},
    "tatap_muka": {
        "tanggal": "2023-07-03", "pengguna_layanan": "Kota Kendari", "kode_wilayah": "74.71",
        "tamu": 4, "topik": "DAU",
    },
    "ppid": {
        "tanggal": "2023-07-03", "pemohon": 1, "keperluan": "Penelitian", "data_diminta": "APBD",
        "tanggal_jawab": None, "diperpanjang": None, "hasil": None,
    },
    "survei": {
        "tanggal": "2023-07-03", "agen": "Agen Contoh A", "penilai": 1, "kepuasan": 5,
        "substansi": None,
    },
    "advokasi": {
        "potret": 1, "tanggal": "2023-07-14", "pegawai": 9, "aktivasi": 6, "konten_tersedia": 1,
        "suka_komentar_bagikan": 2, "kreasi_mandiri": 3, "target": 4, "seluruh_pegawai": 90,
        **dict.fromkeys(SETTINGS["advokasi"]["media"], 1),
    },
}  # fmt: skip


@pytest.fixture(scope="session")
def bersih():
    """Make a cleaned source from the usual row with changes, one a row, from row 2 on."""

    def make(sumber, *changes, berkas="berkas.csv", **account):
        rows = [{**ROWS[sumber], **change} for change in changes or ({},)]
        types = columns_of_table(sumber, SETTINGS)
        tabel = pd.DataFrame(rows, columns=list(types)).astype(types)
        counts = {"baris": len(rows), "diambil": len(rows), "ditolak": 0, "dikecualikan": 0}
        return Cleaned(
            sumber=sumber,
            tabel=tabel,
            berkas=pd.DataFrame([{"berkas": berkas, **counts, **account}]),
            dikecualikan=pd.DataFrame(columns=["berkas", "aturan", "jumlah", "contoh_baris"]),
            ditolak=pd.DataFrame(columns=["berkas", "baris", "kolom", "isi", "alasan"]),
            temuan=(),
            asal=pd.DataFrame({"berkas": berkas, "baris": range(2, 2 + len(rows))}),
        )

    return make


@pytest.fixture(scope="session")
def temuan():
    """Check a cleaned source, and give the findings as grade and text."""

    def run(cleaned, **changes):
        changed = {name: {**SETTINGS[name], **values} for name, values in changes.items()}
        result = check_source(cleaned, JULI, {**SETTINGS, **changed})
        return [f"{each.tingkat} [{each.pemeriksaan}] {each}" for each in result.temuan]

    return run


@pytest.fixture(scope="session")
def tanpa_asal():
    """Take the rows' origin from a cleaned source, as of a table that joins rows."""
    return lambda cleaned: replace(cleaned, asal=cleaned.asal.iloc[:0])
