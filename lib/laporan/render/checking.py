"""``laporan check``: read and check a month's exports, and write their quality report alone."""

from __future__ import annotations

from laporan.bersih import clean_group
from laporan.bulan import Bulan
from laporan.formats import angka
from laporan.freshness import GROUPS
from laporan.project import Project
from laporan.read.sources import check_folder
from laporan.render.output import check_writable, publish, staging
from laporan.render.results import MUTU, write_quality
from laporan.store import MonthData, gather_month


def check_month(project: Project, bulan: Bulan) -> str:
    """Check a month.

    Returns
    -------
    str
        What was found, in Indonesian, with the warnings.

    Raises
    ------
    LaporanError
        If a check blocks, or the output can't be written.
    """
    check_folder(project.raw(bulan))
    check_writable(project.out)
    cleaned = [source for group in GROUPS for source in clean_group(project, bulan, group)]
    data = gather_month(project, bulan, cleaned)
    target = project.output(bulan)
    with staging(target) as folder:
        write_quality(project, data, folder / MUTU)
        (written,) = publish(folder, target)
    return "\n".join([_summary(data), *map(str, data.temuan), f"Laporan mutu: {written}"])


def _summary(data: MonthData) -> str:
    sums = {name: angka(int(data.berkas[name].sum())) for name in ("baris", "diambil", "ditolak")}
    return (
        f"{data.bulan.label}: {angka(len(data.berkas))} berkas, {sums['baris']} baris dibaca, "
        f"{sums['diambil']} diambil, {sums['ditolak']} ditolak."
    )
