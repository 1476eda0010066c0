"""Proves single claims: numbers by figures, rows and places, directions by the sign of a change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from laporan.audit.blocks import Block, Run
from laporan.audit.claims import DATE, NUMBER, Claim, claims_in
from laporan.audit.evidence import HARI, Evidence, spell
from laporan.bulan import NAMA_BULAN, Bulan
from laporan.measure import Figure

_NUMBERED = re.compile(r"(Tabel|Gambar) (\d+)\b")
_SEPARATOR = re.compile(r"[,;:.(]\s")
_AT_LEAST = re.compile(r"(sedikitnya|minimal|paling sedikit|kurang dari|di bawah) $")
TOTAL = "Σ"  # stands before the last number of a column where that is the sum of the others
_NEAR = 40  # characters between a word of direction and the figure that it speaks of


@dataclass(frozen=True)
class Place:
    """Where a block stands among the others.

    Attributes
    ----------
    counters
        How many tables and pictures came up to here, this one included.
    company
        The numbers shown with a caption: of its picture, or of each column of its table.
    """

    counters: Mapping[str, int]
    company: tuple[tuple[str, ...], ...] = ()


def unproven_claims(block: Block, evidence: Evidence, place: Place) -> list[Claim]:
    """Give the claims of a block that nothing proves."""
    return [
        claim for claim in claims_in(block.text) if not _is_proven(claim, block, evidence, place)
    ]


def _is_proven(claim: Claim, block: Block, evidence: Evidence, place: Place) -> bool:
    run = next((run for run in block.runs if run.start <= claim.start < run.end), None)
    if run is not None:
        return _by_key(run, block, evidence)
    verdict = _by_comparison(claim, block, evidence)
    if verdict is not None:
        return verdict
    if claim.is_number:
        ways = (_by_number, _by_setting, _by_hour, _by_date, _by_row, _by_label)
        if (
            _by_counter(claim, block, place)
            or _by_sum(claim, block, place)
            or any(way(claim, block, evidence) for way in ways)
        ):
            return True
    elif claim.sign in (-1, 0, 1):
        verdict = _by_change(claim, block, evidence)
    else:
        verdict = _by_rank(claim, block, evidence, place)
    return _by_text(claim, block, evidence) if verdict is None else verdict


def _by_key(run: Run, block: Block, evidence: Evidence) -> bool:
    """Prove a figure by its row in ``ukuran.csv``."""
    figure = evidence.figures.get(run.key)
    if figure is None:
        return False
    written = block.text[run.start : run.end]
    percent = figure.satuan == "persen"
    places = [2] if percent else [0] if figure.nilai.is_integer() else [0, 2]
    return written in {
        spell(value, decimals, percent=percent)
        for decimals in places
        for value in (figure.nilai, abs(figure.nilai))
    }


def _by_counter(claim: Claim, block: Block, place: Place) -> bool:
    """Prove the number of a table or picture by its place in the file."""
    for match in _NUMBERED.finditer(block.text):
        if match.start(2) == claim.start:
            # A link to its data may stand before its caption.
            count = place.counters.get(match[1], 0)
            ahead = block.kind not in ("judul tabel", "judul gambar")
            return int(match[2]) in (count, count + ahead)
    return False


def _by_comparison(claim: Claim, block: Block, evidence: Evidence) -> bool | None:
    """Prove a cell that compares two months by the two numbers in its row; None for others."""
    row = dict(zip(block.heads, block.row, strict=False))
    pair = [row.get(month.label, "") for month in (evidence.bulan, evidence.bulan.previous)]
    if not block.line or claim.text in pair or not all(NUMBER.fullmatch(text) for text in pair):
        return None
    now, before = map(number_of, pair)
    if not claim.is_number:
        return _sign(now - before) == claim.sign
    if block.text != claim.text and before:
        return claim.text == spell(abs(100 * (now - before) / before), 2, percent=True)
    return None


def _by_sum(claim: Claim, block: Block, place: Place) -> bool:
    """Prove the last cell of a column by the sum of those above it."""
    last = (TOTAL, claim.text)
    return block.text == claim.text and any(column[-2:] == last for column in place.company)


def _by_setting(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a threshold by the settings, where the words say that it is one."""
    is_threshold = _AT_LEAST.search(block.text[: claim.start].lower()) is not None
    return is_threshold and claim.text in evidence.thresholds


