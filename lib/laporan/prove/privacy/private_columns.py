"""What the columns of the raw exports hold of persons.

What is not declared open here is looked for in everything that leaves ``data/raw/``: a column
that an export gains, or that an analyst adds to a list, is private until somebody says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from laporan.dasar.settings import Settings
from laporan.read.header import fold


class Isi(Enum):
    """What a column's cells hold."""

    TERBUKA = "terbuka"
    """Nothing personal, or what the report is there to print."""
    AGEN = "agen"
    """Names of agents: staff, whom the report may name."""
    ORANG = "orang"
    """Who somebody is: a name, an address, a number."""
    TEKS = "teks"
    """What somebody wrote; it can name anybody."""


# Counts, and what DJPK itself published: no column of theirs is about a person.
WITHOUT_PERSONS = frozenset(
    {
        "telepon", "situs_pengunjung", "situs_halaman", "meta_harian", "meta_konten", "twitter",
        "media_sosial", "publikasi", "webinar", "advokasi",
    }
)  # fmt: skip

_OPEN: Mapping[str, tuple[str, ...]] = {
    "tiket": (
        "ticket_id", "language_id", "language_title", "department_id", "department_title",
        "category_id", "category_title", "priority_id", "priority_title", "workflow_id",
        "workflow_title", "product_id", "product_title", "agent_id", "agent_team_id",
        "organization_id", "organization_name", "linked_chat_id", "email_account_id",
        "email_account_title", "ref", "creation_system", "status", "hidden_status", "is_hold",
        "urgency", "date_created", "date_resolved", "date_archived", "date_first_agent_assign",
        "date_first_agent_reply", "date_last_agent_reply", "date_last_user_reply",
        "date_agent_waiting", "date_user_waiting", "date_status", "total_user_waiting",
        "total_to_first_reply", "date_locked", "has_attachments", "labels",
    ),
    "email_lapor": ("No", "Tanggal", "Jenis Dokumen"),
    "wa_blast": ("campaign", "status", "created_at", "whatsapp_error_message"),
    "video_conference": ("No", "Tanggal", "Pengguna Layanan", "Topik"),
    "kehadiran": ("Masuk", "Keluar", "Lama"),
    "tatap_muka": ("No", "Tanggal", "Pengguna Layanan", "Jumlah Tamu", "Topik"),
    "ppid": ("No", "Tanggal", "Keperluan", "Data Diminta"),
    "survei": ("ID", "Start time", "Completion time", "Kepuasan Layanan", "Substansi Jawaban"),
}  # fmt: skip
_AGENTS: Mapping[str, tuple[str, ...]] = {
    "tiket": ("agent_name", "agent_team_name", "locked_by_agent"),
    "survei": ("Agen",),
}
# Deskpro's keys to a ticket open it for whoever has them; WhatsApp's hold the telephone number.
_PERSONS: Mapping[str, tuple[str, ...]] = {
    "tiket": ("person_id", "auth", "ticket_hash"),
    "wa_blast": ("whatsapp_message_id",),
}
_NAMES_PERSONS = re.compile(
    r"nama|name\b|_name|orang|person|kontak|contact|pengirim|pemohon|sender|user|mail|surel|alamat"
    r"|address|phone|telp|telepon|\bhp\b|\bwa\b|nik\b|npwp|ktp|identitas"
)


def kind_of(sumber: str, kolom: str, settings: Settings) -> Isi:
    """Tell what the cells of a source's column hold of persons."""
    name = fold(kolom)
    own = settings["kolom_tiket"].values() if sumber == "tiket" else ()
    for kind, declared in (
        (Isi.TERBUKA, (*_OPEN.get(sumber, ()), *own, *settings["data_pribadi"]["kolom_terbuka"])),
        (Isi.AGEN, _AGENTS.get(sumber, ())),
        (Isi.ORANG, _PERSONS.get(sumber, ())),
    ):
        if name in map(fold, declared):
            return kind
    if sumber in WITHOUT_PERSONS:
        return Isi.TERBUKA
    return Isi.ORANG if _NAMES_PERSONS.search(name) else Isi.TEKS
