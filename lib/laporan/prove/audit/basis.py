"""What a month's finished files must say, made anew from the cleaned tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from laporan.check.catatan.notes import own_figures
from laporan.check.catatan.typed_numbers import plain_text, unmatched_claims
from laporan.check.prepared import UKURAN
from laporan.dasar.bulan import Bulan
from laporan.dasar.errors import LaporanError
from laporan.dasar.project import Project
from laporan.dasar.scratch import scratch
from laporan.measure import Angka, read_ukuran
from laporan.measure.angka import figures_of
from laporan.prove.audit.blocks import Block, Key, squeeze
from laporan.prove.audit.claims import NUMBER
from laporan.prove.audit.derive import derive
from laporan.prove.audit.evidence import Evidence
from laporan.prove.audit.expected import expected_blocks
from laporan.prove.audit.verdict import Unproven
from laporan.render.jejak import FILE as JEJAK
from laporan.sections.report import Report


@dataclass(frozen=True, eq=False)
class Basis:
    """What the finished files of a month must say, and what proves it.

    Attributes
    ----------
    expected
        File to its blocks.
    evidence
        What proves them.
    unproven
        Figures of ``ukuran.csv`` that are not those of the data.
    """

    expected: Mapping[str, Sequence[Block]]
    evidence: Evidence
    unproven: tuple[Unproven, ...]


def prepare(project: Project, bulan: Bulan) -> Basis:
    """Open the month anew, and hold its figures against the finished ``ukuran.csv``.

    Raises
    ------
    LaporanError
        If the month was not rendered, or can't be opened.
    """
    folder = project.output(bulan)
    if not (folder / UKURAN).is_file() or not (folder / JEJAK).is_file():
        raise LaporanError(
            f"{folder} tidak memuat laporan yang selesai ({UKURAN} atau {JEJAK} tidak ada). "
            f"Jalankan laporan render {bulan} lebih dahulu."
        )
    with scratch() as work:
        lap, markdown = derive(project, bulan, work)
        expected = expected_blocks(markdown, work)
    trace: Mapping[str, Any] = json.loads((folder / JEJAK).read_text("utf-8"))
    finished = {figure.key: figure for figure in figures_of(read_ukuran(folder / UKURAN))}
    measured = {figure.key: figure for figure in figures_of(lap.ukuran.tabel)}
    unproven = (*_hash(folder, trace), *_figures(measured, finished))
    evidence = Evidence(lap, finished, *_notes(lap), tuple(trace["masukan"]))
    return Basis(expected, evidence, unproven)


def _hash(folder: Path, trace: Mapping[str, Any]) -> Iterator[Unproven]:
    """Hold ``ukuran.csv`` against its hash in ``jejak.json``."""
    digest = hashlib.sha256((folder / UKURAN).read_bytes()).hexdigest()
    written = {item["berkas"]: item["sha256"] for item in trace["keluaran"]}
    if written.get(UKURAN) != digest:
        yield Unproven(UKURAN, "seluruh berkas", digest, f"{JEJAK} mencatat SHA-256 yang lain")


def _figures(measured: Mapping[Key, Angka], finished: Mapping[Key, Angka]) -> Iterator[Unproven]:
    """Hold the finished figures against those measured anew."""
    for key in sorted(finished.keys() | measured.keys()):
        ours, theirs = measured.get(key), finished.get(key)
        if ours != theirs:
            yield Unproven(
                UKURAN,
                ",".join(key),
                "tidak ada" if theirs is None else f"{theirs.nilai:.12g}",
                "dihitung ulang: " + ("tidak ada" if ours is None else f"{ours.nilai:.12g}"),
            )


def _notes(lap: Report) -> tuple[str, frozenset[str]]:
    """Give the notes as text, and the numbers typed into them that are none of the figures."""
    prose = [written.text for written in lap.catatan.bagian.values()]
    wrong = unmatched_claims(prose, own_figures(lap.ukuran))
    numbers = {match[0] for claim, _ in wrong for match in NUMBER.finditer(claim.text)}
    return squeeze(" ".join(map(plain_text, prose))), frozenset(numbers)
