"""The page's parts about checks: what they found, names of regions, and which were run."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, E

from laporan.check.quality.plain_table import Column, table, text
from laporan.check.quality.told import place_of
from laporan.clean.koreksi import COLUMNS, ISILAH, SELURUH_BARIS
from laporan.clean.steps import NAMA_DAERAH
from laporan.dasar.indonesian import angka, persen, tanggal
from laporan.dasar.temuan import Temuan
from laporan.read.folder import KOREKSI
from laporan.read.sources import SOURCES
from laporan.store.month_data import MonthData

FOUND = (
    Column("tempat", "Berkas"),
    Column("pemeriksaan", "Pemeriksaan"),
    Column("tingkat", "Tingkat"),
    Column("baris", "Nomor baris"),
    Column("jumlah", "Baris", "nomor"),
    Column("kolom", "Kolom"),
    Column("pesan", "Temuan dan tindakan", "isi"),
    Column("pengaruh", "Pengaruh"),
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
CORRECTIONS = (
    Column("sumber", "Sumber"),
    Column("tempat", "Berkas"),
    Column("baris", "Nomor baris", "nomor"),
    Column("kolom", "Kolom"),
    Column("lama", "Lama", "isi"),
    Column("baru", "Baru", "isi"),
    Column("alasan", "Alasan", "isi"),
    Column("tanggal", "Tanggal"),
)
# So many row numbers are listed in a cell.
ROWS_LISTED = 20


def findings_part(month: MonthData) -> list[HtmlElement]:
    """List what was found under each file, what blocks first."""
    found = [finding for finding in month.temuan if finding.pemeriksaan != NAMA_DAERAH]
    parts = [E.h2("Yang perlu diperiksa", id="temuan"), _sums(month)]
    if found:
        ordered = sorted(found, key=lambda each: (not each.menghentikan, not each.menahan))
        rows = _rows(ordered).assign(
            tempat=[text(place_of(each)) for each in ordered],
            pengaruh=[_effect(each, month) for each in ordered],
        )
        parts.append(table(rows, FOUND, "Temuan", of="semua sumber"))
    return parts


def _effect(finding: Temuan, month: MonthData) -> str:
    """Say how much of its source a finding can touch at most, where that is known."""
    own = month.berkas[month.berkas["sumber"] == finding.sumber]
    taken = int(own["diambil"].sum())
    if finding.menghentikan or finding.menahan or not finding.sumber:
        return ""
    if not 0 < finding.jumlah <= taken or not finding.baris:
        return ""
    return (
        f"paling banyak {persen(100 * finding.jumlah / taken)} dari "
        f"{angka(taken)} baris {SOURCES[finding.sumber].label}"
    )


def regions_part(month: MonthData) -> list[HtmlElement]:
    """List the names that are no known region, with what may be meant."""
    found = [finding for finding in month.temuan if finding.pemeriksaan == NAMA_DAERAH]
    if not found:
        return [E.p("Semua nama daerah dikenal.")]
    heading = E.h2("Nama daerah yang tidak dikenal", id="nama-daerah")
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


def corrections_part(month: MonthData) -> list[HtmlElement]:
    """List what was corrected before it was cleaned, and the corrections that are offered."""
    parts = []
    if len(month.koreksi):
        rows = month.koreksi.assign(
            sumber=[SOURCES[name].label for name in month.koreksi["sumber"]],
            tanggal=[tanggal(date.fromisoformat(day)) for day in month.koreksi["tanggal"]],
            tempat=[_place(row) for row in month.koreksi.to_dict("records")],
        )
        parts += [
            E.h2("Koreksi atas ekspor", id="koreksi"),
            E.p(
                f"{angka(len(rows))} koreksi dari {KOREKSI} dipakai. Ekspornya tetap; "
                f"baris berkolom {SELURUH_BARIS} dikeluarkan menurut aturan “koreksi”. Isi kolom "
                "yang dapat memuat data pribadi hanya tampak bentuknya."
            ),
            table(rows, CORRECTIONS, "Yang dikoreksi sebelum dibersihkan", of="semua sumber"),
        ]
    return parts + _offers(month)


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


def _offers(month: MonthData) -> list[HtmlElement]:
    lines = [f"{line},," for finding in month.temuan for line in finding.usulan]
    if not lines:
        return []
    return [
        E.h2("Usulan koreksi", id="usulan-koreksi"),
        E.p(
            f"Yang ditanyakan di atas dapat dijawab dengan baris-baris ini di {KOREKSI}, di folder "
            f"ekspor bulan itu. Periksa setiap baris, ganti {ISILAH}, dan isi kolom oleh dan "
            "tanggal; yang memang benar di ekspornya tidak disalin."
        ),
        E.pre(text("\n".join([",".join(COLUMNS), *dict.fromkeys(lines)])), CLASS("gulung"),
              {"tabindex": "0", "role": "region", "aria-label": "Baris koreksi untuk disalin"}),
    ]  # fmt: skip


def _place(row: Mapping[Hashable, Any]) -> str:
    """Say in which file and sheet a row stands."""
    return f"{row['berkas']}, lembar {row['lembar']}" if row["lembar"] else str(row["berkas"])


def _sums(month: MonthData) -> HtmlElement:
    blocking = sum(finding.menghentikan for finding in month.temuan)
    if not month.temuan:
        return E.p("Tidak ada.")
    held = sum(finding.menahan for finding in month.temuan)
    withheld = f", {angka(held)} menahan sumbernya," if held else ""
    counts = (
        f"{angka(blocking)} temuan menghentikan{withheld} dan "
        f"{angka(len(month.temuan) - blocking - held)} peringatan dari "
        f"{angka(len(month.pemeriksaan))} pemeriksaan."
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