def _by_hour(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a time of day by the settings, or by the figure of that hour."""
    before = block.text[: claim.start]
    if not re.search(r"(pukul|sebelum|sampai|s\.d\.) $", before):
        return False
    if claim.text in evidence.hours:
        return True
    day = re.search(r"(\w+) pukul $", before)
    if day is None or day[1] not in HARI or not claim.text.endswith(".00"):
        return False
    wanted = f"{HARI.index(day[1]) + 1}-{claim.text[:2]}"
    return any(
        key[0] == str(evidence.bulan) and key[2:] == ("hari_jam", wanted)
        for key in evidence.figures
    )


def _by_number(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove the number of a row, or of a snapshot, by its place among its likes."""
    if block.kind.startswith("sel") and block.row[:1] == (claim.text,) and block.line:
        return claim.text == str(block.line)
    before = block.text[: claim.start].lower()
    if not before.endswith("potret "):
        return False
    return any(key[2] == "potret" and key[3] == claim.text for key in evidence.figures)


def _by_date(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a date by a listed row, a month by the figure that it is said of."""
    for match in DATE.finditer(block.text):
        if match.start() <= claim.start < match.end():
            month = Bulan(int(match[3]), NAMA_BULAN.index(match[2]) + 1)
            if match[1]:
                if not 1 <= int(match[1]) <= month.last_day.day:
                    return False
                return date(month.tahun, month.nomor, int(match[1])) in evidence.days
            return month in _months_said(block, match.start(), evidence)
    year = claim.text
    if len(year) == 4 and year.isdigit():
        said = {str(evidence.bulan.tahun)}
        if re.search(r"[Tt]ahun $", block.text[: claim.start]) or "sejak Januari " in block.text:
            said.add(str(evidence.bulan.tahun - 1))
        if year in said and int(year) in evidence.years:
            before = block.text[: claim.start].split()
            return bool(before) and before[-1][0].isalpha()
    return False


def _months_said(block: Block, position: int, evidence: Evidence) -> set[Bulan]:
    """Give the months that a block speaks of: the report's, and those of its figures."""
    months = {evidence.bulan}
    for run in block.runs:
        month = Bulan.parse(run.key[0])
        months.add(month)
        if run.key[1].endswith(("_bulan_lalu", ".perubahan_bulanan")):
            months.add(month.previous)
        if run.key[1].endswith(("_tahun_lalu", ".perubahan_tahunan")):
            months.add(month.year_before)
    before = block.text[:position]
    if before.endswith("sejak "):
        months.add(evidence.bulan.year_to_date[0])
    if block.row and not block.line:
        return {evidence.bulan, evidence.bulan.previous, evidence.bulan.year_before}
    if re.search(r"(dari|terhadap|seperti|dengan|pada|jumlah|tiket|:.*) $", before):
        months.add(evidence.bulan.previous)
    if re.search(r"(Tidak ada pembanding|tidak mempunyai)", block.text) or not before:
        months.add(evidence.bulan.year_before)
    if evidence.lap.contoh and "ontoh" in block.text:
        months |= set(evidence.lap.contoh)
    return months


def _by_row(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a cell by a listed row, by a figure with the row's name, or by the column's sum."""
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


def _by_label(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove a number of a picture's text by the label that it follows."""
    before = block.text[: claim.start]
    starts = [match.end() for match in _SEPARATOR.finditer(before)]
    # A share in brackets follows its count: its label is one step further back.
    near = before[starts[-2] if len(starts) > 1 else 0 :]
    return any(
        label in near or label.lower() in near.lower()
        for item in evidence.by_text.get(claim.text, ())
        for label in item.labels
    )


def _by_change(claim: Claim, block: Block, evidence: Evidence) -> bool | None:
    """Prove a direction by the sign of the change that follows; None where none follows."""
    after = [run for run in block.runs if 0 <= run.start - claim.end <= _NEAR]
    if after:
        figure = evidence.figures.get(after[0].key)
        if figure is None:
            return False
        if ".perubahan_" in figure.indikator:
            return _sign(figure.nilai) == claim.sign
        now = _now(figure, evidence)
        if now is not None:
            return _sign(now.nilai - figure.nilai) == claim.sign
    if block.kind in ("teks alternatif", "label"):
        match = re.search(r"([^,;:.]+) [\d.]+ \([▲▼ ]*$", block.text[: claim.start])
        name = match[1].strip() if match else ""
        if name in evidence.differences:
            return _sign(evidence.differences[name]) == claim.sign
    return _by_names(claim, block, evidence)


def _by_names(claim: Claim, block: Block, evidence: Evidence) -> bool | None:
    """Prove a direction by the categories that the sentence names behind it, or by all of them."""
    start, end = _sentence(claim, block.text)
    others = [each.start for each in claims_in(block.text[:end]) if each.start > claim.end]
    words = block.text[claim.end : min([end, *others])].lower()
    since = "sejak januari" in block.text[start:end].lower()
    found = evidence.changes_since_january if since else evidence.changes
    whole = re.search(r"di semua (\w+)", words)
    if whole:
        signs = {_sign(value) for (dimensi, _), value in found.items() if dimensi == whole[1]}
    else:
        signs = {
            _sign(value)
            for (_, name), value in found.items()
            if re.search(rf"\b{re.escape(name.lower())}\b", words)
        }
    return signs == {claim.sign} if signs else None


def _now(base: Figure, evidence: Evidence) -> Figure | None:
    """Give the figure of the report's month that a base is compared with."""
    name = re.sub(r"_(bulan|tahun)_lalu$", "", base.indikator)
    if (
        name.endswith("situs.pengunjung")
        or name != base.indikator
        or base.bulan != str(evidence.bulan)
    ):
        return evidence.figures.get((str(evidence.bulan), name, base.dimensi, base.kategori))
    # ``tetap 24 kunjungan``: the figure of the month itself, against the month before.
    earlier = evidence.figures.get(
        (str(evidence.bulan.previous), name, base.dimensi, base.kategori)
    ) or evidence.figures.get((base.bulan, f"{name}_bulan_lalu", base.dimensi, base.kategori))
    return base._replace(nilai=2 * base.nilai - earlier.nilai) if earlier else None


def _by_rank(claim: Claim, block: Block, evidence: Evidence, place: Place) -> bool | None:
    """Prove an extreme by the figures that it is an extreme of; None where none is named."""
    start, end = _sentence(claim, block.text)
    runs = [run for run in block.runs if run.key in evidence.figures and start <= run.start < end]
    pick = max if claim.sign > 0 else min
    verdict = None
    for run in runs:
        value = evidence.figures[run.key].nilai
        if block.text[claim.end : claim.end + 15].startswith(" sejak Januari"):
            if run.key[1].endswith("lalu") or ".perubahan" in run.key[1]:
                continue
            return value == pick(_since_january(run, evidence))
        others = [number_of(text) for text in _column(block.text[run.start : run.end], place)]
        if run.key[3]:
            others = others or [
                figure.nilai for key, figure in evidence.figures.items() if key[:3] == run.key[:3]
            ]
        if others:
            verdict = round(value, 2) == pick(others) or value == pick(others)
    return verdict


def _sentence(claim: Claim, text: str) -> tuple[int, int]:
    """Give where the claim's sentence begins and ends."""
    start = max((m.end() for m in re.finditer(r"[a-z%)]\. ", text[: claim.start])), default=0)
    after = re.search(r"\.( |$)", text[claim.end :])
    return start, claim.end + (after.start() if after else len(text))


def _since_january(run: Run, evidence: Evidence) -> list[float]:
    year = [str(month) for month in evidence.bulan.year_to_date]
    return [
        figure.nilai
        for key, figure in evidence.figures.items()
        if key[1:] == run.key[1:] and key[0] in year
    ]


def _column(text: str, place: Place) -> tuple[str, ...]:
    """Give the numbers shown with a caption among which a figure stands, without their sum."""
    parts = (
        column[: column.index(TOTAL)] if TOTAL in column else column for column in place.company
    )
    return next((column for column in parts if text in column), ())


def number_of(text: str) -> float:
    """Read a number as it is printed."""
    return float(text.rstrip("%").replace(".", "").replace(",", "."))


def _by_text(claim: Claim, block: Block, evidence: Evidence) -> bool:
    """Prove what is no figure by the text that it belongs to: a name, fixed words, the notes."""
    if block.text in evidence.notes:
        return claim.text not in evidence.refuted
    if block.text in evidence.warnings:
        return True
    return any(
        start <= claim.start and claim.end <= end and end - start > len(claim.text) + 1
        for start, end in evidence.spans(block.text)
    )


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
