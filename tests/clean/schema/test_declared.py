"""Every rule of every source passes on a good row and is seen to fail on a bad one."""

from functools import cache

import pandas as pd
import pytest
from syrupy.assertion import SnapshotAssertion

from laporan.clean import cleaner
from laporan.clean.schema import check_source, rules_of
from laporan.clean.schema.unprinted import HURUF
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import load_settings
from laporan.read.raw_table import RawTable
from laporan.read.sources import SOURCES

JULI, SETTINGS = Bulan(2023, 7), load_settings()
LISTS = ["publikasi", "webinar", "video_conference", "tatap_muka", "ppid"]
AUGUST = {"tanggal": "2023-08-02"}
BROKEN = {
    "tiket nomor": ("tiket", {}, {}),
    "tiket bulan": ("tiket", {"dibuat": "2023-08-01 00:00+07:00", "dibalas": None}),
    "tiket status": ("tiket", {"status": "menunggu"}),
    "tiket kanal": ("tiket", {"nomor": "1", "kanal": "Faks"}, {"nomor": "2", "kanal": "Faks"}),
    "tiket topik": ("tiket", {"topik": "Cukai"}),
    "tiket kategori": ("tiket", {"kategori": "Swasta"}),
    "tiket dibalas": ("tiket", {"dibalas": "2023-07-03 09:59+07:00"}),
    "tiket selesai": ("tiket", {"selesai": "2023-07-02 10:00+07:00"}),
    "belum_selesai nomor": ("belum_selesai", {}, {}),
    "belum_selesai status": ("belum_selesai", {"status": "menunggu"}),
    "belum_selesai topik": ("belum_selesai", {"topik": "Cukai"}),
    "telepon bulan": ("telepon", AUGUST),
    "telepon dijawab": ("telepon", {"dijawab": 11}),
    "telepon ditinggalkan": ("telepon", {"ditinggalkan": 1200}),
    "email_lapor bulan": ("email_lapor", AUGUST),
    "wa_blast bulan": ("wa_blast", AUGUST),
    "wa_blast status": ("wa_blast", {"status": "hilang"}),
    "situs_pengunjung bulan": ("situs_pengunjung", AUGUST),
    "situs_halaman ganda": ("situs_halaman", {}, {}),
    "situs_halaman pengguna": ("situs_halaman", {"pengguna": 6}),
    "meta_harian bulan": ("meta_harian", AUGUST),
    "meta_konten bulan": ("meta_konten", {"diterbitkan": "2023-06-30 23:59+07:00"}),
    "twitter bulan": ("twitter", AUGUST),
    "twitter kunjungan": ("twitter", {"kunjungan_profil": 51}),
    "media_sosial ganda": ("media_sosial", {}, {"pengikut": 7}),
    "media_sosial media": ("media_sosial", {"media": "Threads"}),
    "media_sosial desa": ("media_sosial", {"akun_desa_baru": 9, "akun_desa": 8}),
    "publikasi bulan": ("publikasi", AUGUST),
    "publikasi kembar": ("publikasi", {}, {"judul": "Lain"}, {}),
    "webinar bulan": ("webinar", AUGUST),
    "webinar kembar": ("webinar", {}, {}),
    "video_conference bulan": ("video_conference", AUGUST),
    "video_conference kembar": ("video_conference", {}, {}),
    "kehadiran bulan": ("kehadiran", AUGUST),
    "tatap_muka bulan": ("tatap_muka", AUGUST),
    "tatap_muka kembar": ("tatap_muka", {}, {}),
    "tatap_muka tamu": ("tatap_muka", {"tamu": 51}, {"tamu": 0}, {"tamu": None}),
    "ppid jawab": ("ppid", {"tanggal_jawab": "2023-07-02"}),
    "ppid hasil": ("ppid", {"hasil": "Entah"}),
    "ppid keperluan": ("ppid", {"keperluan": "Utas"}),
    "telepon batas": ("telepon", {"dalam_batas": 10}),
    "ppid bulan": ("ppid", AUGUST),
    "ppid kembar": ("ppid", {}, {}),
    **{f"{name} tertempel": (name, *[{}] * 6) for name in LISTS},
    "survei bulan": ("survei", AUGUST),
    "survei kepuasan": ("survei", {"kepuasan": 6}),
    "survei substansi": ("survei", {"substansi": 0}),
    "advokasi ganda": ("advokasi", {}, {"aktivasi": 7}),
    "advokasi bulan": ("advokasi", AUGUST),
    "advokasi pegawai": ("advokasi", {"pegawai": 91}),
}


