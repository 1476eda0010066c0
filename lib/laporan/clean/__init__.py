"""From tables of text to cleaned tables, with an account of every row."""

from collections.abc import Callable, Mapping, Sequence

from laporan.clean.advokasi import clean_advokasi
from laporan.clean.email_lapor import clean_email_lapor
from laporan.clean.kegiatan import (
    clean_ppid,
    clean_publikasi,
    clean_tatap_muka,
    clean_video_conference,
    clean_webinar,
)
from laporan.clean.kehadiran import clean_kehadiran
from laporan.clean.ledger import Cleaned
from laporan.clean.media_sosial import clean_media_sosial
from laporan.clean.meta_harian import clean_meta_harian
from laporan.clean.meta_konten import clean_meta_konten
from laporan.clean.situs_halaman import clean_situs_halaman
from laporan.clean.situs_pengunjung import clean_situs_pengunjung
from laporan.clean.survei import clean_survei
from laporan.clean.telepon import clean_telepon
from laporan.clean.tiket import clean_tiket
from laporan.clean.twitter import clean_twitter
from laporan.clean.wa_blast import clean_wa_blast
from laporan.dasar.bulan import Bulan
from laporan.dasar.settings import Settings
from laporan.read.raw_table import RawTable

Cleaner = Callable[[Sequence[RawTable], Bulan, Settings], Cleaned]

# A cleaner a source, by the sources' names.
CLEANERS: Mapping[str, Cleaner] = {
    "tiket": clean_tiket,
    "telepon": clean_telepon,
    "email_lapor": clean_email_lapor,
    "wa_blast": clean_wa_blast,
    "situs_pengunjung": clean_situs_pengunjung,
    "situs_halaman": clean_situs_halaman,
    "meta_harian": clean_meta_harian,
    "meta_konten": clean_meta_konten,
    "twitter": clean_twitter,
    "media_sosial": clean_media_sosial,
    "publikasi": clean_publikasi,
    "webinar": clean_webinar,
    "video_conference": clean_video_conference,
    "kehadiran": clean_kehadiran,
    "tatap_muka": clean_tatap_muka,
    "ppid": clean_ppid,
    "survei": clean_survei,
    "advokasi": clean_advokasi,
}

__all__ = ["CLEANERS", "Cleaned", "Cleaner"]
