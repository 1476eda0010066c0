"""The sources of the report: their files, their columns, and who they come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from laporan.errors import LaporanError
from laporan.read.header import Columns
from laporan.settings import Settings


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
        Columns that hold numbers which a spreadsheet could have turned into dates.
    page_rows
        The number of rows at which the exporting system cuts a file off.
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


def _by_hand(name: str, label: str, group: str, *columns: str) -> Source:
    required = tuple((column,) for column in columns)
    return Source(
        name, label, group, f"{name.replace('_', '-')}*.xls*", Columns(required), workbook=True
    )


_ALL = (
    Source(
        "tiket",
        "Tiket konsultasi (Deskpro)",
        "bersih-tiket",
        "tiket*.csv",
        # The custom fields' titles are the analysts' settings: see `columns_of`.
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
            )
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
            )
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
        Columns((("Publish time",), ("Post type",), ("Reach",)), ("Likes", "Shares", "Comments")),
        numeric=("Reach", "Likes", "Shares", "Comments"),
    ),
    Source(
        "twitter",
        "Twitter (X Analytics)",
        "bersih-media-sosial",
        "twitter*.csv",
        Columns(
            (("time", "Date"), ("impressions",), ("user profile clicks",)),
            ("Tweet id", "Tweets published"),
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
    _by_hand(
        "tatap_muka",
        "Konsultasi tatap muka",
        "bersih-kegiatan",
        "Tanggal",
        "Pengguna Layanan",
        "Jumlah Tamu",
        "Topik",
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
    ),
    # The columns of the media are the analysts' settings: see `columns_of`.
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
    ),
)

SOURCES: Mapping[str, Source] = {source.name: source for source in _ALL}
# Prose, which is no table and is read by the report itself.
CATATAN = "catatan.md"


def columns_of(source: Source, settings: Settings) -> Columns:
    """Give a source's columns, with those that the analysts' settings name."""
    added: list[str] = []
    if source.name == "tiket":
        added = list(settings["kolom_tiket"].values())
    if source.name == "advokasi":
        added = list(settings["advokasi"]["media"])
    return Columns(
        (*source.columns.required, *((name,) for name in added)), source.columns.optional
    )


def check_folder(folder: Path) -> None:
    """Refuse a month without a folder, and name those that there are.

    Raises
    ------
    LaporanError
        If there is no such folder.
    """
    if folder.is_dir():
        return
    months = sorted(path.name for path in folder.parent.glob("20??-??") if path.is_dir())
    raise LaporanError(
        f"Folder bulan {folder.name} tidak ada: {folder}. "
        f"Bulan yang ada: {', '.join(months) or '(belum ada)'}. "
        "Buat folder itu dan taruh ekspor mentahnya di dalamnya."
    )


def find_files(folder: Path, source: Source) -> list[Path]:
    """List a source's files in a month's folder, `tiket-2` before `tiket-10`.

    Raises
    ------
    LaporanError
        If a link leads out of the folder: what it points to is not part of the month.
    """
    found = [
        path
        for path in folder.iterdir()
        if fnmatch(path.name.casefold(), source.pattern) and not path.is_dir()
    ]
    for path in found:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise LaporanError(
                f"{path.name} hanyalah tautan ke luar folder {folder.name}. "
                "Salin berkas aslinya ke dalam folder bulan itu."
            )
    return sorted(found, key=_natural_order)


def unknown_files(folder: Path) -> list[str]:
    """List the files of a month's folder that belong to no source, such as misspelt ones."""
    known = {path for source in _ALL for path in find_files(folder, source)}
    return sorted(
        path.name
        for path in folder.iterdir()
        if path not in known
        and path.name not in {CATATAN, "CONTOH"}
        and not path.name.startswith((".", "~$"))
    )


def _natural_order(path: Path) -> list[tuple[int, str]]:
    parts = re.findall(r"\d+|\D+", path.stem.casefold(), flags=re.ASCII)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
