"""The rules of each source's cleaned table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from laporan.clean.schema.engine import Aturan
from laporan.clean.schema.rules import (
    at_most,
    between,
    known_values,
    no_twins,
    not_before,
    not_pasted_twice,
    unique,
    within_month,
)
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings

# Deskpro's and Qontak's own lists.
STATUS_TIKET = ("awaiting_agent", "awaiting_user", "resolved", "closed", "hidden", "archived")
STATUS_WA = ("sent", "delivered", "read", "pending", "failed")

Rules = Callable[[Bulan, Settings], Sequence[Aturan]]


def _tiket(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    lists, titles = settings["tiket"], settings["kolom_tiket"]
    untold = "Tidak tercatat"
    topics = [*lists["topik_teknis"], *lists["topik_lain"], untold]
    return [
        unique(
            "nomor",
            "ticket_id",
            "Bila nomornya dibulatkan Excel (1,2E+05), unduh ulang ekspornya dari Deskpro.",
        ),
        within_month("dibuat", "date_created", bulan),
        known_values("status", "status", STATUS_TIKET),
        known_values("kanal", titles["kanal"], [*lists["kanal"], untold], "tiket.kanal"),
        known_values("topik", titles["topik"], topics, "tiket.topik_teknis atau tiket.topik_lain"),
        known_values(
            "kategori", titles["kategori"], [*lists["kategori"], untold], "tiket.kategori"
        ),
        not_before("dibalas", "date_first_agent_reply", "dibuat", "date_created"),
        not_before("selesai", "date_resolved", "dibuat", "date_created"),
    ]


def _by_date(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [within_month("tanggal", "Tanggal", bulan)]


def _list_kept_by_hand(*columns: str) -> Rules:
    def rules(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
        cells = ["tanggal", *columns]
        return [within_month("tanggal", "Tanggal", bulan), no_twins(cells), not_pasted_twice(cells)]

    return rules


def _wa_blast(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        within_month("tanggal", "created_at", bulan),
        known_values("status", "status", STATUS_WA),
    ]


def _situs_halaman(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        unique("halaman", "Page path and screen class"),
        at_most("pengguna", "Active users", "tayangan", "Views"),
    ]


def _meta_konten(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [within_month("diterbitkan", "Publish time", bulan)]


def _twitter(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        within_month("tanggal", "Date", bulan),
        at_most("kunjungan_profil", "user profile clicks", "tayangan", "impressions"),
    ]


def _media_sosial(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    known = settings["media_sosial"]["media"]
    return [
        unique("media", "Media"),
        known_values("media", "Media", known, "media_sosial.media"),
        at_most("akun_desa_baru", "Akun Desa Baru", "akun_desa", "Akun Desa"),
    ]


def _telepon(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        within_month("tanggal", "Date", bulan),
        at_most("dijawab", "panggilan dijawab", "ditawarkan", "panggilan masuk"),
        at_most("ditinggalkan", "panggilan ditinggalkan", "ditawarkan", "panggilan masuk"),
    ]


def _tatap_muka(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        *_list_kept_by_hand("pengguna_layanan", "tamu", "topik")(bulan, settings),
        between("tamu", "Jumlah Tamu", 1, settings["pemeriksaan"]["tamu_terbanyak"]),
    ]


def _survei(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        within_month("tanggal", "Completion time", bulan),
        between("kepuasan", "Kepuasan Layanan", 1, 5),
        between("substansi", "Substansi Jawaban", 1, 5),
    ]


def _advokasi(bulan: Bulan, settings: Settings) -> Sequence[Aturan]:
    return [
        unique("potret", "Potret"),
        within_month("tanggal", "Tanggal", bulan),
        at_most("pegawai", "Jumlah Pegawai", "seluruh_pegawai", "Seluruh Pegawai"),
    ]


SCHEMAS: Mapping[str, Rules] = {
    "tiket": _tiket,
    "telepon": _telepon,
    "email_lapor": _by_date,
    "wa_blast": _wa_blast,
    "situs_pengunjung": lambda bulan, _: [within_month("tanggal", "Date", bulan)],
    "situs_halaman": _situs_halaman,
    "meta_harian": lambda bulan, _: [within_month("tanggal", "Date", bulan)],
    "meta_konten": _meta_konten,
    "twitter": _twitter,
    "media_sosial": _media_sosial,
    "publikasi": _list_kept_by_hand("judul"),
    "webinar": _list_kept_by_hand("kegiatan"),
    "video_conference": _list_kept_by_hand("pengguna_layanan", "topik"),
    "kehadiran": lambda bulan, _: [within_month("tanggal", "Masuk", bulan)],
    "tatap_muka": _tatap_muka,
    "ppid": _list_kept_by_hand("pemohon", "keperluan", "data_diminta"),
    "survei": _survei,
    "advokasi": _advokasi,
}
