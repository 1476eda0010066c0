"""Ways to prove a word of direction: by the sign of a change, by the figures of an extreme."""

from __future__ import annotations

import re

from laporan.dasar.bulan import NAMA_BULAN, Bulan
from laporan.measure import Angka
from laporan.prove.audit.blocks import Block, Run
from laporan.prove.audit.claims import SINCE, Claim, claims_in
from laporan.prove.audit.evidence import Evidence
from laporan.prove.audit.place import TOTAL, Place
from laporan.prove.audit.spelling import number_of, sign_of

_NEAR = 40  # characters between a word of direction and the figure that it speaks of


def by_change(claim: Claim, block: Block, evidence: Evidence) -> bool | None:
    """Prove a direction by the sign of the change that follows; None where none follows."""
    after = [run for run in block.runs if 0 <= run.start - claim.end <= _NEAR]
    if after:
        figure = evidence.figures.get(after[0].key)
        if figure is None:
            return False
        if ".perubahan_" in figure.indikator:
            return sign_of(figure.nilai) == claim.sign
        now = _now(figure, evidence)
        if now is not None:
            return sign_of(now.nilai - figure.nilai) == claim.sign
    if block.kind in ("teks alternatif", "label"):
        before = re.search(r"^(.*) [\d.]+ \([▲▼ ]*$", block.text[: claim.start])
        names = [name for name in evidence.differences if before and _ends(before[1], name)]
        if names:
            return sign_of(evidence.differences[max(names, key=len)]) == claim.sign
    return _by_names(claim, block, evidence)


def _ends(text: str, name: str) -> bool:
    """Tell whether a text ends with a name; a name may hold any mark itself."""
    return re.search(rf"(?:^|[,;:.] ){re.escape(name)}$", text) is not None


def _by_names(claim: Claim, block: Block, evidence: Evidence) -> bool | None:
    """Prove a direction by the categories that the sentence names behind it, or by all of them."""
    start, end = _sentence(claim, block.text)
    others = [
        each.start
        for each in claims_in(block.text[:end])
        if each.start > claim.end and not evidence.is_in_name(block.text, each.start, each.end)
    ]
    words = block.text[claim.end : min([end, *others])].lower()
    since = SINCE.search(block.text[start:end])
    month = Bulan(int(since[2]), NAMA_BULAN.index(since[1].capitalize()) + 1) if since else None
    found = evidence.changes_since(month) if month else evidence.changes
    whole = re.search(r"di semua (\w+)", words)
    if whole:
        signs = {sign_of(value) for (dimensi, _), value in found.items() if dimensi == whole[1]}
    else:
        signs = {
            sign_of(value)
            for (_, name), value in found.items()
            if re.search(rf"(?<!\w){re.escape(name.lower())}(?!\w)", words)
        }
    return signs == {claim.sign} if signs else None


def _now(base: Angka, evidence: Evidence) -> Angka | None:
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


def by_rank(claim: Claim, block: Block, evidence: Evidence, place: Place) -> bool | None:
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
