"""Ways to prove a number: by figures, rows, settings, and the place that it stands in."""

from __future__ import annotations

import re

from laporan.prove.audit.blocks import Block, Run, squeeze
from laporan.prove.audit.claims import NUMBER, Claim
from laporan.prove.audit.evidence import Evidence
from laporan.prove.audit.labelled import HARI
from laporan.prove.audit.place import TOTAL, Place
from laporan.prove.audit.spelling import forms_of, forms_of_cell, number_of, sign_of, spell

_NUMBERED = re.compile(r"(Tabel|Gambar) (\d+)\b")
_SEPARATOR = re.compile(r"[,;:.(]\s")
_COUNT = re.compile(r" (?:[\d.,]+ \((?:[▲▼] \w+ )?)?$")
_REST = re.compile(r"(?:((?:Kab|Kota|Prov)\b[^:]*): )?(.+), dan (\d+) topik lain$")


def by_key(run: Run, block: Block, evidence: Evidence) -> bool:
    """Prove a figure by its row in ``ukuran.csv``."""
    figure = evidence.figures.get(run.key)
    if figure is None:
        return False
    written = block.text[run.start : run.end]
    return written in forms_of(figure.nilai, percent=figure.satuan == "persen")


def by_counter(claim: Claim, block: Block, place: Place) -> bool:
    """Prove the number of a table or picture by its place in the file."""
    for match in _NUMBERED.finditer(block.text):
        if match.start(2) == claim.start:
            # A link to its data may stand before its caption.
            count = place.counters.get(match[1], 0)
            ahead = block.kind not in ("judul tabel", "judul gambar")
            return int(match[2]) in (count, count + ahead)
    return False


def by_comparison(claim: Claim, block: Block, evidence: Evidence) -> bool | None:
    """Prove a cell that compares two months by the two numbers in its row; None for others."""
    row = dict(zip(block.heads, block.row, strict=False))
    pair = [row.get(month.label, "") for month in (evidence.bulan, evidence.bulan.previous)]
    if not block.line or claim.text in pair or not all(NUMBER.fullmatch(text) for text in pair):
        return None
    now, before = map(number_of, pair)
    if not claim.is_number:
        return sign_of(now - before) == claim.sign
    if block.text != claim.text and before:
        return claim.text == spell(abs(100 * (now - before) / before), 2, percent=True)
    return None


def by_sum(claim: Claim, block: Block, place: Place) -> bool:
    """Prove the last cell of a column by the sum of those above it."""
    last = (TOTAL, claim.text)
    return block.text == claim.text and any(column[-2:] == last for column in place.company)


def by_setting(run: Run, block: Block, evidence: Evidence) -> bool:
    """Prove what is taken from the settings by the one that it names."""
    if run.key[0] == "aturan":
        return True
    written = block.text[run.start : run.end]
    return written in forms_of_cell(evidence.setting(run.key[2]))


def by_hour(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a time of day by the figure of that hour."""
    day = re.search(r"(\w+) pukul $", block.text[: claim.start])
    if day is None or day[1] not in HARI or not claim.text.endswith(".00"):
        return False
    wanted = f"{HARI.index(day[1]) + 1}-{claim.text[:2]}"
    return any(
        key[0] == str(evidence.bulan) and key[2:] == ("hari_jam", wanted)
        for key in evidence.figures
    )


def by_order(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove the number of a row, or of a snapshot, by its place among its likes."""
    if block.kind.startswith("sel") and block.row[:1] == (claim.text,) and block.line:
        return claim.text == str(block.line)
    before = block.text[: claim.start].lower()
    if not before.endswith("potret "):
        return False
    return any(key[2] == "potret" and key[3] == claim.text for key in evidence.figures)


def by_rest(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove how many topics of a pemda are left over, by those that are named before."""
    match = _REST.match(block.text)
    if match is None or match.start(3) != claim.start:
        return False
    pemda = match[1] or (block.row[0] if block.row else "")
    topics = [
        (-figure.nilai, squeeze(key[3]))
        for key, figure in evidence.figures.items()
        if key[:3] == (str(evidence.bulan), "tiket.topik", f"pemda:{pemda}") and figure.nilai
    ]
    names = [name for _, name in sorted(topics)]
    left = int(claim.text)
    return left < len(names) and match[2] == ", ".join(names[: len(names) - left])


def by_row(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a cell by a listed row, or by a figure with the name of its row or column."""
    if not block.kind.startswith("sel") or not block.row:
        return False
    row = block.row[1:] if block.row[0] == str(block.line) else block.row
    cells = {text for text in row if text not in ("–", "")}
    if any(cells <= set(row) for row in evidence.rows):
        return True
    return any(
        label in cells or label.lower() in block.head.lower()
        for item in evidence.by_text.get(block.text, ())
        for label in item.labels
    )


def by_label(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a number of a picture's text by the label that it follows."""
    before = block.text[: claim.start]
    starts = [match.end() for match in _SEPARATOR.finditer(before)]
    # A share in brackets follows its count: its label is one step further back.
    near = before[starts[-2] if len(starts) > 1 else 0 :]
    # A label that holds such marks itself stands right before its number.
    stem = _COUNT.sub("", before)
    return any(
        label in near or label.lower() in near.lower() or stem.endswith(label)
        for item in evidence.by_text.get(claim.text, ())
        for label in item.labels
    )