@pytest.mark.parametrize("sumber", SOURCES)
def test_a_good_row_has_no_findings_and_every_check_is_told(checked, sumber):
    result = checked(sumber)
    assert result.temuan == ()
    assert len(result.pemeriksaan) == 5 + len(rules_of(sumber, JULI, SETTINGS))
    assert all(check.harapan and check.sumber == sumber for check in result.pemeriksaan)
    assert not any(check.gagal for check in result.pemeriksaan)


@pytest.fixture(scope="module")
def checked(bersih):
    """Check a source's rows, each combination once."""

    @cache
    def run(case):
        sumber, *rows = BROKEN.get(case, (case, {}))
        return check_source(bersih(sumber, *rows), JULI, SETTINGS)

    return run


@pytest.mark.parametrize("case", BROKEN)
def test_a_bad_row_is_found(checked, case, snapshot: SnapshotAssertion):
    found = checked(case).temuan
    assert [f"{each.tingkat} [{each.pemeriksaan}] {each}" for each in found] == snapshot


@pytest.mark.parametrize("sumber", SOURCES)
def test_every_rule_is_seen_to_fail(checked, sumber):
    failed = {
        check.harapan
        for case, (name, *_) in BROKEN.items()
        if name == sumber
        for check in checked(case).pemeriksaan
        if check.gagal
    }
    # Letters are no declared rule: they have tests of their own.
    rules = [check for check in checked(sumber).pemeriksaan[4:] if check.nama != HURUF]
    assert {check.harapan for check in rules} == failed


def test_a_table_that_joins_rows_names_its_file_alone(bersih, temuan, tanpa_asal):
    pages = tanpa_asal(bersih("situs_halaman", {"pengguna": 6}, berkas="situs-halaman.csv"))
    assert temuan(pages) == [
        "peringatan [nilai wajar] situs-halaman.csv, kolom 'Active users': 6 melebihi 'Views', 5; "
        "seharusnya paling banyak sama. Periksa di sumbernya."
    ]


def test_the_settings_lists_and_limits_count(bersih, temuan):
    faks = bersih("tiket", {"kanal": "Faks"})
    assert temuan(faks, tiket={"kanal": ["WhatsApp", "Faks"]}) == []
    guests = bersih("tatap_muka", {"tamu": 60})
    assert temuan(guests, pemeriksaan={"tamu_terbanyak": 60}) == []


def test_an_empty_table_has_nothing_to_be_found(bersih, temuan):
    empty = bersih("publikasi")
    assert temuan(type(empty)(**{**vars(empty), "tabel": empty.tabel.iloc[:0]})) == []


def test_letters_without_a_font_are_told_with_their_rows():
    rows = pd.DataFrame(
        {
            "Tanggal": ["2023-07-03"] * 4,
            "Judul": ["Biasa é", "Jawa ꦏꦴ", "\ue123 aneh", "\uf0b7 😀"],
        },
        index=pd.RangeIndex(2, 6),
        dtype="str",
    )
    cleaned = cleaner("publikasi")([RawTable("publikasi.xlsx", rows)], JULI, SETTINGS)
    found = [
        each for each in check_source(cleaned, JULI, SETTINGS).temuan if each.pemeriksaan == HURUF
    ]
    assert [(each.berkas, each.baris, each.kolom) for each in found] == [
        ("publikasi.xlsx", (3,), "Judul"),
        ("publikasi.xlsx", (4,), "Judul"),
    ]
    assert "[U+A98F] javanese letter ka, [U+A9B4]" in found[0].pesan
    assert "[U+E123]" in found[1].pesan


def test_a_cell_that_is_missing_has_no_letters(bersih, temuan):
    told = temuan(bersih("tiket", {"nomor": "1", "pemda": None}, {"nomor": "2", "pemda": "Kab. ꦏ"}))
    [letters] = [text for text in told if HURUF in text]
    assert "[U+A98F]" in letters
