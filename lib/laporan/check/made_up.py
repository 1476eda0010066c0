"""Which lists beside the months hold made-up rows, as the sample writes them."""

from __future__ import annotations

from laporan.check.tindak_lanjut import read_tindak_lanjut
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.measure.keputusan.peristiwa import read_peristiwa


def made_up_lists(project: Project, bulan: Bulan) -> tuple[str, ...]:
    """Name the lists of which the report of a month uses a made-up row."""
    actions = read_tindak_lanjut(project.tindak_lanjut_file)
    events = read_peristiwa(project.peristiwa_file)
    found = {
        "daftar tindak lanjut": any(each.contoh and each.dibuat <= bulan for each in actions),
        "daftar peristiwa": any(
            each.contoh and Bulan.of(each.tanggal) <= bulan for each in events
        ),
    }  # fmt: skip
    return tuple(name for name, used in found.items() if used)
