"""Consultations face to face, kept by hand."""

from __future__ import annotations

from laporan_sample.list_workbook import list_workbook
from laporan_sample.sample import Sample
from laporan_sample.workbook import Cell


def write_tatap_muka(sample: Sample) -> dict[str, bytes]:
    """Write the list, with a row of totals."""
    visits = sample.month.daftar["tatap_muka"]
    guests = sum(int(line[2]) for line in visits)
    written = list_workbook(
        sample.bulan,
        "Konsultasi Tatap Muka",
        ["Pengguna Layanan", "Jumlah Tamu", "Topik"],
        [(day, who, _typed_number(count), what) for day, who, count, what in visits],
        total=["JUMLAH", None, None, guests, None],
    )
    return {"tatap-muka.xlsx": written}


def _typed_number(count: int) -> Cell:
    """Write some numbers as text."""
    return str(count) if count % 5 == 2 else count
