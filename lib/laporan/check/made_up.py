"""Which lists and settings beside the months hold what is made up, as the sample writes it."""

from __future__ import annotations

from laporan.check.tindak_lanjut import read_tindak_lanjut
from laporan.dasar.bulan import Bulan
from laporan.dasar.project import Project
from laporan.dasar.settings import Settings
from laporan.measure.keputusan.peristiwa import read_peristiwa

# By these the sample's regulations and deadlines are known.
_RULES = ("Peraturan Contoh ", "Laporan Contoh ")


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


def made_up_rules(settings: Settings) -> bool:
    """Tell whether a regulation or a deadline that editions name is made up."""
    rules = [text for each in settings["peraturan"].values() for text in each]
    return any(text.startswith(_RULES) for text in (*rules, *settings["edisi"]["tenggat"]))
