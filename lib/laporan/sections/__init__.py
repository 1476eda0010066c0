"""The report's sections: sentences, charts and tables, each from an opened month."""

from laporan.sections.advokasi import (
    sentence_advokasi,
    sentence_konten_advokasi,
    table_advokasi,
    table_akun_advokasi,
)
from laporan.sections.cara_menghitung import table_cara_menghitung
from laporan.sections.data_pribadi import sentence_data_pribadi
from laporan.sections.email_lapor import chart_email_lapor, sentence_email_lapor
from laporan.sections.eskalasi import sentence_eskalasi
from laporan.sections.evaluasi import sentence_evaluasi
from laporan.sections.happened import sentence_peristiwa
from laporan.sections.jangkauan_pemda import sentence_cakupan
from laporan.sections.judul import judul, sentence_contoh
from laporan.sections.kanal import chart_kanal, sentence_konsultasi
from laporan.sections.kanal_topik import table_kanal_topik
from laporan.sections.kecepatan import (
    sentence_balas,
    sentence_selesai,
    sentence_tunggakan,
    table_balas,
    table_tunggakan,
)
from laporan.sections.kepuasan import cards_kepuasan, sentence_kepuasan
from laporan.sections.layanan_email import sentence_layanan_email
from laporan.sections.layanan_lain import sentence_layanan_lain, table_layanan_lain
from laporan.sections.luar_jam import chart_hari_jam, sentence_definisi_jam, sentence_topik_luar_jam
from laporan.sections.luar_konsultasi import (
    sentence_eskalasi_konsultasi,
    sentence_luar_jam_konsultasi,
)
from laporan.sections.media_layanan import table_media_layanan
from laporan.sections.media_sosial import (
    cards_media_sosial,
    chart_pengikut,
    sentence_facebook,
    sentence_instagram,
    sentence_twitter,
)
from laporan.sections.muka import (
    cards_muka,
    sentence_perkiraan,
    sentence_pernyataan,
    sentence_usul,
)
from laporan.sections.mutu import sentence_mutu, table_mutu
from laporan.sections.pemda import chart_provinsi, sentence_pemda, table_pemda
from laporan.sections.pendorong import sentence_pendorong, table_sumbangan
from laporan.sections.pengaduan import sentence_keluhan, sentence_pengaduan
from laporan.sections.pengguna import sentence_pengguna
from laporan.sections.perkembangan import chart_perkembangan, sentence_perkembangan
from laporan.sections.pertemuan import chart_pertemuan
from laporan.sections.pesan import pesan_kepuasan, pesan_pernyataan, pesan_ringkasan
from laporan.sections.ppid import sentence_ppid, table_ppid
from laporan.sections.publikasi import sentence_publikasi, table_publikasi
from laporan.sections.ringkasan import (
    cards_ringkasan,
    sentence_belum_diserahkan,
    sentence_konten_tipikal,
)
from laporan.sections.saring import saring_tiket
from laporan.sections.sebaran_balas import chart_balas
from laporan.sections.semua_penilaian import sentence_penilaian
from laporan.sections.sesudah_siaran import sentence_siaran, table_siaran
from laporan.sections.situs import sentence_situs, table_halaman
from laporan.sections.tatap_muka import (
    sentence_pedoman_tatap_muka,
    sentence_tatap_muka,
    table_tatap_muka,
)
from laporan.sections.telepon import sentence_panggilan, table_panggilan
from laporan.sections.tiket import (
    chart_kanal_bulanan,
    sentence_layanan,
    table_kanal,
)
from laporan.sections.tiket_harian import chart_tiket_harian
from laporan.sections.tindak_lanjut import sentence_diminta, table_tindak_lanjut
from laporan.sections.topik import (
    catatan_topik_teknis,
    chart_topik_lain,
    chart_topik_teknis,
    sentence_topik_lain,
    sentence_topik_teknis,
)
from laporan.sections.video_conference import (
    sentence_video_conference,
    table_video_conference,
)
from laporan.sections.wa_blast import sentence_wa_blast, table_wa_blast
from laporan.sections.webinar import sentence_webinar, table_webinar
from laporan.sections.zona import chart_zona, sentence_jam_layanan, sentence_zona
