"""What a render took, and how much of it lay there from an earlier one."""

from __future__ import annotations

import time

from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.project import Project
from laporan.store.freshness import GROUPS, account_file, needed_months


def tell_reused(project: Project, bulan: Bulan, begun: float) -> str:
    """Say how long a month took, and what was made for it since it was begun."""
    months = needed_months(project, bulan)
    tables = [account_file(project, month, group) for month in months for group in GROUPS]
    used = sum(path.stat().st_mtime < begun for path in tables)
    drawings = project.drawings(bulan).rglob("output.pkl")
    drawn = sum(path.stat().st_mtime >= begun for path in drawings)
    return (
        f"Laporan {bulan.label} selesai dalam {angka(time.time() - begun)} detik: "
        f"{angka(used)} dari {angka(len(tables))} kelompok tabel bersih dipakai lagi, "
        f"{angka(drawn)} gambar digambar, selebihnya dipakai lagi."
    )
