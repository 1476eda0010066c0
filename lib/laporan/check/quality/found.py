"""The page's parts about checks: what they found, names of regions, and which were run."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.check.quality.plain_table import Column, table, text
from laporan.check.quality.told import place_of
from laporan.clean.steps import NAMA_DAERAH
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Temuan
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData

FOUND = (
    Column("pemeriksaan", "Pemeriksaan"),
    Column("tingkat", "Tingkat"),
    Column("baris", "Nomor baris"),
    Column("jumlah", "Baris", "nomor"),
    Column("kolom", "Kolom"),
    Column("pesan", "Temuan dan tindakan", "isi"),
)
REGIONS = (
    Column("berkas", "Berkas"),
    Column("kolom", "Kolom"),
    Column("jumlah", "Baris", "nomor"),
    Column("baris", "Nomor baris"),
    Column("pesan", "Nama, saran, dan tindakan", "isi"),
)
CHECKS = (
    Column("nama", "Pemeriksaan"),
    Column("sumber", "Sumber"),
    Column("harapan", "Yang diharapkan"),
    Column("tingkat", "Bila tidak"),
    Column("diperiksa", "Diperiksa", "angka"),
    Column("gagal", "Tidak sesuai", "angka"),
)
# So many row numbers are listed in a cell.
ROWS_LISTED = 20


def findings_part(month: MonthData) -> list[HtmlElement]:
    """List what was found under each file, what blocks first."""
    found = [finding for finding in month.temuan if finding.pemeriksaan != NAMA_DAERAH]
    parts = [E.h2("Yang perlu diperiksa", id="temuan"), _sums(month)]
    groups: dict[str, list[Temuan]] = {}
    for finding in sorted(found, key=lambda each: not each.menghentikan):
        groups.setdefault(place_of(finding), []).append(finding)
    for place, group in groups.items():
        parts += [E.h3(text(place)), table(_rows(group), FOUND, "Temuan", of=place)]
    return parts


def regions_part(month: MonthData) -> list[HtmlElement]:
    """List the names that are no known region, with what may be meant."""
    found = [finding for finding in month.temuan if finding.pemeriksaan == NAMA_DAERAH]
    heading = E.h2("Nama daerah yang tidak dikenal", id="nama-daerah")
    if not found:
        return [heading, E.p("Semua nama daerah dikenal.")]
    total = sum(finding.jumlah for finding in found)
    return [
        heading,
        E.p(
            f"{angka(len(found))} nama pada {angka(total)} baris bukan nama resmi, bentuk pendek "
            "yang umum, atau padanan yang sudah dipastikan. Barisnya tetap dihitung, sebagai "
            "daerah yang tidak dikenal; saran tidak pernah dipakai tanpa dipastikan dalam "
            "pengaturan alias_wilayah."
        ),
        table(_rows(found), REGIONS, "Nama yang tidak dikenal", of="semua sumber"),
    ]


def checks_part(month: MonthData) -> list[HtmlElement]:
    """List the checks that were run, and how many rows or figures failed each."""
    if not month.pemeriksaan:
        return []
    rows = pd.DataFrame(
        [
            {
                "nama": check.nama,
                "sumber": SOURCES[check.sumber].label if check.sumber else "seluruh bulan",
                "harapan": check.harapan,
                "tingkat": check.tingkat,
                "diperiksa": check.diperiksa,
                "gagal": check.gagal,
            }
            for check in month.pemeriksaan
        ]
    )
    return [
        E.h2("Pemeriksaan yang dijalankan", id="pemeriksaan"),
        table(rows, CHECKS, "Pemeriksaan dan hasilnya", of="semua sumber"),
    ]


def _sums(month: MonthData) -> HtmlElement:
    blocking = sum(finding.menghentikan for finding in month.temuan)
    if not month.temuan:
        return E.p("Tidak ada.")
    counts = (
        f"{angka(blocking)} temuan menghentikan dan {angka(len(month.temuan) - blocking)} "
        f"peringatan dari {angka(len(month.pemeriksaan))} pemeriksaan."
    )
    stopped = " Laporan tidak disusun sampai yang menghentikan diperbaiki." if blocking else ""
    return E.p(counts + stopped, CLASS("catatan" if blocking else "redup"))


def _rows(findings: Sequence[Temuan]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "pemeriksaan": finding.pemeriksaan,
                "tingkat": finding.tingkat,
                "berkas": finding.berkas,
                "baris": _numbers(finding),
                "jumlah": angka(finding.jumlah) if finding.jumlah else "",
                "kolom": finding.kolom,
                "pesan": finding.kalimat,
            }
            for finding in findings
        ]
    )


def _numbers(finding: Temuan) -> str:
    listed = ", ".join(map(str, finding.baris[:ROWS_LISTED]))
    return f"{listed}, …" if finding.jumlah > ROWS_LISTED and listed else listed
