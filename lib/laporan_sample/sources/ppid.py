"""Requests for public information, kept by hand."""

from __future__ import annotations

from laporan_sample.list_workbook import list_workbook
from laporan_sample.people import user_name
from laporan_sample.sample import Sample


def write_ppid(sample: Sample) -> dict[str, bytes]:
    """Write the list, with a row of totals."""
    asked = sample.month.daftar["ppid"]
    written = list_workbook(
        sample.bulan,
        "Layanan PPID",
        ["Pemohon", "Keperluan", "Data Diminta"],
        [(line[0], user_name(900 + n), *line[1:]) for n, line in enumerate(asked)],
        total=["JUMLAH", f"{len(asked)} permohonan", None, None, None],
    )
    return {"ppid.xlsx": written}
