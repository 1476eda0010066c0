"""The month before as it was published, against what is now known of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from laporan.clean.schema import Hasil
from laporan.dasar.indonesian import angka
from laporan.dasar.temuan import Pemeriksaan, Temuan
from laporan.measure import Angka, Ukuran, read_ukuran
from laporan.measure.angka import figures_of
from laporan.measure.identities import PREVIOUS

REVISI = "bulan lalu seperti yang diterbitkan"


def read_published(path: Path) -> pd.DataFrame | None:
    """Read the figures of a month as its report printed them; None where it has none.

    Raises
    ------
    LaporanError
        If the file is not what a report writes.
    """
    return read_ukuran(path) if path.is_file() else None


def check_revision(ukuran: Ukuran, published: pd.DataFrame | None) -> Hasil:
    """Check that this month's base is the month before's own printed figure.

    A figure that differs is told, as a notice of revision: the old one, and what it is now.
    """
    if published is None:
        return Hasil()
    month = ukuran.bulan.previous
    printed = {row.key: row for row in figures_of(published) if row.bulan == str(month)}
    pairs = [(row, printed[key]) for key, row in _bases(ukuran) if key in printed]
    revised = [(now, then) for now, then in pairs if now.nilai != then.nilai]
    check = Pemeriksaan(
        REVISI,
        f"Pembanding {month.label} sama dengan angka dalam laporan {month.label} sendiri.",
        diperiksa=len(pairs),
        gagal=len(revised),
    )
    return Hasil(tuple(_notice(now, then, ukuran) for now, then in revised), (check,))


def _bases(ukuran: Ukuran) -> Iterator[tuple[tuple[str, str, str, str], Angka]]:
    """Give the figures that stand for the month before, with the key that they have there."""
    before = str(ukuran.bulan.previous)
    for row in figures_of(ukuran.tabel):
        if row.bulan == before:
            yield row.key, row
        elif row.bulan == str(ukuran.bulan) and row.indikator in PREVIOUS:
            yield (before, PREVIOUS[row.indikator], row.dimensi, row.kategori), row


def _notice(now: Angka, then: Angka, ukuran: Ukuran) -> Temuan:
    month = ukuran.bulan.previous.label
    place = f"[{then.dimensi}={then.kategori}]" if then.dimensi else ""
    return Temuan(
        REVISI,
        f"angka {month} direvisi: {then.indikator}{place} kini {angka(now.nilai)} {now.satuan}, "
        f"dalam laporan {month} {angka(then.nilai)}. Buatlah ulang laporan {month}, atau "
        "jelaskan perubahannya di catatan.md.",
    )
