"""Measures: from cleaned tables to the figures of the report, each under its name.

All of it is pure but ``read_riwayat`` and ``read_ukuran``.
"""

from laporan.measure.angka import Angka, Tiada
from laporan.measure.compose import measure
from laporan.measure.edisi.edition_figures import measure_editions
from laporan.measure.identities import violated_identities
from laporan.measure.indikator import INDIKATOR
from laporan.measure.perubahan import change
from laporan.measure.ranking import teratas
from laporan.measure.riwayat import read_riwayat, riwayat_warnings, used_riwayat
from laporan.measure.sources.situs_pengunjung import SeriesBreak, series_break
from laporan.measure.sources.survei import agen_dinilai
from laporan.measure.tiket_topik import KONSULTASI_TEKNIS
from laporan.measure.ukuran import Ukuran
from laporan.measure.ukuran_csv import format_ukuran, read_ukuran
