"""The list of the sources: their files, their columns, and where they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from laporan.read.header import Columns


@dataclass(frozen=True)
class Source:
    """One of the exports that a month can have.

    Parameters
    ----------
    name, label
        The name in the code and in file names, and the one that readers see.
    group
        The cleaning notebook that it belongs to.
    pattern
        The pattern of its files' names; several files are joined.
    columns
        What its header must and can have.
    workbook
        Whether it is a workbook, not a CSV.
    stacked
        Whether one file can hold several tables, each with its own title and header.
    numeric
        Columns that hold counts: a spreadsheet could have turned them into dates, and a file's
        marks for thousands and decimals show in them.
    page_rows
        The number of rows at which the exporting system cuts a file off.
    extra
        Whether it only adds to what other sources say, and is not missed where it is absent.
    attendance
        Whether its files are attendance reports of meetings.
    """

    name: str
    label: str
    group: str
    pattern: str
    columns: Columns
    workbook: bool = False
    stacked: bool = False
    numeric: tuple[str, ...] = ()
    page_rows: int | None = None
    extra: bool = False
    attendance: bool = False


# What Avaya CMS's reports, as they are set up here and there, call their columns.
CALL_DAYS = ("Date", "Tanggal")
OFFERED = (
    "Calls Offered", "Offered", "Offered Calls", "Inbound Calls", "Total Calls",
    "Panggilan Masuk", "Ditawarkan",
)  # fmt: skip
ANSWERED = (
    "ACD Calls", "Calls Answered", "Answered", "Answered Calls", "Ans Calls",
    "Panggilan Dijawab", "Dijawab", "Terjawab",
)  # fmt: skip
ABANDONED = (
    "Aban Calls", "Calls Abandoned", "Abandoned", "Abandoned Calls", "Abandon Calls",
    "Panggilan Ditinggalkan", "Ditinggalkan", "Tidak Terjawab",
)  # fmt: skip
ANSWER_SPEED = (
    "Avg Speed Ans", "Avg Speed Answer", "Avg Speed of Answer", "Average Speed of Answer",
    "Average Speed Answer", "Avg Ans Speed", "ASA", "Kecepatan Jawab", "Rata-rata Kecepatan Jawab",
)  # fmt: skip
SKILL = ("Split/Skill", "Skill", "VDN")


def _by_hand(
    name: str, label: str, group: str, *columns: str, numeric: tuple[str, ...] = ()
) -> Source:
    required = tuple((column,) for column in columns)
    pattern = f"{name.replace('_', '-')}*.xls*"
    return Source(name, label, group, pattern, Columns(required), workbook=True, numeric=numeric)


_ALL = (
    Source(
        "tiket",
        "Tiket konsultasi (Deskpro)",
        "bersih-tiket",
        "tiket*.csv",
        # The custom fields' titles are the analysts' settings: see `laporan.read.folder`.
        Columns(
            (
                ("ticket_id",),
                ("status",),
                ("hidden_status",),
                ("agent_name",),
                ("date_created",),
                ("date_first_agent_reply",),
                ("date_resolved",),
            )
        ),
        page_rows=1024,
    ),
    Source(
        "telepon",
        "Panggilan telepon (Avaya CMS)",
        "bersih-tiket",
        "telepon*.csv",
        Columns(
            (CALL_DAYS, ANSWERED, (*ABANDONED, *OFFERED)),
            (*ANSWER_SPEED, *SKILL),
        ),
        numeric=(*OFFERED, *ANSWERED, *ABANDONED),
        extra=True,
    ),
    _by_hand("email_lapor", "Email Lapor", "bersih-email", "Tanggal", "Pengirim", "Jenis Dokumen"),
    Source(
        "wa_blast",
        "WhatsApp Blast (Qontak)",
        "bersih-email",
        "wa-blast*.csv",
        Columns(
            (
                ("campaign",),
                ("contact_phone_number",),
                ("status",),
                ("created_at",),
                ("whatsapp_error_message",),
            ),
            ("whatsapp_message_id",),
        ),
    ),
    Source(
        "situs_pengunjung",
        "Pengunjung website (Google Analytics)",
        "bersih-situs",
        "situs-pengunjung*.csv",
        Columns((("Date", "Day Index", "Nth day"), ("Total users", "Active users", "Users"))),
        stacked=True,
        numeric=("Total users", "Active users", "Users"),
    ),
    Source(
        "situs_halaman",
        "Halaman website (Google Analytics)",
        "bersih-situs",
        "situs-halaman*.csv",
        Columns(
            (
                ("Page path and screen class", "Page title and screen class"),
                ("Views",),
                ("Active users",),
            ),
            ("Views per active user", "Average engagement time per active user"),
        ),
        stacked=True,
        numeric=("Views", "Active users"),
    ),
    Source(
        "meta_harian",
        "Facebook dan Instagram harian (Meta)",
        "bersih-media-sosial",
        "meta-harian*.csv",
        Columns((("Date",), ("Primary",))),
        stacked=True,
        numeric=("Primary",),
    ),
    Source(
        "meta_konten",
        "Unggahan Facebook dan Instagram (Meta)",
        "bersih-media-sosial",
        "meta-konten*.csv",
        # The columns of this export vary by month; only these make it countable.
        Columns(
            (("Publish time",), ("Post type",), ("Reach",)),
            ("Post ID", "Likes", "Shares", "Comments"),
        ),
        numeric=("Reach", "Likes", "Shares", "Comments"),
    ),
    Source(
        "twitter",
        "Twitter (X Analytics)",
        "bersih-media-sosial",
        "twitter*.csv",
        Columns(
            (("time", "Date"), ("impressions",), ("user profile clicks",)),
            ("Tweet id", "Tweets published", "engagement rate"),
        ),
        numeric=("impressions", "user profile clicks"),
    ),
    _by_hand(
        "media_sosial",
        "Pengikut media sosial",
        "bersih-media-sosial",
        "Media",
        "Pengikut",
        "Akun Desa Baru",
        "Akun Desa",
        numeric=("Pengikut", "Akun Desa Baru", "Akun Desa"),
    ),
    _by_hand("publikasi", "Publikasi website", "bersih-kegiatan", "Tanggal", "Judul"),
    _by_hand("webinar", "Webinar", "bersih-kegiatan", "Tanggal", "Kegiatan"),
    _by_hand(
        "video_conference",
        "Video conference",
        "bersih-kegiatan",
        "Tanggal",
        "Pengguna Layanan",
        "Topik",
    ),
    # Its tables are found by their shape: their headings are in the language of who exports.
    Source(
        "kehadiran",
        "Kehadiran video conference (Microsoft Teams)",
        "bersih-kegiatan",
        "video-conference*.csv",
        Columns(()),
        extra=True,
        attendance=True,
    ),
    _by_hand(
        "tatap_muka",
        "Konsultasi tatap muka",
        "bersih-kegiatan",
        "Tanggal",
        "Pengguna Layanan",
        "Jumlah Tamu",
        "Topik",
        numeric=("Jumlah Tamu",),
    ),
    _by_hand(
        "ppid",
        "Permohonan informasi publik (PPID)",
        "bersih-kegiatan",
        "Tanggal",
        "Pemohon",
        "Keperluan",
        "Data Diminta",
    ),
    _by_hand(
        "survei",
        "Survei kepuasan (Microsoft Forms)",
        "bersih-survei",
        "ID",
        "Completion time",
        "Email",
        "Agen",
        "Kepuasan Layanan",
        "Substansi Jawaban",
        numeric=("Kepuasan Layanan", "Substansi Jawaban"),
    ),
    # The columns of the media are the analysts' settings: see `laporan.read.folder`.
    _by_hand(
        "advokasi",
        "Employee advocacy (Power BI)",
        "bersih-survei",
        "Potret",
        "Tanggal",
        "Jumlah Pegawai",
        "Jumlah Aktivasi",
        "Konten Tersedia",
        "Suka/Komentar/Bagikan",
        "Kreasi Mandiri",
        "Target",
        "Seluruh Pegawai",
        numeric=(
            "Potret",
            "Jumlah Pegawai",
            "Jumlah Aktivasi",
            "Konten Tersedia",
            "Suka/Komentar/Bagikan",
            "Kreasi Mandiri",
            "Target",
            "Seluruh Pegawai",
        ),
    ),
)

SOURCES: Mapping[str, Source] = {source.name: source for source in _ALL}
