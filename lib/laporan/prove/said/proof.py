"""Proves each number and each word of direction by what it carries, or by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from laporan.dasar import indonesian
from laporan.dasar.arah import Arah, find_arah
from laporan.dasar.bilangan import find_bilangan, plainly
from laporan.measure import Angka
from laporan.measure.angka import TIDAK_TERCATAT
from laporan.measure.keputusan.sumbangan import PERUBAHAN as SUMBANGAN
from laporan.measure.own_figures import OWN
from laporan.prove.said.basis import Basis, squeeze
from laporan.prove.said.charted import refuted_mark
from laporan.prove.said.nearest import Meant, nearest_figure
from laporan.prove.said.noted import placed
from laporan.prove.said.own_cells import Typed, is_section, readings, typed_in
from laporan.prove.said.pandoc_tree import read_passages
from laporan.prove.said.passage import Passage, Run
from laporan.prove.said.places import PLACES, SPAN
from laporan.prove.said.said import Said, Spoken, Unproven

_LEAST = re.compile("rendah|sedikit|kecil|sepi|jarang|bawah|terakhir|buncit|singkat|lambat|buruk")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")


@dataclass(frozen=True)
class _Claim:
    start: int
    end: int
    text: str
    arah: Arah | None
    is_number: bool


def prove_said(document: Spoken, basis: Basis) -> Said:
    """Prove what a report says.

    A number or a word of direction is proven by what it carries, held against its value; by its
    place; or by the source that it names. What the code of an analyst's cell has reckoned is
    counted apart, with a key or without; what was typed there is not proven.
    """
    typed = {
        cell: typed_in(source)
        for cell, source in document.sources.items()
        if not is_section(source)
    }
    proven, own, unproven = 0, 0, []
    for passage in read_passages(document.tree):
        if passage.unread and passage.cell not in document.sources and not _names_source(passage):
            unproven.append(_unread(passage))
            continue
        for claim in _claims(passage.text):
            reason = _refuted(claim, passage, basis)
            if reason is None and _is_own_figure(claim, passage, basis):
                own += 1
            elif reason is None:
                proven += 1
            elif reason == _BARE and _reckoned(claim, typed.get(passage.cell)):
                own += 1
            else:
                unproven.append(_unproven(claim, passage, reason, basis))
    return Said(proven, own, tuple(placed(each, document) for each in unproven))


_BARE = "tidak membawa kunci atau sumber"
_NO_KEY = "membawa kunci yang tidak ada di ukuran.csv"


def _claims(text: str) -> Iterator[_Claim]:
    """Find what must be proven; words of a number that follow each other are one."""
    plain, places = plainly(text)
    small = plain.lower()
    spans: list[tuple[int, int]] = []
    for start, end in sorted(find_bilangan(plain)):
        word = plain[start].isalpha() and spans and small[spans[-1][1] : start] == " "
        if spans and (start < spans[-1][1] or word):
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    found: list[tuple[int, int, Arah | None, bool]] = [(*span, None, True) for span in spans]
    found += [(start, end, arah, False) for start, end, arah in find_arah(small)]
    for start, end, arah, is_number in sorted(found, key=lambda each: each[:2]):
        if is_number and plain[end : end + 1] == "%":
            end += 1
        first, last = places[start], places[end - 1] + 1
        yield _Claim(first, last, plain[start:end], arah, is_number)


def _refuted(claim: _Claim, passage: Passage, basis: Basis) -> str | None:
    """Say why a claim is not proven; nothing if it is."""
    touching = [run for run in passage.runs if run.start < claim.end and claim.start < run.end]
    holding = [run for run in touching if run.start <= claim.start and claim.end <= run.end]
    if len(holding) < len(touching):
        return "melewati tepi angka yang berkunci"
    reasons = [_refuted_by(run, claim, passage, basis) for run in holding]
    if any(reason is None for reason in reasons):
        return None
    if _by_place(claim, passage, basis) or _names_a_list(claim, passage):
        return None
    return next(filter(None, reasons), _BARE)


def _unread(passage: Passage) -> Unproven:
    told = f"({passage.unread}) membawa teks yang tidak dapat dibaca,"
    return Unproven(passage.cell, passage.place, passage.text, passage.text, "", told)


def _names_source(passage: Passage) -> bool:
    return any(run.kind == "sumber" and run.value.strip() for run in passage.runs)


def _is_own_figure(claim: _Claim, passage: Passage, basis: Basis) -> bool:
    """Tell whether a claim carries the key of a figure of an analyst's cell."""
    holding = (run for run in passage.runs if run.start <= claim.start and claim.end <= run.end)
    figures = (basis.figures.get(run.value) for run in holding if run.kind == "kunci")
    return any(each is not None and each.indikator.startswith(OWN) for each in figures)


