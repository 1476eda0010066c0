"""A month's finished files, read to be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.made_files import JEJAK, MUTU, UKURAN
from laporan.publish.changes import Figures, parse_figures
from laporan.publish.published_editions import read_editions
from laporan.publish.read_jejak import Trace, parse_trace
from laporan.publish.sums import FileSum, sum_of
from laporan.render.formats import FORMATS, USUAL

# All that an issue is made of; one without its PDF is no issue.
REQUIRED = (*(FORMATS[name].file for name in USUAL), UKURAN, MUTU, JEJAK)
# What goes with it where it was made.
FURTHER = tuple(each.file for each in FORMATS.values() if each.asked and each.published)


@dataclass(frozen=True)
class Issue:
    """Finished files that belong together, and what they say.

    Attributes
    ----------
    files
        Content by name.
    figures, trace
        What ``ukuran.csv`` and ``jejak.json`` hold.
    by_bytes
        False where no one could make it again byte by byte: its engine was not there.
    """

    bulan: Bulan
    files: Mapping[str, bytes]
    figures: Figures
    trace: Trace
    by_bytes: bool = True

    @property
    def sums(self) -> tuple[FileSum, ...]:
        """Give the files' names, sizes and digests."""
        return tuple(sum_of(name, content) for name, content in sorted(self.files.items()))


def read_issue(folder: Path, bulan: Bulan) -> Issue:
    """Read the finished files of a month, and its editions where there are some.

    Raises
    ------
    LaporanError
        If one is missing, or they are not those that ``jejak.json`` names, their own for editions.
    """
    missing = [name for name in REQUIRED if not (folder / name).is_file()]
    if missing:
        raise LaporanError(
            f"Laporan {bulan.label} belum lengkap: {', '.join(missing)} tidak ada di {folder}. "
            f"Jalankan dahulu laporan render {bulan}."
        )
    further = [name for name in FURTHER if (folder / name).is_file()]
    files = {name: (folder / name).read_bytes() for name in (*REQUIRED, *further)}
    trace = parse_trace(files[JEJAK], folder / JEJAK)
    _require_own_files(trace, files, bulan)
    files |= read_editions(folder, bulan)
    return Issue(bulan, files, parse_figures(files[UKURAN], UKURAN), trace)


def _require_own_files(trace: Trace, files: Mapping[str, bytes], bulan: Bulan) -> None:
    if trace.bulan != bulan:
        raise LaporanError(
            f"{JEJAK} di folder {bulan} menyebut {trace.bulan}. Jalankan laporan render {bulan}."
        )
    made = {each.name: each.sha256 for each in trace.outputs}
    other = [
        name
        for name, content in files.items()
        if name != JEJAK and made.get(name) != sum_of(name, content).sha256
    ]
    if other:
        raise LaporanError(
            f"{', '.join(other)} bukan berkas yang dibuat bersama {JEJAK}: isinya berubah sejak "
            f"laporan {bulan.label} disusun. Jalankan laporan render {bulan}, lalu ulangi."
        )
