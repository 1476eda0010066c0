"""What a file's account tells: rows that could not be read, files of which nothing was taken."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from laporan.clean.ledger import EXAMPLES, Cleaned
from laporan.clean.other_months import BULAN_LAIN
from laporan.clean.repeats import GANDA
from laporan.clean.schema.engine import Hasil
from laporan.clean.schema.rules import FEWEST_REPEATED
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka, daftar
from laporan.dasar.settings import Settings
from laporan.dasar.temuan import KEPT, Pemeriksaan, Temuan
from laporan.read.sources import SOURCES
from laporan.read.workbook import LEMBAR_LAIN

TERBACA, TERPAKAI = "baris terbaca", "berkas terpakai"
# The settings of how many percent of a file may be rejected, where they are few rows or many.
FEW_LIMIT, MANY_LIMIT = "ditolak_menghentikan_persen", "ditolak_banyak_menghentikan_persen"
# What to do about rows of a list kept by hand that were rejected for such a reason.
_REMEDIES = {
    "tanggal tidak terbaca": "Tulislah satu tanggal di setiap baris, misalnya 5 Juli 2023.",
    "tanggal kosong": "Isilah tanggalnya, misalnya 5 Juli 2023.",
}
ANY_REMEDY = "Perbaiki di sumbernya."
SEIMBANG = "tidak ada baris yang hilang"


def check_account(cleaned: Cleaned, bulan: Bulan, settings: Settings) -> Hasil:
    """Check the account of a source's files."""
    limits = settings["pemeriksaan"]
    findings = [
        *_rejected_rows(cleaned),
        *_rejected_files(cleaned, limits),
        *_mostly_repeated(cleaned),
        *_unused_files(cleaned, bulan),
    ]
    rows, files = cleaned.berkas["baris"].sum(), len(cleaned.berkas)
    unused = sum(finding.pemeriksaan == TERPAKAI for finding in findings)
    return Hasil(
        tuple(findings),
        (
            Pemeriksaan(
                SEIMBANG,
                "Baris setiap berkas = diambil + ditolak + dikecualikan.",
                cleaned.sumber,
                menghentikan=True,
                diperiksa=files,
            ),
            Pemeriksaan(
                TERBACA,
                f"Setiap baris terbaca; lebih dari {limits[FEW_LIMIT]}% yang ditolak menghentikan "
                f"laporan, dan bila banyak, lebih dari {limits[MANY_LIMIT]}%.",
                cleaned.sumber,
                diperiksa=int(rows),
                gagal=len(cleaned.ditolak),
            ),
            Pemeriksaan(
                TERPAKAI,
                f"Setiap berkas memuat baris {bulan.label}.",
                cleaned.sumber,
                diperiksa=files,
                gagal=unused,
            ),
        ),
    )


def _rejected_rows(cleaned: Cleaned) -> list[Temuan]:
    """Tell of rejected rows, one finding a file, column and reason, with what stands there."""
    groups = cleaned.ditolak.groupby(["berkas", "kolom", "alasan"], sort=False)
    return [
        Temuan(
            TERBACA,
            f"{alasan}{_quoted(part['isi'])}; ditolak dan tidak ikut dihitung. "
            f"{_remedy(cleaned.sumber, str(alasan))}",
            sumber=cleaned.sumber,
            berkas=str(berkas),
            kolom=str(kolom),
            baris=tuple(int(number) for number in part["baris"].head(KEPT)),
            jumlah=len(part),
        )
        for (berkas, kolom, alasan), part in groups
    ]


def _remedy(sumber: str, alasan: str) -> str:
    by_hand = SOURCES[sumber].workbook
    return _REMEDIES.get(alasan, ANY_REMEDY) if by_hand else ANY_REMEDY


