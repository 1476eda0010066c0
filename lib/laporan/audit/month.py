"""The audit of a finished month: its files, read again, against what they must say."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from laporan.audit.blocks import Block, read_blocks, squeeze
from laporan.audit.claims import NUMBER, Claim, claims_in
from laporan.audit.compare import Difference, compare_blocks
from laporan.audit.compare_pdf import compare_pdf
from laporan.audit.derive import derive
from laporan.audit.evidence import Evidence
from laporan.audit.expected import HTML, PDF, SLIDE, expected_blocks
from laporan.audit.pdf import PdfText, read_pdf
from laporan.audit.place import places
from laporan.audit.proof import unproven_claims
from laporan.bulan import Bulan
from laporan.catatan.claims import plain_text, unmatched_claims
from laporan.catatan.notes import own_figures
from laporan.errors import LaporanError
from laporan.formats import angka
from laporan.measure import read_ukuran
from laporan.measure.figures import figures_of
from laporan.project import Project
from laporan.render.explain import FIGURE, explain
from laporan.render.results import UKURAN
from laporan.render.trace import FILE as JEJAK
from laporan.report import Report


@dataclass(frozen=True)
class Unproven:
    """A claim that nothing proves.

    Attributes
    ----------
    berkas
        The file.
    tempat
        Where in it.
    isi
        What stands there.
    alasan
        Why it is not proven.
    """

    berkas: str
    tempat: str
    isi: str
    alasan: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{self.berkas}, {self.tempat}: {self.isi!r} — {self.alasan}"


@dataclass(frozen=True)
class Audit:
    """What an audit found.

    Attributes
    ----------
    proven
        How many numbers and words of direction are proven, in all files.
    unproven
        Those that are not.
    """

    proven: int
    unproven: tuple[Unproven, ...]


@dataclass(frozen=True, eq=False)
class Basis:
    """What the finished files of a month must say, and what proves it."""

    expected: Mapping[str, Sequence[Block]]
    evidence: Evidence
    unproven: tuple[Unproven, ...]


def audit_month(project: Project, bulan: Bulan) -> Audit:
    """Prove every number and every word of direction in a month's finished files.

    Raises
    ------
    LaporanError
        If the month was not rendered, or can't be opened.
    """
    folder = project.output(bulan)
    basis = prepare(project, bulan)
    audits = [Audit(0, basis.unproven)]
    for name in (HTML, SLIDE):
        if (folder / name).is_file():
            audits.append(judge_page(basis, name, (folder / name).read_text("utf-8")))
    if (folder / PDF).is_file():
        audits.append(judge_pdf(basis, read_pdf(folder / PDF)))
    return Audit(
        sum(audit.proven for audit in audits),
        tuple(item for audit in audits for item in audit.unproven),
    )


def report_audit(bulan: Bulan, audit: Audit) -> str:
    """Say what an audit found, a line for each claim that is not proven."""
    count = f"{angka(audit.proven)} angka dan kata arah terbukti"
    missing = f"{angka(len(audit.unproven))} tidak" if audit.unproven else "tidak ada yang tidak"
    return "\n".join([f"{bulan.label}: {count}, {missing} terbukti.", *map(str, audit.unproven)])


def prepare(project: Project, bulan: Bulan) -> Basis:
    """Open the month anew, and hold its figures against the finished ``ukuran.csv``."""
    folder = project.output(bulan)
    if not (folder / UKURAN).is_file() or not (folder / JEJAK).is_file():
        raise LaporanError(
            f"{folder} tidak memuat laporan yang selesai ({UKURAN} atau {JEJAK} tidak ada). "
            f"Jalankan laporan render {bulan} lebih dahulu."
        )
    with tempfile.TemporaryDirectory(prefix="laporan-") as scratch:
        lap, markdown = derive(project, bulan, Path(scratch))
        expected = expected_blocks(markdown, Path(scratch))
    trace: Mapping[str, Any] = json.loads((folder / JEJAK).read_text("utf-8"))
    finished = {figure.key: figure for figure in figures_of(read_ukuran(folder / UKURAN))}
    measured = {figure.key: figure for figure in figures_of(lap.ukuran.tabel)}
    unproven = [*_hash(folder, trace)]
    for key in sorted(finished.keys() | measured.keys()):
        ours, theirs = measured.get(key), finished.get(key)
        if ours != theirs:
            unproven.append(
                Unproven(
                    UKURAN,
                    ",".join(key),
                    "tidak ada" if theirs is None else f"{theirs.nilai:.12g}",
                    "dihitung ulang: " + ("tidak ada" if ours is None else f"{ours.nilai:.12g}"),
                )
            )
    evidence = Evidence(lap, finished, *_notes(lap), tuple(trace["masukan"]))
    return Basis(expected, evidence, tuple(unproven))


def judge_page(basis: Basis, name: str, page: str) -> Audit:
    """Judge the text of the report's page or of its slides."""
    differences, equal = compare_blocks(basis.expected[name], read_blocks(page))
    wrong = [_unproven(name, difference) for difference in differences]
    wrong += _explanations(basis, name, page)
    total = 0
    for block, place in places(equal):
        claims = unproven_claims(block, basis.evidence, place)
        total += sum(1 for _ in claims_in(block.text)) - len(claims)
        wrong += [
            Unproven(name, block.place, claim.text, f"tidak terbukti dalam {_around(block, claim)}")
            for claim in claims
        ]
    return Audit(total, tuple(wrong))


def _explanations(basis: Basis, name: str, page: str) -> Iterator[Unproven]:
    """Hold what a figure says of itself against its definition and the rows of its inputs."""
    for match in FIGURE.finditer(page):
        found = unescape(match[3] or "")
        right = explain(unescape(match[1]), basis.evidence.inputs) if name == HTML else ""
        if found != right:
            yield Unproven(name, "keterangan angka", found, f"seharusnya {right!r}")


def judge_pdf(basis: Basis, text: PdfText) -> Audit:
    """Judge the text of the PDF: it must say what the page says, and that is proven there."""
    differences = compare_pdf(basis.expected[HTML], text)
    wrong = tuple(_unproven(PDF, difference) for difference in differences)
    texts = (*text.pages, *text.alts)
    total = sum(1 for page in texts for _ in claims_in(page))
    return Audit(max(0, total - len(wrong)), wrong)


def _hash(folder: Path, trace: Mapping[str, Any]) -> Iterator[Unproven]:
    """Hold ``ukuran.csv`` against its hash in ``jejak.json``."""
    digest = hashlib.sha256((folder / UKURAN).read_bytes()).hexdigest()
    written = {item["berkas"]: item["sha256"] for item in trace["keluaran"]}
    if written.get(UKURAN) != digest:
        yield Unproven(UKURAN, "seluruh berkas", digest, f"{JEJAK} mencatat SHA-256 yang lain")


def _notes(lap: Report) -> tuple[str, frozenset[str]]:
    """Give the notes as text, and the numbers typed into them that are none of the figures."""
    prose = [written.text for written in lap.catatan.bagian.values()]
    wrong = unmatched_claims(prose, own_figures(lap.ukuran))
    numbers = {match[0] for claim, _ in wrong for match in NUMBER.finditer(claim.text)}
    return squeeze(" ".join(map(plain_text, prose))), frozenset(numbers)


def _unproven(name: str, difference: Difference) -> Unproven:
    return Unproven(name, difference.place, difference.shown, difference.reason)


def _around(block: Block, claim: Claim) -> str:
    return repr(block.text[max(0, claim.start - 40) : claim.end + 40])