def _names_a_list(claim: _Claim, passage: Passage) -> bool:
    """Tell whether a heading says that what is listed below is the largest: that says no figure."""
    return passage.place == "judul" and claim.arah is None and not claim.is_number


def _refuted_by(run: Run, claim: _Claim, passage: Passage, basis: Basis) -> str | None:
    written = squeeze(passage.text[run.start : run.end])
    match run.kind:
        case "kunci":
            return _by_key(run.value, claim, passage, basis)
        case "arah":
            return _by_change(run.value, claim, basis)
        case "puncak":
            return _by_extreme(run.value, claim, basis)
        case "data":
            return refuted_mark(run.value, written, basis)
        case "selisih" | "jumlah":
            return _by_reckoning(run, claim, passage, basis)
        case "asal":
            rows = basis.rows.get(run.value, ())
            fits = any(written in row for row in rows)
            return None if fits else f"tidak ada di {run.value.replace(',', ' ')}"
        case "teks":
            return None if written in basis.texts else "tidak sama dengan teks yang dikutipnya"
        case _:
            return None if run.value.strip() else "tidak menyebut sumbernya"


def _by_key(token: str, claim: _Claim, passage: Passage, basis: Basis) -> str | None:
    figure = basis.figures.get(token)
    if figure is None:
        return _NO_KEY
    if not claim.is_number:
        return None if claim.arah is Arah.of(figure.nilai) else f"berlawanan dengan {_told(figure)}"
    minus = passage.text[: claim.start][-1:] in ("-", "−")
    if claim.text in forms_of(figure, minus=minus):
        return None
    return f"tidak sama dengan {_told(figure)}"


def forms_of(figure: Angka, *, minus: bool) -> set[str]:
    """Give the forms in which a figure may stand, a minus before it or a word for it."""
    percent = figure.satuan == "persen"
    value = figure.nilai
    if minus and value >= 0:
        return set()
    if value < 0 and not minus and ".perubahan_" not in figure.indikator:
        return set()
    write = indonesian.persen if percent else indonesian.angka
    forms = {write(abs(value), decimals) for decimals in range(4)}
    return forms | _to_sum(value) if figure.indikator == SUMBANGAN.kunci else forms


def _to_sum(value: float) -> set[str]:
    """Give the forms of what is rounded so that it adds up with its like: down or up."""
    return {indonesian.angka(abs(each), 2) for each in indonesian.roundings(value, 2)}


def _by_change(tokens: str, claim: _Claim, basis: Basis) -> str | None:
    changes = [_values(each, basis) for each in tokens.split("|")]
    if claim.is_number or not all(changes):
        return _NO_KEY
    signs = {Arah.of(each[0] if len(each) == 1 else each[-1] - each[0]) for each in changes}
    return None if signs == {claim.arah} else "berlawanan dengan angka yang dibawanya"


def _by_extreme(tokens: str, claim: _Claim, basis: Basis) -> str | None:
    first, *others = _values(tokens, basis) or [0.0]
    if claim.is_number or not others:
        return _NO_KEY
    least = _LEAST.search(claim.text.lower())
    fits = all(first <= other for other in others) if least else all(first >= o for o in others)
    return None if fits else "bukan yang demikian menurut angka yang dibawanya"