def _rejected_files(cleaned: Cleaned, limits: Mapping[str, int]) -> list[Temuan]:
    """Block files with too many rows that could not be read: whatever they count is wrong."""
    return [
        Temuan(
            TERBACA,
            f"{angka(row['ditolak'])} dari {angka(row['baris'])} baris ditolak, lebih dari "
            f"{limits[name]}% yang dibolehkan (pengaturan pemeriksaan.{name}). "
            "Ekspor ulang berkasnya, atau perbaiki baris-baris itu di sumbernya.",
            menghentikan=True,
            sumber=cleaned.sumber,
            berkas=row["berkas"],
        )
        for row in cleaned.berkas.to_dict("records")
        for name in [FEW_LIMIT if row["ditolak"] < limits["ditolak_banyak"] else MANY_LIMIT]
        if row["ditolak"] * 100 > row["baris"] * limits[name]
    ]


def _mostly_repeated(cleaned: Cleaned) -> list[Temuan]:
    """Stop at a list most of which another has, too: it is a version of that one, changed."""
    if not SOURCES[cleaned.sumber].workbook:
        return []
    rules = cleaned.dikecualikan
    repeated = rules[rules["aturan"].eq(GANDA)].set_index("berkas")["jumlah"]
    account = cleaned.berkas.set_index("berkas")
    return [
        Temuan(
            "satu daftar satu versi",
            f"{angka(count)} barisnya sudah ada di berkas lain, dan {angka(taken)} lagi tidak. "
            "Barangkali dua versi dari daftar yang sama, sehingga baris yang diubah terhitung dua "
            "kali. Sisakan satu versi, atau hapus baris yang kembar.",
            menghentikan=True,
            sumber=cleaned.sumber,
            berkas=str(berkas),
        )
        for berkas, count in repeated.items()
        for taken in [account["diambil"][str(berkas)]]
        if len(account) > 1 and 0 < taken < count and count >= FEWEST_REPEATED
    ]


def _unused_files(cleaned: Cleaned, bulan: Bulan) -> list[Temuan]:
    """Tell of files with rows of which none was taken: another month's, or another file's."""
    account = cleaned.berkas
    unused = account[account["diambil"].eq(0) & account["dikecualikan"].gt(0)]
    alone = account["diambil"].sum() == 0
    # A list kept by hand may rightly have nothing of a month; an export of it never.
    blocks = bool(alone and not SOURCES[cleaned.sumber].workbook)
    return [
        _unused(row, _rules_of(cleaned.dikecualikan, row["berkas"]), bulan, cleaned.sumber, blocks)
        for row in unused.to_dict("records")
    ]


def _rules_of(rules: pd.DataFrame, berkas: str) -> dict[str, int]:
    here = rules[rules["berkas"].eq(berkas)]
    return {
        str(rule): int(count) for rule, count in zip(here["aturan"], here["jumlah"], strict=True)
    }


def _unused(
    row: Mapping[Hashable, Any], rules: dict[str, int], bulan: Bulan, sumber: str, blocks: bool
) -> Temuan:
    counted = daftar(f"{angka(count)} {rule}" for rule, count in rules.items())
    found = f"tidak satu pun dari {angka(row['baris'])} barisnya dipakai ({counted})."
    if {BULAN_LAIN, LEMBAR_LAIN} <= set(rules):
        todo = f"Barangkali lembar {bulan.label} bukan yang pertama; taruh di depan."
    elif BULAN_LAIN in rules:
        todo = (
            f"Pastikan berkas ini memang untuk {bulan.label}; bila bukan, ganti dengan yang benar."
        )
    elif GANDA in rules:
        todo = "Semua barisnya sudah ada di berkas lain; hapus salah satunya bila memang kembar."
    elif LEMBAR_LAIN in rules:
        todo = "Lembar yang pertama kosong; taruh lembar bulan ini di depan."
    else:
        todo = "Periksa isinya."
    return Temuan(
        TERPAKAI,
        f"{found} {todo}",
        menghentikan=(blocks and BULAN_LAIN in rules) or LEMBAR_LAIN in rules,
        sumber=sumber,
        berkas=str(row["berkas"]),
    )


def _quoted(isi: pd.Series[str]) -> str:
    values = [value for value in isi.unique() if value]
    listed = ", ".join(f"“{value}”" for value in values[:EXAMPLES])
    return f": {listed}{', …' if len(values) > EXAMPLES else ''}" if listed else ""
