"""Judges the text of finished files against what they must say, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from laporan.prove.audit.basis import Basis
from laporan.prove.audit.blocks import Block, read_blocks
from laporan.prove.audit.claims import Claim, claims_in
from laporan.prove.audit.compare import Difference, compare_blocks
from laporan.prove.audit.compare_pdf import compare_pdf
from laporan.prove.audit.expected import HTML, PDF
from laporan.prove.audit.pdf import PdfText
from laporan.prove.audit.place import places
from laporan.prove.audit.proof import unproven_claims
from laporan.prove.audit.verdict import Audit, Unproven
from laporan.render.explain import EXPLAINED, explain


def judge_page(basis: Basis, name: str, page: str) -> Audit:
    """Judge the text of the report's page or of its slides."""
    differences, equal = compare_blocks(basis.expected[name], read_blocks(page))
    wrong = [_unproven(name, difference) for difference in differences]
    wrong += judge_explanations(basis, name, page)
    total = 0
    for block, place in places(equal, basis.evidence.is_in_name):
        claims = unproven_claims(block, basis.evidence, place)
        total += sum(1 for _ in claims_in(block.text)) - len(claims)
        wrong += [
            Unproven(name, block.place, claim.text, f"tidak terbukti dalam {_around(block, claim)}")
            for claim in claims
        ]
    return Audit(total, tuple(wrong))


def judge_explanations(basis: Basis, name: str, page: str) -> Iterator[Unproven]:
    """Hold what a figure says of itself against its definition and the rows of its inputs."""
    for match in EXPLAINED.finditer(page):
        found = unescape(match["ket"] or "")
        right = explain(unescape(match["kunci"]), basis.evidence.inputs) if name == HTML else ""
        if found != right:
            yield Unproven(name, "keterangan angka", found, f"seharusnya {right!r}")


def judge_pdf(basis: Basis, text: PdfText) -> Audit:
    """Judge the text of the PDF: it must say what the page says, and that is proven there."""
    differences = compare_pdf(basis.expected[HTML], text)
    wrong = tuple(_unproven(PDF, difference) for difference in differences)
    texts = (*text.pages, *text.alts)
    total = sum(1 for page in texts for _ in claims_in(page))
    return Audit(max(0, total - len(wrong)), wrong)


def _unproven(name: str, difference: Difference) -> Unproven:
    return Unproven(name, difference.place, difference.shown, difference.reason)


def _around(block: Block, claim: Claim) -> str:
    return repr(block.text[max(0, claim.start - 40) : claim.end + 40])
