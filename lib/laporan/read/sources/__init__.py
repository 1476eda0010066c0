"""The sources, each declared in the module of its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from laporan.read.declaration import Source

# In the order in which findings and books speak of them.
NAMES = (
    "tiket",
    "belum_selesai",
    "telepon",
    "email_lapor",
    "wa_blast",
    "situs_pengunjung",
    "situs_halaman",
    "meta_harian",
    "meta_konten",
    "twitter",
    "media_sosial",
    "publikasi",
    "webinar",
    "video_conference",
    "kehadiran",
    "tatap_muka",
    "ppid",
    "survei",
    "advokasi",
)

SOURCES: Mapping[str, Source] = {name: import_module(f"{__name__}.{name}").SOURCE for name in NAMES}
