"""The kinds of rules that the sources' schemas are made of."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from laporan.clean.schema.engine import Aturan, other_column, write_value
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka, daftar

DIKENAL, BULAN, URUTAN = "nilai dikenal", "tanggal dalam bulan", "urutan waktu"
WAJAR, TUNGGAL, KEMBAR = "nilai wajar", "nilai tunggal", "baris kembar"
TERTEMPEL = "daftar satu kali"
# So many rows that are there again are no chance: a list was put there twice, or is a version.
FEWEST_REPEATED = 5
# So many of the values that a column may have are listed in a message.
LISTED = 8
# What only a fault of the program can bring about.
LAPORKAN = "Ini kesalahan program: laporkan kepada pengembang beserta pesan ini."


def known_values(kolom: str, judul: str, known: Sequence[str], tempat: str = "") -> Aturan:
    """Let a column have values of a list, or none; others are kept and warned of.

    Parameters
    ----------
    kolom, judul
        The column of the table, and as the file heads it.
    known
        The list.
    tempat
        The setting that holds it; empty if the list is the exporting system's own.
    """
    more = f", dan {angka(len(known) - LISTED)} lainnya" if len(known) > LISTED else ""
    listed = ", ".join(known[:LISTED]) + more if more else daftar(known)
    todo = (
        f"Perbaiki di sumbernya, atau tambahkan ke pengaturan {tempat}."
        if tempat
        else "Periksa di sumbernya."
    )
    return Aturan(
        DIKENAL,
        lambda v: v.col_vals_in_set(kolom, [*known, None]),
        (kolom,),
        lambda row: (
            f"“{row[kolom]}” tidak dikenal; tetap dihitung, sebagai kelompok tersendiri. "
            f"Yang dikenal: {listed}. {todo}"
        ),
        judul,
        harapan=f"{judul} salah satu dari {listed}.",
    )


def within_month(kolom: str, judul: str, bulan: Bulan) -> Aturan:
    """Hold that all dates are of the month: cleaning leaves out the others."""
    index = f"_{kolom}"

    def number_months(table: pd.DataFrame) -> pd.DataFrame:
        here = table[kolom].dt
        return table.assign(**{index: here.year * 12 + here.month})

    return Aturan(
        BULAN,
        lambda v: v.col_vals_eq(index, bulan.tahun * 12 + bulan.nomor, pre=number_months),
        (kolom,),
        lambda row: f"{write_value(row[kolom])} bukan tanggal {bulan.label}. {LAPORKAN}",
        judul,
        harapan=f"{judul} dalam {bulan.label}.",
        menghentikan=True,
    )


def not_before(kolom: str, judul: str, earlier: str, earlier_judul: str) -> Aturan:
    """Warn of times that lie before those that they must follow."""
    return Aturan(
        URUTAN,
        lambda v: v.col_vals_ge(kolom, other_column(earlier), na_pass=True),
        (),
        lambda row: (
            f"waktunya mendahului {earlier_judul!r} di baris yang sama; seharusnya sesudahnya. "
            "Periksa di sumbernya."
        ),
        judul,
        harapan=f"{judul} tidak mendahului {earlier_judul}.",
    )


def at_most(kolom: str, judul: str, other: str, other_judul: str) -> Aturan:
    """Warn of counts that exceed what they are a part of."""
    return Aturan(
        WAJAR,
        lambda v: v.col_vals_le(kolom, other_column(other), na_pass=True),
        (kolom, other),
        lambda row: (
            f"{write_value(row[kolom])} melebihi {other_judul!r}, "
            f"{write_value(row[other])}; seharusnya paling banyak sama. Periksa di sumbernya."
        ),
        judul,
        harapan=f"{judul} paling banyak sebesar {other_judul}.",
    )


def between(kolom: str, judul: str, lowest: int, highest: int) -> Aturan:
    """Warn of counts outside of what is plausible."""
    return Aturan(
        WAJAR,
        lambda v: v.col_vals_between(kolom, lowest, highest, na_pass=True),
        (kolom,),
        lambda row: (
            f"{write_value(row[kolom])} tidak wajar; biasanya {angka(lowest)} sampai "
            f"{angka(highest)}. Periksa di sumbernya."
        ),
        judul,
        harapan=f"{judul} antara {angka(lowest)} dan {angka(highest)}.",
    )


def unique(kolom: str, judul: str, saran: str = "Hapus yang keliru.") -> Aturan:
    """Hold that no value is there twice: two figures would have one name.

    Parameters
    ----------
    kolom, judul
        The column of the table, and as the file heads it.
    saran
        What to do about it.
    """
    return Aturan(
        TUNGGAL,
        lambda v: v.rows_distinct(columns_subset=[kolom]),
        (kolom,),
        lambda row: f"“{row[kolom]}” tercatat lebih dari sekali, padahal harus satu kali. {saran}",
        judul,
        harapan=f"{judul} tidak berulang.",
        menghentikan=True,
    )


def no_twins(columns: Sequence[str]) -> Aturan:
    """Warn of rows that are the same in all: each is counted."""
    return Aturan(
        KEMBAR,
        lambda v: v.rows_distinct(columns_subset=list(columns)),
        tuple(columns),
        lambda row: (
            "baris-baris ini sama persis dan masing-masing dihitung. Bila mencatat hal yang sama, "
            "sisakan satu."
        ),
        harapan="Tidak ada dua baris yang sama persis.",
    )


def not_pasted_twice(columns: Sequence[str]) -> Aturan:
    """Stop at a list half of which repeats the other half: it counts twice what was once."""

    def mark(table: pd.DataFrame) -> pd.DataFrame:
        again = table.duplicated(["berkas", *columns])
        of_file = again.groupby(table["berkas"])
        repeated, rows = of_file.transform("sum"), of_file.transform("size")
        pasted = repeated.ge(FEWEST_REPEATED) & (2 * repeated).ge(rows)
        return table.assign(_tertempel=(again & pasted).astype(int))

    return Aturan(
        TERTEMPEL,
        lambda v: v.col_vals_eq("_tertempel", 0, pre=mark),
        (),
        lambda row: (
            "baris-baris ini mengulang baris lain, sedikitnya separuh dari daftarnya. Barangkali "
            "daftarnya tertempel dua kali: hapus baris yang berulang."
        ),
        harapan="Daftar tidak tertempel dua kali.",
        menghentikan=True,
    )
