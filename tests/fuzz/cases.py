"""A case: one file of a source changed in one way, and the verdict on what became of it."""

from __future__ import annotations

import math
import random
import traceback
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.fuzz import damage
from tests.fuzz.kinds import KINDS, Damage
from tests.fuzz.rewriting import rewrite_text, rewrite_workbook
from tests.fuzz.sources import (
    AGGREGATED,
    Truth,
    clean,
    figures_of,
    findings_of,
    messages_of,
    rows_of,
    same_table,
    write_files,
)

from laporan.clean import Cleaned
from laporan.dasar.errors import LaporanError
from laporan.dasar.inert import shorten

Change = Callable[[bytes, random.Random], bytes]
TEXT: dict[str, Change] = {
    "bentuk lain": lambda raw, rng: rewrite_text(raw, rng)[0],
    "terpotong": damage.cut,
    "bita berubah": damage.change_bytes,
    "bita acak": damage.random_bytes,
    "pemisah hilang": damage.lose_separator,
    "petik hilang": damage.lose_quote,
    "isi jahat": damage.hostile_cells,
}
BOOK: dict[str, Change] = {
    "bentuk lain": lambda raw, rng: rewrite_workbook(raw, rng)[0],
    "terpotong": damage.cut,
    "bita berubah": damage.change_bytes,
    "bita acak": damage.random_bytes,
    "XML berubah": damage.change_xml,
}
# What became of a case.
DITOLAK, SAMA, DIBERITAHUKAN = "ditolak dengan pesan", "terbaca sama", "terbaca dengan pesan"
LEBIH_PENDEK, BERUBAH, GAGAL = "utuh tetapi lebih pendek", "isi memang diubah", "GAGAL"
VERDICTS = (SAMA, DITOLAK, DIBERITAHUKAN, LEBIH_PENDEK, BERUBAH, GAGAL)
# The ways in which a change is the very content of a file, such as one digit for another.
SILENT = {"bita berubah", "isi jahat", "XML berubah", "petik hilang"}
LONGEST_MESSAGE = 1500


@dataclass(frozen=True)
class Case:
    """What was done to which file, and what came of it."""

    number: int
    source: str
    file: str
    change: str
    verdict: str
    detail: str = ""
    content: bytes = b""


def run_case(number: int, seed: int, truths: dict[str, Truth], folder: Path) -> Case:
    """Make a case out of its number and the run's seed, and judge it.

    Of four cases three spoil a file as it is met in practice, and one in ways that nobody means.
    """
    rng = random.Random(f"{seed} {number}")
    if number % 4:
        return _run_kind(number, rng, truths, folder)
    truth = truths[rng.choice(sorted(truths))]
    file = rng.choice(sorted(truth.files))
    changes = TEXT if truth.tabular else BOOK
    change = rng.choice(sorted(changes))
    raw = changes[change](truth.files[file], rng)
    write_files(folder, {**truth.files, file: raw})
    verdict, detail = _judged(partial(_judge, truth, change, folder))
    kept = raw if verdict == GAGAL else b""
    return Case(number, truth.name, file, change, verdict, detail, kept)


def _run_kind(number: int, rng: random.Random, truths: dict[str, Truth], folder: Path) -> Case:
    kind = rng.choice(sorted(KINDS))
    tables = [table for _, truth in sorted(truths.items()) for table in truth.tables]
    rng.shuffle(tables)
    table, damaged = next(
        (table, damaged) for table in tables if (damaged := KINDS[kind](table, rng)) is not None
    )
    truth = truths[table.source.name]
    write_files(folder, {**truth.files, **damaged.files})
    verdict, detail = _judged(partial(_judge_figures, truth, damaged, folder))
    kept = damaged.files[table.name] if verdict == GAGAL else b""
    return Case(number, truth.name, table.name, kind, verdict, detail, kept)


def _judged(judge: Callable[[], tuple[str, str]]) -> tuple[str, str]:
    """Judge a case; whatever is raised beside a refusal is a failure, which is looked for here."""
    try:
        return judge()
    except Exception:
        return GAGAL, traceback.format_exc()


def _judge_figures(truth: Truth, damage: Damage, folder: Path) -> tuple[str, str]:
    """Ask for a finding on the file and column, where a figure is another one."""
    try:
        cleaned = clean(folder, truth.name)
        told = [
            finding
            for finding in findings_of(cleaned) - truth.findings
            if finding.berkas in damage.files and finding.kolom in {"", *damage.columns}
        ]
        if stopping := [finding for finding in told if finding.menghentikan]:
            return DITOLAK, stopping[0].pesan
        figures = figures_of(cleaned)
    except LaporanError as error:
        fault = _fault_of_message(str(error))
        if not fault and not any(name in str(error) for name in damage.files):
            fault = "the refusal does not name the file"
        return (GAGAL, f"{fault}: {error}") if fault else (DITOLAK, str(error))
    differing = [
        f"{key}: {truth.figures.get(key)} → {figures.get(key)}"
        for key in truth.figures | figures
        if not math.isclose(truth.figures.get(key, math.inf), figures.get(key, math.inf))
    ]
    if not differing:
        return SAMA, ""
    if told:
        return DIBERITAHUKAN, told[0].pesan
    return GAGAL, f"a wrong figure in silence ({damage.columns}): {shorten(str(differing), 400)}"


def _judge(truth: Truth, change: str, folder: Path) -> tuple[str, str]:
    try:
        cleaned = clean(folder, truth.name)
    except LaporanError as error:
        fault = _fault_of_message(str(error))
        if change == "bentuk lain":
            fault = fault or "the same table in another form is refused"
        return (GAGAL, f"{fault}: {error}") if fault else (DITOLAK, str(error))
    fault = next(filter(None, map(_fault_of_message, _shown(cleaned))), "")
    if fault:
        return GAGAL, fault
    if same_table(cleaned, truth.cleaned):
        return SAMA, ""
    if change == "bentuk lain":
        return GAGAL, "another form gave another table"
    told = messages_of(cleaned) - messages_of(truth.cleaned)
    if told:
        return DIBERITAHUKAN, next(iter(told))
    if truth.name not in AGGREGATED and rows_of(cleaned) <= truth.rows:
        return LEBIH_PENDEK, ""
    if truth.name in AGGREGATED and change == "terpotong":
        return LEBIH_PENDEK, ""
    return (BERUBAH, "") if change in SILENT else (GAGAL, "a wrong figure in silence")


def _shown(cleaned: Cleaned) -> list[str]:
    """Give the texts that come before people: warnings, and texts of the table."""
    texts = [text for name in cleaned.tabel.select_dtypes("str") for text in cleaned.tabel[name]]
    return [*cleaned.peringatan, *(text for text in texts if isinstance(text, str))]


def _fault_of_message(text: str) -> str:
    """Say what is wrong with a text that an analyst reads."""
    if not text.strip():
        return "an empty message"
    if len(text) > LONGEST_MESSAGE:
        return f"a message of {len(text)} letters"
    if any(unicodedata.category(letter).startswith("C") for letter in text if letter != "\n"):
        return f"control characters in {text[:80]!r}"
    return ""
