"""Publications on the website, kept by hand."""

from __future__ import annotations

from laporan_sample.list_workbook import list_workbook
from laporan_sample.sample import Sample


def write_publikasi(sample: Sample) -> dict[str, bytes]:
    """Write the list."""
    lines = sample.month.daftar["publikasi"]
    return {"publikasi.xlsx": list_workbook(sample.bulan, "Publikasi Website", ["Judul"], lines)}
