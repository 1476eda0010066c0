"""Editions made again from raw exports, elsewhere, and those that lie there held against them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from laporan.dasar.bulan import Bulan
from laporan.dasar.edition_kinds import JENIS, Jenis
from laporan.dasar.indonesian import angka
from laporan.dasar.made_files import JEJAK, UKURAN
from laporan.dasar.project import Project
from laporan.measure.angka import figures_of
from laporan.measure.ukuran_csv import parse_ukuran
from laporan.prove.same import Difference, compare_files
from laporan.publish.again import elsewhere
from laporan.publish.read_jejak import parse_trace
from laporan.render.edisi.edition_set import engine_parts, render_editions

_SHOWN = 20


@dataclass(frozen=True)
class HeldEditions:
    """A kind of editions, held against the same made again.

    Attributes
    ----------
    jenis
        The kind.
    files
        How many were compared.
    differences
        Where they are not what the raw exports give.
    other_parts
        What made them and is not here in that version: then bytes may differ for that reason.
    """

    jenis: Jenis
    files: int
    differences: Sequence[Difference]
    other_parts: Sequence[str]

    def report(self, bulan: Bulan) -> str:
        """Tell it in a few lines."""
        state = (
            f"{angka(len(self.differences))} tempat LAIN dari yang dihasilkan ekspor mentahnya"
            if self.differences
            else "sama dengan yang dihasilkan ekspor mentahnya"
        )
        lines = [
            f"{self.jenis.label} {bulan.label}: {angka(self.files)} berkas {state}, bita demi bita."
        ]
        lines += [f"  catatan: dibuat dengan {part}" for part in self.other_parts]
        lines += [f"  lain: {each}" for each in self.differences[:_SHOWN]]
        more = len(self.differences) - _SHOWN
        lines += [f"  … dan {angka(more)} tempat lagi"] if more > 0 else []
        return "\n".join(lines)


def hold_editions(project: Project, bulan: Bulan) -> list[HeldEditions]:
    """Make again each kind of editions that a month has, and hold what lies there against it.

    Raises
    ------
    LaporanError
        If they can't be made again.
    """
    there = [j for j in JENIS.values() if (project.editions(bulan, j.nama) / JEJAK).is_file()]
    if not there:
        return []
    with elsewhere(project, bulan) as copy:
        return [_held(project, copy, bulan, jenis) for jenis in there]


def _held(project: Project, copy: Project, bulan: Bulan, jenis: Jenis) -> HeldEditions:
    found = _contents(project.editions(bulan, jenis.nama))
    trace = parse_trace(found[JEJAK], project.editions(bulan, jenis.nama) / JEJAK)
    render_editions(copy, bulan, jenis)
    made = _contents(copy.editions(bulan, jenis.nama))
    figures = figures_of(parse_ukuran(made[UKURAN], UKURAN))
    return HeldEditions(
        jenis, len(found), compare_files(found, made, figures), [*_other_parts(trace.parts)]
    )


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def _other_parts(parts: Mapping[str, str]) -> Iterator[str]:
    here = engine_parts()
    yield from (f"{name} {told}" for name, told in parts.items() if here.get(name) != told)