def _by_reckoning(run: Run, claim: _Claim, passage: Passage, basis: Basis) -> str | None:
    values = _values(run.value, basis)
    if not claim.is_number or not values:
        return _NO_KEY
    result = sum(values) if run.kind == "jumlah" else abs(values[-1] - values[0])
    minus = passage.text[: claim.start][-1:] in ("-", "−")
    forms = {indonesian.angka(abs(result), decimals) for decimals in range(4)}
    if all(token.startswith(f"{basis.bulan},{SUMBANGAN.kunci},") for token in run.value.split()):
        forms |= _to_sum(result)
    if claim.text in forms and minus == (result < 0):
        return None
    return f"tidak sama dengan hitungannya, {indonesian.angka(result)}"


def _values(tokens: str, basis: Basis) -> list[float]:
    """Give the values of keys, of a whole kind where a star stands for the category."""
    values: list[float] = []
    for token in tokens.split():
        if token.endswith("*"):
            values += [
                figure.nilai
                for figure in basis.of_kind(token.removesuffix("*"))
                if figure.kategori != TIDAK_TERCATAT
            ]
        elif token in basis.figures:
            values.append(basis.figures[token].nilai)
        else:
            return []
    return values


def _by_place(claim: _Claim, passage: Passage, basis: Basis) -> bool:
    """Prove what is a date, a counter, a sum of its column, or part of a name."""
    plain, places = plainly(passage.text)
    if claim.is_number:
        if passage.row and passage.text == str(passage.row):
            return True
        if passage.column and passage.text == claim.text and _is_sum(claim.text, passage.column):
            return True
        for match in PLACES.finditer(plain):
            if places[match.start()] <= claim.start and claim.end <= places[match.end() - 1] + 1:
                return True
    small = plain.lower()
    for name in basis.telling_names:
        if SPAN.fullmatch(name) and not _is_told_of(name, passage, basis):
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", small):
            if places[match.start()] <= claim.start and claim.end <= places[match.end() - 1] + 1:
                return True
    return False


def _is_told_of(name: str, passage: Passage, basis: Basis) -> bool:
    """Tell whether a passage is a name, or carries a figure of what is called so."""
    figures = (basis.figures.get(run.value) for run in passage.runs)
    called = (plainly(squeeze(each.kategori))[0].lower() for each in figures if each)
    return name in (plainly(passage.text)[0].lower(), *called)


def _is_sum(text: str, column: Sequence[str]) -> bool:
    def number(cell: str) -> float:
        return next(readings(cell), 0.0)

    parts = [cell for cell in column if any(character.isdigit() for character in cell)]
    # Each share is rounded by itself.
    rounding = 0.005 * len(parts) + 1e-9 if "%" in text else 0
    return abs(sum(map(number, parts)) - number(text)) <= rounding


def _reckoned(claim: _Claim, typed: Typed | None) -> bool:
    return typed is not None and not typed.holds(claim.text)


def _unproven(claim: _Claim, passage: Passage, reason: str, basis: Basis) -> Unproven:
    first = last = 0
    for match in _SENTENCE_END.finditer(passage.text):
        if match.end() <= claim.start:
            first = match.end()
        elif not last and match.start() >= claim.end:
            last = match.start()
    last = last or len(passage.text)
    before, after = passage.text[first : claim.start], passage.text[claim.end : last]
    text = passage.text[claim.start : claim.end]
    value = next(readings(claim.text), None) if claim.is_number else None
    percent = "%" in claim.text or after.lower().startswith(" persen")
    near = nearest_figure(Meant(before, after, value, percent), _own(basis))
    sentence = squeeze(before + text + after)
    return Unproven(passage.cell, passage.place, sentence, text, near, reason)


def _own(basis: Basis) -> Iterable[Angka]:
    return (each for each in basis.figures.values() if each.bulan == str(basis.bulan))


def _told(figure: Angka) -> str:
    return f"{{{figure.name}}} = {figure.text()}"
