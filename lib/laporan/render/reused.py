"""What is said at a render's end: what it took, how much lay there, and what was found."""

from __future__ import annotations

import time

from laporan.check.prepared import read_findings
from laporan.check.quality import found_text
from laporan.dasar.bulan import Bulan
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import MUTU
from laporan.dasar.project import Project
from laporan.store.freshness import GROUPS, account_file, needed_months


def tell_found(project: Project, bulan: Bulan) -> str:
    """Say how many warnings the data of a finished report have, and where they are."""
    return found_text(*read_findings(project, bulan), project.output(bulan) / MUTU)


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
