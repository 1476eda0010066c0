"""Consultations by video conference, kept by hand."""

from __future__ import annotations

from laporan_sample.list_workbook import list_workbook
from laporan_sample.sample import Sample


def write_video_conference(sample: Sample) -> dict[str, bytes]:
    """Write the list."""
    lines, columns = sample.month.daftar["video_conference"], ["Pengguna Layanan", "Topik"]
    written = list_workbook(sample.bulan, "Video Conference", columns, lines)
    return {"video-conference.xlsx": written}
