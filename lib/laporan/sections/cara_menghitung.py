"""How the figures to decide by are reckoned: their definitions, word for word."""

from __future__ import annotations

import pandas as pd

from laporan.measure import INDIKATOR
from laporan.sections._phrases import NOTHING
from laporan.sections._table import make_table
from laporan.sections._words import caption
from laporan.sections.report import Report
from laporan.show import Display, Markdown
from laporan.show.origin import definition_origin

# What the first page and the sections beside the published ones say, in their order.
DITERANGKAN = (
    *("konsultasi.jumlah", "hari_layanan.jumlah", "tiket.per_hari_layanan"),
    *("tiket.perubahan_kalender", "tiket.perubahan_laju"),
    *("sinyal.tengah", "sinyal.bawah", "sinyal.atas", "sinyal.aturan"),
    *("perkiraan.tiket", "perkiraan.mase"),
    *("sumbangan.perubahan", "sumbangan.peluang"),
    *("cakupan.bagian", "cakupan.baru", "cakupan.kembali", "cakupan.berhenti"),
    *("cakupan.belum_pernah", "cakupan.sepuluh_teratas"),
    *("luar_jam.bagian_konsultasi", "eskalasi.bagian", "eskalasi.selisih"),
    *("balas.median_menit", "balas.p90_menit", "balas.median_menit_kalender"),
    *("balas.dalam_sasaran", "selesai.median_menit", "selesai.p90_menit"),
    *("selesai.dalam_sasaran", "tunggakan.akhir", "ppid.tepat_waktu", "telepon.tingkat_layanan"),
    *("kepuasan.rata_rata", "kepuasan.puas_bagian", "kepuasan.laju_respons"),
    *("kaitan.siaran", "kaitan.diharapkan"),
)


def table_cara_menghitung(lap: Report) -> Display:
    """List the definitions of what this month tells of, figures and reasons alike."""
    told = {*lap.ukuran.tabel["indikator"], *(each.indikator for each in lap.ukuran.tiada)}
    known = [INDIKATOR[key] for key in DITERANGKAN if key in told]
    if not known:
        return NOTHING
    return make_table(
        pd.DataFrame(
            {
                "nama": [each.nama for each in known],
                "definisi": [each.definisi for each in known],
            }
        ),
        name="cara-menghitung",
        rowname="nama",
        labels={"nama": "Ukuran", "definisi": "Cara menghitung"},
        origins=[definition_origin(each.kunci) for each in known],
        caption=caption(
            Markdown("Ukuran yang dinyatakan di halaman pertama dan dalam bagian-bagian ini."),
            Markdown("Definisinya menurut kamus data; semua angka ada dalam ukuran.csv."),
            "kamus data",
        ),
    )
