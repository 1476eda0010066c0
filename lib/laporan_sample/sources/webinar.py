"""Webinars and discussions, kept by hand."""

from __future__ import annotations

from laporan_sample.list_workbook import list_workbook
from laporan_sample.sample import Sample


def write_webinar(sample: Sample) -> dict[str, bytes]:
    """Write the list."""
    lines = sample.month.daftar["webinar"]
    return {"webinar.xlsx": list_workbook(sample.bulan, "Webinar/FGD", ["Kegiatan"], lines)}
