"""Figures against each other, and lists against the figures that count them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from laporan.clean.schema import Aturan, Hasil, other_column, run_rules
from laporan.clean.schema.rules import LAPORKAN
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.measure import Ukuran, violated_identities
from laporan.measure.identities import IDENTITIES
from laporan.measure.identity import Violation
from laporan.read.sources import SOURCES

SELURUHNYA, DAFTAR = "bagian sama dengan keseluruhan", "daftar sama dengan angkanya"
# The figure that counts the rows of a source's table.
COUNTS = {name: source.counted for name, source in SOURCES.items() if source.counted}
# The figure that adds up a column of a source's table.
SUMS = {("tatap_muka", "tamu"): "tatap_muka.tamu"}


def check_identities(ukuran: Ukuran) -> Hasil:
    """Check that parts equal the whole, and that comparisons are the other months' figures."""
    violations = violated_identities(ukuran.tabel, ukuran.bulan)
    check = Pemeriksaan(
        SELURUHNYA,
        "Bagian-bagian suatu angka menjumlah ke keseluruhannya, dan pembanding sama dengan angka "
        "bulannya.",
        menghentikan=True,
        diperiksa=len(IDENTITIES),
        gagal=len(violations),
    )
    return Hasil(tuple(_violation(each, ukuran.bulan) for each in violations), (check,))


def check_lists(tables: Mapping[str, pd.DataFrame], ukuran: Ukuran) -> Hasil:
    """Check that what a section lists is what its figure counts."""
    rows = [(name, key, len(tables[name])) for name, key in COUNTS.items() if name in tables]
    rows += [
        (name, key, int(tables[name][column].sum()))
        for (name, column), key in SUMS.items()
        if name in tables and ukuran.nilai(key) is not None
    ]
    listing = pd.DataFrame(
        [(name, key, count, ukuran.nilai(key), "", 0) for name, key, count in rows],
        columns=["sumber", "angka", "daftar", "nilai", "berkas", "baris"],
    )
    rule = Aturan(
        DAFTAR,
        lambda v: v.col_vals_eq("daftar", other_column("nilai")),
        ("sumber", "angka", "daftar", "nilai"),
        lambda row: (
            f"{SOURCES[row['sumber']].label}: daftarnya berisi {angka(row['daftar'])}, tetapi "
            f"{row['angka']} = {angka(row['nilai'])}. {LAPORKAN}"
        ),
        harapan="Yang didaftar (kunjungan, tamu, pertemuan, tiket, …) sebanyak angkanya.",
        menghentikan=True,
    )
    return run_rules(listing, [rule])


def _violation(violation: Violation, bulan: Bulan) -> Temuan:
    if violation.identity.ours:
        todo = (
            f"Hapus data/processed/{bulan} lalu ulangi; bila tetap, laporkan kepada pengembang "
            "beserta pesan ini."
        )
        return Temuan(SELURUHNYA, f"angka bertentangan: {violation}. {todo}", menghentikan=True)
    return Temuan(
        SELURUHNYA,
        f"sumber bertentangan dengan dirinya sendiri: {violation}. Periksa ekspornya.",
    )
